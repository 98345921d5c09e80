package io.tieout.mapping;

/**
 * Where in a mapping file something stands. Not part of the content and not of the version.
 *
 * @param line from 1
 * @param column from 1
 */
public record SourcePlace(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

package io.tieout.store.mapping;

import io.tieout.mapping.MappingCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a mapping file before it is read as YAML: UTF-8, of a bearable size, without tabs.
 *
 * @param text without byte order mark, tabs replaced by one blank each so that reading can go on
 * @param tabLines lines that had a tab; an error of layout there is its consequence
 */
record YamlText(String text, Set<Integer> tabLines) {

    /** No honest mapping comes near it: 7,000 rules are about half a megabyte. */
    static final int BYTES_MAX = 10 * 1024 * 1024;

    static Optional<YamlText> of(byte[] bytes, Faults faults) {
        if (bytes.length > BYTES_MAX) {
            faults.add(
                    MappingCode.TOO_LARGE,
                    faults.place(1, 1),
                    "at most " + BYTES_MAX + " bytes",
                    bytes.length + " bytes",
                    "check that this is a mapping file; split a portfolio this large by target company");
            return Optional.empty();
        }
        return decoded(bytes, faults)
                .map(text -> withoutTabs(text.startsWith("\uFEFF") ? text.substring(1) : text, faults));
    }

    private static Optional<String> decoded(byte[] bytes, Faults faults) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
            return Optional.of(out.flip().toString());
        }
        var before = out.flip().toString();
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        var column = before.length() - before.lastIndexOf('\n');
        faults.add(
                MappingCode.NOT_YAML,
                faults.place(line, column),
                "text in UTF-8",
                "the byte 0x" + String.format("%02x", bytes[in.position()] & 0xff) + ", which UTF-8 does not have here",
                "save the file as UTF-8 in your editor");
        return Optional.empty();
    }

    private static YamlText withoutTabs(String text, Faults faults) {
        if (text.indexOf('\t') < 0) {
            return new YamlText(text, Set.of());
        }
        var lines = new HashSet<Integer>();
        var line = 1;
        var column = 1;
        var comment = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            comment |= c == '#' && (column == 1 || " \t".indexOf(text.charAt(i - 1)) >= 0);
            if (c == '\t' && !comment && lines.add(line)) {
                faults.add(
                        MappingCode.TAB,
                        faults.place(line, column),
                        "blanks",
                        "a tab",
                        "replace the tabs of this line by blanks; two for each level");
            }
            column++;
            if (c == '\n') {
                line++;
                column = 1;
                comment = false;
            }
        }
        return new YamlText(text.replace('\t', ' '), Set.copyOf(lines));
    }

    /** One line of the text, for a message; empty text when there is none. */
    String line(int number) {
        return text.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
    }
}

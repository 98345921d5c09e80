package io.tieout.store.mapping;

import io.tieout.mapping.SourcePlace;
import java.util.List;

/** A part of a YAML file with its place. Scalars are text as written: {@code 0100} keeps its zero. */
sealed interface YamlNode {

    SourcePlace place();

    /** In words for a message: {@code the text '1010'}, {@code a list}. */
    String words();

    /** @param plain written without quotes */
    record Scalar(String text, boolean plain, SourcePlace place) implements YamlNode {

        /** Nothing was written after the colon. */
        boolean isEmpty() {
            return plain && text.isEmpty();
        }

        @Override
        public String words() {
            return isEmpty() ? "nothing" : "'" + Words.shortened(text) + "'";
        }
    }

    record Block(List<Entry> entries, SourcePlace place) implements YamlNode {
        @Override
        public String words() {
            return entries.isEmpty() ? "an empty group of keys" : "a group of keys (" + Words.shortened(keys()) + ")";
        }

        private String keys() {
            return String.join(", ", entries.stream().map(Entry::key).toList());
        }
    }

    record Items(List<YamlNode> items, SourcePlace place) implements YamlNode {
        @Override
        public String words() {
            return "a list of " + items.size();
        }
    }

    /** Something already reported; says nothing more. */
    record Broken(SourcePlace place) implements YamlNode {
        @Override
        public String words() {
            return "an unusable value";
        }
    }

    record Entry(String key, SourcePlace keyPlace, YamlNode value) {}
}

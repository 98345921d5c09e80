package io.tieout.store.mapping;

import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The YAML parser's complaints, said in an accountant's words. */
final class YamlSyntax {

    private YamlSyntax() {}

    static void report(YamlEngineException e, YamlText text, Faults faults) {
        if (e instanceof ReaderException reader) {
            unprintable(reader, text, faults);
            return;
        }
        var problem = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        var place = place(e, text, faults);
        if (text.tabLines().contains(place.line()) || text.tabLines().contains(place.line() - 1)) {
            return;
        }
        var quote = unclosedQuote(e, text, place.line());
        if (quote.isPresent()) {
            faults.add(
                    MappingCode.NOT_YAML,
                    faults.place(quote.get().line(), quote.get().column()),
                    "a closing quote on the same line",
                    "a quote that is not closed where it should be: "
                            + Words.shortened(text.line(quote.get().line()).strip()),
                    "close the quote that opens here");
            faults.ignoreFrom(quote.get().line());
            return;
        }
        var complaint = Complaint.of(problem == null ? "" : problem);
        faults.add(
                MappingCode.NOT_YAML,
                place,
                complaint.expected,
                complaint.found + ": " + Words.shortened(text.line(place.line()).strip()),
                complaint.next);
    }

    /** The parser stumbles where the quote's damage shows, which may be a line or more below its opening. */
    private static Optional<QuotePlace> unclosedQuote(YamlEngineException e, YamlText text, int stumbledAt) {
        var from = e instanceof MarkedYamlEngineException marked
                ? marked.getContextMark().map(m -> m.getLine() + 1).orElse(stumbledAt)
                : stumbledAt;
        return IntStream.rangeClosed(Math.min(from, stumbledAt), stumbledAt)
                .boxed()
                .flatMap(line -> Quotes.unclosed(text.line(line)).map(column -> new QuotePlace(line, column)).stream())
                .findFirst();
    }

    /** Both from 1. */
    private record QuotePlace(int line, int column) {}

    private static void unprintable(ReaderException e, YamlText text, Faults faults) {
        var before =
                text.text().substring(0, Math.min(e.getPosition(), text.text().length()));
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        faults.add(
                MappingCode.NOT_YAML,
                faults.place(line, before.length() - before.lastIndexOf('\n')),
                "readable text",
                String.format("the invisible character U+%04X", e.getCodePoint()),
                "delete the character; it often comes with a copied text");
    }

    /** At the end of the file there is nothing to show: the place to look is where the quote or bracket was opened. */
    private static SourcePlace place(YamlEngineException e, YamlText text, Faults faults) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            return faults.place(1, 1);
        }
        var problem =
                marked.getProblemMark().filter(m -> !text.line(m.getLine() + 1).isBlank());
        return problem.or(marked::getContextMark)
                .or(marked::getProblemMark)
                .map(m -> faults.place(m.getLine() + 1, m.getColumn() + 1))
                .orElseGet(() -> faults.place(1, 1));
    }

    /** What the parser says, in its words, and what we say instead. */
    private enum Complaint {
        MAPPING_HERE(
                "mapping values are not allowed",
                "one 'key: value' on a line",
                "a second colon in the line",
                "indent the line like its neighbours, or quote a value that contains ': '"),
        NO_COLON(
                "could not find expected ':'",
                "'key: value'",
                "a line without a colon",
                "write 'key: value', and check the indentation and the line before"),
        BLOCK_END(
                "expected <block end>",
                "a line indented like its neighbours",
                "a line at another depth",
                "align it with the lines it belongs to; two blanks for each level"),
        SEQUENCE(
                "sequence entries are not allowed",
                "a key, or a list on lines of its own",
                "a '-' in the wrong place",
                "begin the list on the line after its key, two blanks deeper"),
        QUOTE(
                "found unexpected end of stream",
                "a closing quote or bracket",
                "the end of the file",
                "close the quote or bracket that was opened above"),
        QUOTE_DOCUMENT(
                "found unexpected document separator",
                "a closing quote",
                "a new document",
                "close the quote that was opened above"),
        FLOW_MAP(
                "expected ',' or '}'",
                "a ',' or a '}'",
                "something else in a group in braces",
                "check the braces and commas, or write one key on each line"),
        FLOW_LIST(
                "expected ',' or ']'",
                "a ',' or a ']'",
                "something else in a list in brackets",
                "check the brackets and commas, or write one item on each line"),
        ESCAPE(
                "found unknown escape character",
                "a text without a backslash",
                "an unknown escape",
                "use single quotes for a text with a backslash"),
        INDICATOR(
                "found character",
                "a text that begins with a letter, a digit or a quote",
                "a character with a meaning of its own",
                "put the value in quotes"),
        OTHER(
                "",
                "YAML",
                "something that YAML does not allow here",
                "check indentation, colons and quotes here and in the line before");

        private final String words;
        private final String expected;
        private final String found;
        private final String next;

        Complaint(String words, String expected, String found, String next) {
            this.words = words;
            this.expected = expected;
            this.found = found;
            this.next = next;
        }

        static Complaint of(String problem) {
            for (var complaint : values()) {
                if (problem.contains(complaint.words)) {
                    return complaint;
                }
            }
            return OTHER;
        }
    }
}

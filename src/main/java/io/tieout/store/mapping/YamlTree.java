package io.tieout.store.mapping;

import io.tieout.finding.Count;
import io.tieout.mapping.MappingCode;
import io.tieout.mapping.SourcePlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of one YAML document from the parser's events.
 *
 * <p>From events and not from composed nodes, because a composer stops at the first anchor or alias it dislikes, while a
 * person wants all faults at once; and because what stands before an error of layout can still be checked.
 */
final class YamlTree {

    /** Groups inside groups; a mapping needs six. */
    private static final int DEPTH_MAX = 20;

    private final YamlText text;
    private final Faults faults;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<YamlNode> root = Optional.empty();
    private int documents;
    private boolean runawayQuote;

    private YamlTree(YamlText text, Faults faults) {
        this.text = text;
        this.faults = faults;
    }

    /** The tree as far as the file could be read; empty when there is nothing in it. */
    static Optional<YamlNode> of(YamlText text, Faults faults) {
        return new YamlTree(text, faults).read();
    }

    private Optional<YamlNode> read() {
        var settings = LoadSettings.builder()
                .setLabel(faults.file())
                .setCodePointLimit(YamlText.BYTES_MAX + 1)
                .build();
        try {
            for (var event : new Parse(settings).parseString(text.text())) {
                if (!accept(event)) {
                    break;
                }
            }
        } catch (YamlEngineException e) {
            if (!runawayQuote) {
                YamlSyntax.report(e, text, faults);
            }
            faults.markCutOff();
        }
        while (!open.isEmpty()) {
            closeUnfinished();
        }
        return root;
    }

    /** @return whether to go on */
    private boolean accept(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case SequenceStart, MappingStart -> {
                return start((CollectionStartEvent) event);
            }
            case SequenceEnd, MappingEnd -> close();
            case DocumentStart -> {
                return firstDocument(event);
            }
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
        return true;
    }

    private boolean firstDocument(Event event) {
        if (++documents == 1) {
            return true;
        }
        refuse(
                place(event),
                "one document in one file",
                "a second document after '---'",
                "move it to a file of its own");
        return false;
    }

    private void scalar(ScalarEvent event) {
        refuseAnchorAndTag(event, event.getTag());
        if ((event.isDQuoted() || event.isSQuoted()) && lines(event) > 1) {
            runawayQuote(event);
            return;
        }
        put(new YamlNode.Scalar(event.getValue(), event.isPlain(), place(event)));
    }

    /** A quote that was never closed runs on to the next one, and whatever is wrong after it is its consequence. */
    private void runawayQuote(ScalarEvent event) {
        runawayQuote = true;
        faults.add(
                MappingCode.NOT_YAML,
                place(event),
                "a closing quote on the same line",
                "a quoted text that ends " + Count.of(lines(event) - 1, "line") + " below: "
                        + Words.shortened(text.line(place(event).line()).strip()),
                "close the quote, or write the text on one line");
        put(new YamlNode.Broken(place(event)));
    }

    private static int lines(ScalarEvent event) {
        return event.getEndMark().map(Mark::getLine).orElse(0)
                - event.getStartMark().map(Mark::getLine).orElse(0)
                + 1;
    }

    private void alias(AliasEvent event) {
        refuse(
                place(event),
                "the value itself",
                "the reference '*" + Words.shortened(event.getAlias().getValue()) + "'",
                "write the value out; mapping files have no references");
        put(new YamlNode.Broken(place(event)));
    }

    private boolean start(CollectionStartEvent event) {
        refuseAnchorAndTag(event, event.getTag());
        if (open.size() >= DEPTH_MAX) {
            faults.add(
                    MappingCode.TOO_LARGE,
                    place(event),
                    "at most " + DEPTH_MAX + " levels",
                    "one level more",
                    "check the indentation and the brackets before this place");
            faults.markCutOff();
            return false;
        }
        open.push(new Open(event.getEventId() == Event.ID.MappingStart, event.isFlow(), place(event)));
        return true;
    }

    private void close() {
        put(open.pop().finish(faults));
    }

    /** At the point where reading stopped: of brackets without an end nobody knows what they were to be. */
    private void closeUnfinished() {
        var last = open.pop();
        put(last.flow ? new YamlNode.Broken(last.place) : last.finish(faults));
    }

    private void put(YamlNode node) {
        var parent = open.peek();
        if (parent == null) {
            root = Optional.of(node);
        } else {
            parent.children.add(node);
        }
    }

    private void refuseAnchorAndTag(NodeEvent event, Optional<String> tag) {
        event.getAnchor()
                .ifPresent(anchor -> refuse(
                        place(event),
                        "a value without an anchor",
                        "the anchor '&" + Words.shortened(anchor.getValue()) + "'",
                        "remove the anchor and write the value out wherever it is needed"));
        tag.ifPresent(t -> refuse(
                place(event),
                "a value without a tag",
                "the tag '" + Words.shortened(t) + "'",
                "remove the tag; values are read as the text they show"));
    }

    private void refuse(SourcePlace place, String expected, String found, String next) {
        faults.add(MappingCode.YAML_FEATURE, place, expected, found, next);
    }

    private SourcePlace place(Event event) {
        return event.getStartMark().map(this::place).orElseGet(() -> faults.place(1, 1));
    }

    private SourcePlace place(Mark mark) {
        return faults.place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A list or a group of keys that is still being read. */
    private static final class Open {
        private final boolean block;
        private final boolean flow;
        private final SourcePlace place;
        private final List<YamlNode> children = new ArrayList<>();

        Open(boolean block, boolean flow, SourcePlace place) {
            this.block = block;
            this.flow = flow;
            this.place = place;
        }

        YamlNode finish(Faults faults) {
            if (!block) {
                return new YamlNode.Items(List.copyOf(children), place);
            }
            Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
            for (var i = 0; i < children.size(); i += 2) {
                var value = i + 1 < children.size()
                        ? children.get(i + 1)
                        : new YamlNode.Broken(children.get(i).place());
                add(entries, children.get(i), value, faults);
            }
            return new YamlNode.Block(List.copyOf(entries.values()), place);
        }

        private static void add(Map<String, YamlNode.Entry> entries, YamlNode key, YamlNode value, Faults faults) {
            if (!(key instanceof YamlNode.Scalar name)) {
                if (!(key instanceof YamlNode.Broken)) {
                    faults.add(
                            MappingCode.WRONG_KIND,
                            key.place(),
                            "a word as the key",
                            key.words(),
                            "write 'key: value'; quote a key that begins with a bracket");
                }
                return;
            }
            YamlNode.@Nullable Entry first =
                    entries.putIfAbsent(name.text(), new YamlNode.Entry(name.text(), name.place(), value));
            if (first != null) {
                faults.add(
                        MappingCode.KEY_TWICE,
                        name.place(),
                        "each key once in its group",
                        "'" + Words.shortened(name.text()) + "' again; first at " + first.keyPlace(),
                        "delete one of the two, or give the rule a list of entries");
            }
        }
    }
}

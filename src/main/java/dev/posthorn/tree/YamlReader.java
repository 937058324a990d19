package dev.posthorn.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads a YAML text into nodes with positions, within limits: what would not fit in memory or on the stack is refused with a sentence.
final class YamlReader {

    /// The deepest nesting, aliases followed.
    static final int DEPTH = 200;

    /// The longest text, in chars.
    private static final int CHARS = 64 << 20;

    /// How much aliases may repeat beside what is written, in values (16 chars of text count as one).
    private static final int REPEATED = 200_000;

    private final String text;
    private final YamlOffsets offsets;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private ParserImpl events;
    private long repeated;

    YamlReader(String text) {
        this.text = text;
        offsets = YamlOffsets.of(text);
    }

    /// The one document of the text; null where it is empty.
    YamlNode read() throws YamlProblem {
        if (text.length() > CHARS) {
            throw new YamlProblem("it is longer than " + (CHARS >> 20) + " MB", 1, 1);
        }
        try {
            events = new ParserImpl(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build(), new StreamReader(settings(), text));
            events.next();
            return document();
        } catch (MarkedYamlEngineException e) {
            throw refused(e);
        } catch (ReaderException e) {
            throw problem("the character U+%04X may not stand in YAML; write it as an escape in double quotes".formatted(e.getCodePoint()),
                    offsets.at(e.getPosition()));
        } catch (YamlEngineException e) {
            throw new YamlProblem(String.valueOf(e.getMessage()), 1, 1);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException | IllegalStateException e) {
            throw new YamlProblem("it is no sound YAML", 1, 1);
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    }

    private YamlNode document() throws YamlProblem {
        if (events.peekEvent() instanceof StreamEndEvent) {
            return null;
        }
        expect(DocumentStartEvent.class);
        var root = node(0);
        expect(DocumentEndEvent.class);
        if (events.peekEvent() instanceof DocumentStartEvent second) {
            throw problem("a second document begins here; a file holds one", start(second));
        }
        return root instanceof YamlNode.Scalar scalar && scalar.absent() ? null : root;
    }

    private void expect(Class<? extends Event> kind) throws YamlProblem {
        var event = events.next();
        if (!kind.isInstance(event)) {
            throw problem("it is no sound YAML", start(event));
        }
    }

    private YamlNode node(int depth) throws YamlProblem {
        var event = events.next();
        if (depth > DEPTH) {
            throw problem("it is nested deeper than " + DEPTH + " levels", start(event));
        }
        return switch (event) {
            case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar));
            case SequenceStartEvent sequence -> anchored(sequence.getAnchor(), sequence(sequence, depth));
            case MappingStartEvent mapping -> anchored(mapping.getAnchor(), mapping(mapping, depth));
            case AliasEvent alias -> alias(alias, depth);
            default -> throw problem("it is no sound YAML", start(event));
        };
    }

    private YamlNode anchored(Optional<Anchor> anchor, YamlNode node) {
        anchor.ifPresent(a -> anchors.put(a.getValue(), node));
        return node;
    }

    private YamlNode alias(AliasEvent event, int depth) throws YamlProblem {
        var name = event.getAlias().getValue();
        var target = anchors.get(name);
        if (target == null) {
            throw problem("there is no complete value with the anchor &" + name + " before this", start(event));
        }
        count(target, depth, start(event));
        return new YamlNode.Alias(start(event), end(event), target);
    }

    /// An alias repeats its target with all below it: that is bounded, since a few lines of nested aliases stand for millions of values.
    private void count(YamlNode node, int depth, int at) throws YamlProblem {
        repeated++;
        if (depth > DEPTH) {
            throw problem("it is nested deeper than " + DEPTH + " levels by its aliases", at);
        }
        switch (node) {
            case YamlNode.Scalar scalar -> repeated += scalar.text().length() / 16;
            case YamlNode.Alias alias -> count(alias.target(), depth, at);
            case YamlNode.Sequence sequence -> {
                for (var item : sequence.items()) {
                    count(item, depth + 1, at);
                }
            }
            case YamlNode.Mapping mapping -> {
                for (var pair : mapping.pairs()) {
                    count(pair.value(), depth + 1, at);
                }
            }
        }
        if (repeated > Math.max(REPEATED, text.length() / 4L)) {
            throw problem("its aliases stand for more values than fit; write them out", at);
        }
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        var style = switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> YamlNode.Style.SINGLE;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> YamlNode.Style.DOUBLE;
            case LITERAL -> YamlNode.Style.LITERAL;
            case FOLDED -> YamlNode.Style.FOLDED;
            case PLAIN -> YamlNode.Style.PLAIN;
        };
        var start = start(event);
        var end = end(event);
        if (style == YamlNode.Style.LITERAL || style == YamlNode.Style.FOLDED) {
            end = YamlLines.blockEnd(text, start, end, event.getValue(), style == YamlNode.Style.LITERAL);
        }
        var tag = event.getTag().orElse(null);
        var value = tag == null ? style == YamlNode.Style.PLAIN ? YamlCore.resolve(event.getValue()) : event.getValue() : tagged(tag, event.getValue());
        return new YamlNode.Scalar(start, end, event.getValue(), style, value, tag != null || event.getAnchor().isPresent());
    }

    /// The tags of the core schema count; what has another is kept as the text it is.
    private static Object tagged(String tag, String text) {
        return switch (tag) {
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null" -> YamlCore.resolve(text);
            default -> text;
        };
    }

    private YamlNode sequence(SequenceStartEvent event, int depth) throws YamlProblem {
        var items = new ArrayList<YamlNode>();
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            items.add(node(depth + 1));
        }
        var last = end(events.next());
        var end = event.isFlow() ? last : items.isEmpty() ? start(event) : Math.max(start(event), items.getLast().end());
        return new YamlNode.Sequence(start(event), end, event.isFlow(), List.copyOf(items));
    }

    private YamlNode mapping(MappingStartEvent event, int depth) throws YamlProblem {
        var pairs = new ArrayList<YamlNode.Pair>();
        var keys = new HashSet<String>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            var key = key(depth);
            if (!keys.add(key.text())) {
                throw problem("the key “" + shortened(key.text()) + "” stands twice in one map; keep one of them", key.start());
            }
            var value = node(depth + 1);
            pairs.add(new YamlNode.Pair(key, YamlLines.colon(text, key.end(), event.isFlow()), value));
        }
        var last = end(events.next());
        var end = event.isFlow() && text.startsWith("}", last - 1) ? last : pairs.isEmpty() ? start(event) : pairs.getLast().end();
        return new YamlNode.Mapping(start(event), end, event.isFlow(), List.copyOf(pairs));
    }

    private YamlNode.Scalar key(int depth) throws YamlProblem {
        var node = node(depth + 1);
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar;
            case YamlNode.Alias alias when alias.target() instanceof YamlNode.Scalar target ->
                    new YamlNode.Scalar(alias.start(), alias.end(), target.text(), YamlNode.Style.PLAIN, target.value(), true);
            default -> throw problem("a list or map cannot be a key here" + hint(node.start()), node.start());
        };
    }

    private int start(Event event) {
        return event.getStartMark().map(m -> offsets.at(m.getIndex())).orElse(0);
    }

    private int end(Event event) {
        return event.getEndMark().map(m -> offsets.at(m.getIndex())).orElse(0);
    }

    private YamlProblem refused(MarkedYamlEngineException e) {
        var at = e.getProblemMark().or(e::getContextMark).map(Mark::getIndex).map(offsets::at).orElse(0);
        var reason = e.getProblem() == null ? String.valueOf(e.getMessage()) : e.getProblem();
        return problem((e.getContext() == null ? reason : e.getContext() + ": " + reason) + hint(at), at);
    }

    /// The mistake that is made most often in these files: `url: {{base}}/x` without quotes.
    private String hint(int at) {
        var from = YamlLines.lineStart(text, Math.min(at, text.length()));
        var line = text.substring(from, YamlLines.lineEnd(text, from));
        return line.matches(".*[:-]\\s+\\{\\{.*") ? "; a value that begins with {{ must stand in quotes" : "";
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private YamlProblem problem(String sentence, int at) {
        var place = Place.of(text, at);
        return new YamlProblem(sentence, place.line(), place.column());
    }
}

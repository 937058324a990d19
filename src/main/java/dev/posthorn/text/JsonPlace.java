package dev.posthorn.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A value in a JSON text of any size, and how to get there: found by the place of one of its bytes, in one walk that keeps nothing but the way.
///
/// @param steps from the root to the value
/// @param raw   the value as it is written; null for lists and objects, and for what is longer than 4,000 bytes
/// @param size  of a list or an object, how many it holds; else 0
public record JsonPlace(List<Step> steps, Kind kind, String raw, long size) {

    public enum Kind { OBJECT, ARRAY, STRING, OTHER }

    /// One step down: by a key, as it is written with its quotes, or where that is null by an index.
    public record Step(String key, long index) {}

    /// No value can be named there; the message is the end of a sentence.
    public static final class Nowhere extends Exception {
        private static final long serialVersionUID = 1;

        Nowhere(String message) {
            super(message);
        }
    }

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 500;

    public JsonPlace {
        steps = List.copyOf(steps);
    }

    /// The value that the caret is in or behind, where it stands before byte `offset`: on a key its value, on a bracket the list or object.
    public static JsonPlace at(Source source, long offset, Watch watch) throws IOException, Nowhere {
        try (var in = new BufferedInputStream(new SourceStream(source), 1 << 16)) {
            return new Walk(in, offset, watch).run();
        }
    }

    /// A list or object whose end has not come yet.
    private static final class Frame {
        private final boolean object;
        private String key;
        private long count;

        private Frame(boolean object) {
            this.object = object;
        }
    }

    private static final class Walk {

        private final InputStream in;
        private final long target;
        private final Watch watch;
        private final List<Frame> open = new ArrayList<>();
        private long at;
        private int next;
        private long values;
        /// The next value is the one that was asked for: the caret was on its key.
        private boolean wanted;
        /// The list or object that was asked for ends when so many are open.
        private int closing = -1;
        private JsonPlace last;

        private Walk(InputStream in, long target, Watch watch) throws IOException {
            this.in = in;
            this.target = target;
            this.watch = watch;
            next = in.read();
            if (next == 0xEF) {
                take();
                take();
                take();
            }
        }

        private int take() throws IOException {
            var taken = next;
            next = in.read();
            if ((++at & 0xFFFF) == 0) {
                watch.check(at);
            }
            return taken;
        }

        private JsonPlace run() throws IOException, Nowhere {
            while (true) {
                while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                    take();
                }
                if (next < 0) {
                    return end();
                }
                var found = token();
                if (found != null) {
                    return found;
                }
            }
        }

        private JsonPlace end() throws Nowhere {
            if (!open.isEmpty() || last == null) {
                throw new Nowhere("the body is no whole JSON");
            }
            return named(last);
        }

        /// Null to go on.
        private JsonPlace token() throws IOException, Nowhere {
            return switch (next) {
                case '{', '[' -> opened(take() == '{');
                case '}', ']' -> closed(take() == '}');
                case ',' -> {
                    take();
                    if (open.isEmpty()) {
                        throw new Nowhere("the body is no JSON at byte " + at);
                    }
                    open.getLast().key = null;
                    yield hit() && last != null ? named(last) : null;
                }
                case ':' -> {
                    take();
                    wanted |= hit();
                    yield null;
                }
                case '"' -> string();
                default -> word();
            };
        }

        private boolean hit() {
            return closing < 0 && at >= target;
        }

        private JsonPlace opened(boolean object) throws Nowhere {
            begun();
            if ((wanted || hit()) && closing < 0) {
                closing = open.size();
            }
            wanted = false;
            if (open.size() >= 100_000) {
                throw new Nowhere("the body nests too deep");
            }
            open.add(new Frame(object));
            return null;
        }

        private JsonPlace closed(boolean object) throws Nowhere {
            if (open.isEmpty() || open.getLast().object != object) {
                throw new Nowhere("the body is no JSON at byte " + at);
            }
            var hit = hit();
            var frame = open.removeLast();
            var deep = open.size() > DEEPEST;
            last = new JsonPlace(deep ? List.of() : steps(), object ? Kind.OBJECT : Kind.ARRAY, null, frame.count);
            var asked = closing == open.size() || hit;
            finished();
            if (asked && deep) {
                throw new Nowhere("it lies more than " + DEEPEST + " levels deep");
            }
            return asked ? named(last) : null;
        }

        private JsonPlace string() throws IOException, Nowhere {
            var text = new ByteArrayOutputStream();
            text.write(take());
            var escaped = false;
            while (escaped || next != '"') {
                if (next < 0) {
                    throw new Nowhere("the body ends within a string");
                }
                escaped = !escaped && next == '\\';
                keep(text, take());
            }
            keep(text, take());
            var raw = raw(text);
            if (!open.isEmpty() && open.getLast().object && open.getLast().key == null) {
                open.getLast().key = raw == null ? "" : raw;
                wanted |= hit();
                return null;
            }
            return scalar(Kind.STRING, raw);
        }

        private static void keep(ByteArrayOutputStream text, int b) {
            if (text.size() <= LONGEST) {
                text.write(b);
            }
        }

        private static String raw(ByteArrayOutputStream text) {
            return text.size() > LONGEST ? null : text.toString(StandardCharsets.UTF_8);
        }

        private JsonPlace word() throws IOException, Nowhere {
            var text = new ByteArrayOutputStream();
            while (next > ' ' && "{}[],:\"".indexOf(next) < 0) {
                keep(text, take());
            }
            var raw = raw(text);
            if (raw == null || !raw.matches("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
                throw new Nowhere("the body is no JSON at byte " + at);
            }
            return scalar(Kind.OTHER, raw);
        }

        private JsonPlace scalar(Kind kind, String raw) throws Nowhere {
            begun();
            var asked = closing < 0 && (wanted || hit());
            if (asked && open.size() > DEEPEST) {
                throw new Nowhere("it lies more than " + DEEPEST + " levels deep");
            }
            last = asked || at + 1 >= target ? new JsonPlace(open.size() > DEEPEST ? List.of() : steps(), kind, raw, 0) : null;
            wanted = false;
            finished();
            return asked ? named(last) : null;
        }

        private void begun() throws Nowhere {
            if (open.isEmpty() && ++values > 1) {
                throw new Nowhere("the body holds several JSON values, one after the other");
            }
        }

        private void finished() {
            if (!open.isEmpty()) {
                open.getLast().count++;
            }
        }

        private List<Step> steps() {
            return open.stream().map(f -> f.object ? new Step(f.key == null ? "" : f.key, 0) : new Step(null, f.count)).toList();
        }

        private static JsonPlace named(JsonPlace place) throws Nowhere {
            if (place.steps().stream().anyMatch(s -> s.key() != null && s.key().isEmpty())) {
                throw new Nowhere("a key on the way there is too long");
            }
            return place;
        }
    }
}

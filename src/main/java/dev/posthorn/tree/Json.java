package dev.posthorn.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value and where it stands in its file, so that an edit can replace it there and leave the rest alone.
/// `start` is its first char and `end` the one after its last, as offsets into the file's text.
public sealed interface Json {

    int start();

    int end();

    /// One `"key": value` of an object.
    record Member(Text key, Json value) {}

    record Obj(int start, int end, List<Member> members) implements Json {

        /// The value of `key`, null where it is absent. Of two with one name the last counts, as in JavaScript.
        public Json get(String key) {
            var member = member(key);
            return member == null ? null : member.value();
        }

        Member member(String key) {
            for (var i = members.size() - 1; i >= 0; i--) {
                if (members.get(i).key().value().equals(key)) {
                    return members.get(i);
                }
            }
            return null;
        }

        public boolean has(String key) {
            return member(key) != null;
        }

        /// The object under `key`, null where there is none.
        public Obj object(String key) {
            return get(key) instanceof Obj object ? object : null;
        }

        /// The elements of the list under `key`; empty where there is no list.
        public List<Json> list(String key) {
            return get(key) instanceof Arr array ? array.elements() : List.of();
        }

        /// The text under `key`: a string as it is, a number or a boolean as written, "" for null, absent, lists and objects.
        public String text(String key) {
            return switch (get(key)) {
                case null -> "";
                case Text text -> text.value();
                case Num number -> number.text();
                case Flag flag -> Boolean.toString(flag.on());
                case Null _, Obj _, Arr _ -> "";
            };
        }

        public boolean flag(String key) {
            return text(key).equals("true");
        }

        /// The object as plain Java, in the order of the file.
        public Map<String, Object> map() {
            var map = new LinkedHashMap<String, Object>();
            for (var member : members) {
                map.put(member.key().value(), member.value().plain());
            }
            return map;
        }
    }

    record Arr(int start, int end, List<Json> elements) implements Json {

        /// The list as plain Java. Few frames a level: files nest deep.
        List<Object> list() {
            var list = new ArrayList<Object>(elements.size());
            for (var element : elements) {
                list.add(element.plain());
            }
            return list;
        }
    }

    /// A string. What it says is taken from the file's text when it is first asked for, since most of a large file never is.
    final class Text implements Json {

        private final int start;
        private final int end;
        private final String source;
        private String value;

        /// @param source the file's text, where the string stands at `start` to `end` with its quotes
        /// @param value  what it says; null where that is what stands between the quotes, with JSON's escapes
        Text(int start, int end, String source, String value) {
            this.start = start;
            this.end = end;
            this.source = value == null ? source : null;
            this.value = value;
        }

        public Text(int start, int end, String value) {
            this(start, end, null, value);
        }

        @Override
        public int start() {
            return start;
        }

        @Override
        public int end() {
            return end;
        }

        /// Threads that ask at the same time may each make it; they are the same.
        public String value() {
            var known = value;
            if (known == null) {
                known = JsonReader.unescaped(source, start + 1, end - 1);
                value = known;
            }
            return known;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && start == text.start && end == text.end && value().equals(text.value());
        }

        @Override
        public int hashCode() {
            return 31 * (31 * start + end) + value().hashCode();
        }

        @Override
        public String toString() {
            return value();
        }
    }

    /// A number as written, so that `1.0` and `1e3` stay what they are.
    record Num(int start, int end, String text) implements Json {

        /// More digits would take long to turn into a number; such a one is read as a rounded one.
        private static final int DIGITS = 5_000;

        Number number() {
            if (text.length() > DIGITS) {
                return Double.valueOf(text);
            }
            try {
                return text.matches("-?\\d{1,9}") ? (Number) Integer.valueOf(text)
                        : text.matches("-?\\d{1,18}") ? (Number) Long.valueOf(text) : new BigDecimal(text);
            } catch (ArithmeticException | NumberFormatException e) {
                return Double.valueOf(text);
            }
        }
    }

    record Flag(int start, int end, boolean on) implements Json {}

    record Null(int start, int end) implements Json {}

    /// The value as plain Java: String, Boolean, Integer, Long or BigDecimal, List, Map, null.
    default Object plain() {
        return switch (this) {
            case Text text -> text.value();
            case Num number -> number.number();
            case Flag flag -> flag.on();
            case Null _ -> null;
            case Arr array -> array.list();
            case Obj object -> object.map();
        };
    }
}

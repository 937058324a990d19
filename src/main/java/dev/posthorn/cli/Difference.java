package dev.posthorn.cli;

import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where two JSON values differ, by JSON pointer. The order of an object's keys does not matter, and 1.0 is 1.
///
/// @param pointer to the value that differs (RFC 6901)
/// @param before  JSON of the first, cut to a few words; "nothing" where it is absent
/// @param after   the same of the second
record Difference(String pointer, String before, String after) {

    private static final int SHOWN = 60;
    private static final Object ABSENT = new Object();

    /// @param most the search ends after so many
    static List<Difference> between(Object before, Object after, int most) {
        var found = new ArrayList<Difference>();
        compare("", before, after, found, most);
        return found;
    }

    private static void compare(String pointer, Object before, Object after, List<Difference> found, int most) {
        if (found.size() >= most) {
            return;
        }
        if (before instanceof Map<?, ?> first && after instanceof Map<?, ?> second) {
            var keys = new LinkedHashSet<Object>(first.keySet());
            keys.addAll(second.keySet());
            for (var key : keys) {
                compare(pointer + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1"), member(first, key), member(second, key), found, most);
            }
        } else if (before instanceof List<?> first && after instanceof List<?> second) {
            for (var i = 0; i < Math.max(first.size(), second.size()); i++) {
                compare(pointer + "/" + i, i < first.size() ? first.get(i) : ABSENT, i < second.size() ? second.get(i) : ABSENT, found, most);
            }
        } else if (!same(before, after)) {
            found.add(new Difference(pointer, shown(before), shown(after)));
        }
    }

    private static Object member(Map<?, ?> map, Object key) {
        return map.containsKey(key) ? map.get(key) : ABSENT;
    }

    private static boolean same(Object before, Object after) {
        if (before instanceof Number first && after instanceof Number second) {
            var finite = !(first instanceof Double) && !(second instanceof Double);
            return finite ? new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0 : first.doubleValue() == second.doubleValue();
        }
        return Objects.equals(before, after);
    }

    private static String shown(Object value) {
        if (value == ABSENT) {
            return "nothing";
        }
        var json = JsonWriter.compact(value);
        return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        return (pointer.isEmpty() ? "(the whole)" : pointer) + ": " + before + " became " + after;
    }
}

package dev.posthorn.api;

import java.util.ArrayList;
import java.util.List;

/// The way to a field through a body as a list of fields writes it: `customer.city`, `lines[].count`, `payment{Card}.number`, and in quotes what holds such signs itself: `"a.b".c`.
final class FieldPath {

    private static final int DEEPEST = 12;

    /// @param kind what the step goes into: an object by a name, a list (at an item or at all), or one of several shapes
    record Step(Shape.Kind kind, String name) {}

    private FieldPath() {}

    static List<Step> steps(String path) {
        var steps = new ArrayList<Step>();
        var at = 0;
        while (at < path.length() && steps.size() < DEEPEST) {
            var sign = path.charAt(at);
            if (sign == '.') {
                at++;
            } else if (sign == '[' && path.indexOf(']', at) > 0 && path.substring(at + 1, path.indexOf(']', at)).matches("\\d{0,4}")) {
                steps.add(new Step(Shape.Kind.LIST, path.substring(at + 1, path.indexOf(']', at))));
                at = path.indexOf(']', at) + 1;
            } else if (sign == '{' && path.indexOf('}', at) > 0) {
                var end = path.indexOf('}', at);
                steps.add(new Step(Shape.Kind.EITHER, path.substring(at + 1, end)));
                at = end + 1;
            } else {
                var end = sign == '"' && path.indexOf('"', at + 1) > 0 ? path.indexOf('"', at + 1) + 1 : plain(path, at + 1);
                var name = path.substring(at, end);
                steps.add(new Step(Shape.Kind.OBJECT, name.length() > 1 && name.startsWith("\"") ? name.substring(1, name.length() - 1) : name));
                at = end;
            }
        }
        return steps;
    }

    private static int plain(String path, int from) {
        var end = from;
        while (end < path.length() && ".[{".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}

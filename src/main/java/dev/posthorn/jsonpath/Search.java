package dev.posthorn.jsonpath;

import dev.posthorn.text.BoundedMatch;
import dev.posthorn.tree.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One path followed through one JSON text. It counts its steps, since `$..[?@..*]` would have it look at everything from everywhere.
final class Search {

    /// After so many steps a search is given up; one takes about 20 ns.
    private static final long MOST_STEPS = 20_000_000;

    private final Json root;
    private final Map<String, BoundedMatch> expressions = new HashMap<>();
    private long steps;

    Search(Json root) {
        this.root = root;
    }

    List<Json> nodes(Query query, Json current) throws PathProblem {
        var found = List.of(query.absolute() ? root : current);
        for (var segment : query.segments()) {
            var next = new ArrayList<Json>();
            for (var node : found) {
                if (segment.descendants()) {
                    descend(node, segment, next);
                } else {
                    select(node, segment, next);
                }
            }
            found = next;
        }
        return found;
    }

    /// The value itself and all below it, each before what it holds.
    private void descend(Json top, Query.Segment segment, List<Json> into) throws PathProblem {
        var open = new ArrayDeque<Json>();
        open.push(top);
        while (!open.isEmpty()) {
            var node = open.pop();
            select(node, segment, into);
            var children = children(node);
            for (var i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }

    private void select(Json node, Query.Segment segment, List<Json> into) throws PathProblem {
        for (var selector : segment.selectors()) {
            step();
            switch (selector) {
                case Selector.Name(var name) -> add(node instanceof Json.Obj object ? object.get(name) : null, into);
                case Selector.Index(var index) -> {
                    if (node instanceof Json.Arr list) {
                        var size = list.elements().size();
                        var at = index < 0 ? index + size : index;
                        add(at >= 0 && at < size ? list.elements().get((int) at) : null, into);
                    }
                }
                case Selector.Wildcard _ -> {
                    for (var child : children(node)) {
                        add(child, into);
                    }
                }
                case Selector.Slice slice -> {
                    if (node instanceof Json.Arr list) {
                        slice(list.elements(), slice, into);
                    }
                }
                case Selector.Filter(var condition) -> {
                    for (var child : children(node)) {
                        if (holds(condition, child)) {
                            add(child, into);
                        }
                    }
                }
            }
        }
    }

    private void add(Json node, List<Json> into) throws PathProblem {
        step();
        if (node != null) {
            into.add(node);
        }
    }

    private void step() throws PathProblem {
        if (++steps > MOST_STEPS) {
            throw new PathProblem("it takes more than " + MOST_STEPS / 1_000_000 + " million steps on this text; a path with fewer \"..\" takes less", 0);
        }
    }

    private static List<Json> children(Json node) {
        return switch (node) {
            case Json.Arr list -> list.elements();
            case Json.Obj object -> object.members().stream().map(Json.Member::value).toList();
            default -> List.of();
        };
    }

    /// RFC 9535 §2.3.4.2.2.
    private void slice(List<Json> elements, Selector.Slice slice, List<Json> into) throws PathProblem {
        long size = elements.size();
        var step = slice.step();
        if (step == 0) {
            return;
        }
        var start = normal(slice.start() == null ? step > 0 ? 0 : size - 1 : slice.start(), size, slice.start() != null);
        var end = normal(slice.end() == null ? step > 0 ? size : -1 : slice.end(), size, slice.end() != null);
        if (step > 0) {
            var to = Math.clamp(end, 0, size);
            for (var i = Math.clamp(start, 0, size); i < to; i += step) {
                add(elements.get((int) i), into);
            }
        } else {
            var to = Math.clamp(end, -1, size - 1);
            for (var i = Math.clamp(start, -1, size - 1); i > to; i += step) {
                add(elements.get((int) i), into);
            }
        }
    }

    private static long normal(long bound, long size, boolean written) {
        return written && bound < 0 ? bound + size : bound;
    }

    private boolean holds(Condition condition, Json current) throws PathProblem {
        step();
        return switch (condition) {
            case Condition.Or(var any) -> {
                for (var one : any) {
                    if (holds(one, current)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Condition.And(var all) -> {
                for (var one : all) {
                    if (!holds(one, current)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Condition.Not(var not) -> !holds(not, current);
            case Condition.Exists(var query) -> !nodes(query, current).isEmpty();
            case Condition.Compared(var left, var how, var right) -> how.holds(value(left, current), value(right, current));
            case Condition.Matches(var whole, var text, var expression) -> value(text, current) instanceof Json.Text subject
                    && value(expression, current) instanceof Json.Text pattern && matches(whole, subject.value(), pattern.value());
        };
    }

    /// Null for nothing at all.
    private Json value(Operand operand, Json current) throws PathProblem {
        return switch (operand) {
            case Operand.Literal(var value) -> value;
            case Operand.Single(var query) -> only(nodes(query, current));
            case Operand.Value(var query) -> only(nodes(query, current));
            case Operand.Count(var query) -> number(nodes(query, current).size());
            case Operand.Length(var of) -> switch (value(of, current)) {
                case Json.Text text -> number(text.value().codePointCount(0, text.value().length()));
                case Json.Arr list -> number(list.elements().size());
                case Json.Obj object -> number(object.members().size());
                case null, default -> null;
            };
        };
    }

    private static Json only(List<Json> nodes) {
        return nodes.size() == 1 ? nodes.getFirst() : null;
    }

    private static Json number(long value) {
        return new Json.Num(0, 0, Long.toString(value));
    }

    /// An expression that is none matches nothing (RFC 9535 §2.4.6); one that does not come to an end is a problem.
    private boolean matches(boolean whole, String text, String expression) throws PathProblem {
        try {
            if (!expressions.containsKey(expression)) {
                expressions.put(expression, compiled(expression));
            }
            var match = expressions.get(expression);
            return match != null && (whole ? match.whole(text) : match.find(text));
        } catch (BoundedMatch.Problem e) {
            throw new PathProblem("the expression " + expression + ": " + e.getMessage(), 0);
        }
    }

    private static BoundedMatch compiled(String expression) {
        try {
            return BoundedMatch.of(java(expression));
        } catch (BoundedMatch.Problem e) {
            return null;
        }
    }

    /// The dot of I-Regexp (RFC 9485) leaves out line feed and carriage return alone.
    private static String java(String expression) {
        var out = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < expression.length(); i++) {
            var c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                out.append(c).append(expression.charAt(++i));
            } else if (c == '.' && !inClass) {
                out.append("[^\\n\\r]");
            } else {
                inClass = c == '[' || inClass && c != ']';
                out.append(c);
            }
        }
        return out.toString();
    }
}

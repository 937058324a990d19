package dev.posthorn.jsonpath;

import java.util.ArrayList;
import java.util.List;

/// Reads a path by the grammar of RFC 9535, appendix A.
final class PathReader {

    /// Filters and brackets nest no deeper.
    private static final int DEEPEST = 60;

    private final PathText text;
    private int depth;

    PathReader(String path) {
        text = new PathText(path);
    }

    Query read() throws PathProblem {
        if (!text.take("$")) {
            throw text.problem(text.ended() ? "a path begins with $" : "a path begins with $, not with " + text.shown());
        }
        var segments = segments();
        if (!text.ended()) {
            throw text.problem("a step such as .name, ['odd name'] or [0] was expected, not " + text.shown());
        }
        return new Query(true, segments);
    }

    private List<Query.Segment> segments() throws PathProblem {
        var segments = new ArrayList<Query.Segment>();
        while (true) {
            var before = text.at();
            text.space();
            if (text.take("..")) {
                segments.add(new Query.Segment(true, text.next('[') ? bracketed() : List.of(shorthand())));
            } else if (text.take(".")) {
                segments.add(new Query.Segment(false, List.of(shorthand())));
            } else if (text.next('[')) {
                segments.add(new Query.Segment(false, bracketed()));
            } else {
                text.back(before);
                return segments;
            }
        }
    }

    private Selector shorthand() throws PathProblem {
        return text.take("*") ? new Selector.Wildcard() : new Selector.Name(text.memberName());
    }

    private List<Selector> bracketed() throws PathProblem {
        deeper();
        text.take("[");
        var selectors = new ArrayList<Selector>();
        do {
            text.space();
            selectors.add(selector());
            text.space();
        } while (text.take(","));
        text.expect("]", "a comma or ] was expected");
        depth--;
        return selectors;
    }

    private void deeper() throws PathProblem {
        if (++depth > DEEPEST) {
            throw text.problem("brackets are nested more than " + DEEPEST + " levels deep");
        }
    }

    private Selector selector() throws PathProblem {
        if (text.next('\'') || text.next('"')) {
            return new Selector.Name(text.string());
        }
        if (text.take("*")) {
            return new Selector.Wildcard();
        }
        if (text.take("?")) {
            text.space();
            return new Selector.Filter(condition());
        }
        if (text.next(':') || text.next('-') || text.digit()) {
            return indexOrSlice();
        }
        throw text.problem("a name in quotes, an index, a slice, * or ?filter was expected, not " + text.shown());
    }

    private Selector indexOrSlice() throws PathProblem {
        var start = bound();
        var before = text.at();
        text.space();
        if (!text.take(":")) {
            text.back(before);
            return new Selector.Index(start);
        }
        text.space();
        var end = bound();
        before = text.at();
        text.space();
        if (!text.take(":")) {
            text.back(before);
            return new Selector.Slice(start, end, 1);
        }
        text.space();
        var step = bound();
        return new Selector.Slice(start, end, step == null ? 1 : step);
    }

    private Long bound() throws PathProblem {
        return text.next('-') || text.digit() ? Long.valueOf(text.integer()) : null;
    }

    private Condition condition() throws PathProblem {
        var any = new ArrayList<Condition>();
        do {
            text.space();
            any.add(all());
            text.space();
        } while (text.take("||"));
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private Condition all() throws PathProblem {
        var all = new ArrayList<Condition>();
        do {
            text.space();
            all.add(basic());
            text.space();
        } while (text.take("&&"));
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition basic() throws PathProblem {
        if (text.take("!")) {
            text.space();
            return new Condition.Not(text.next('(') ? parenthesis() : tested());
        }
        return text.next('(') ? parenthesis() : comparedOrTested();
    }

    private Condition parenthesis() throws PathProblem {
        deeper();
        text.take("(");
        var inner = condition();
        text.space();
        text.expect(")", "a ) was expected");
        depth--;
        return inner;
    }

    private Condition tested() throws PathProblem {
        var at = text.at();
        return test(term(), at);
    }

    private Condition comparedOrTested() throws PathProblem {
        var at = text.at();
        var left = term();
        var before = text.at();
        text.space();
        for (var sign : Comparison.values()) {
            if (text.take(sign.sign)) {
                text.space();
                var rightAt = text.at();
                return new Condition.Compared(operand(left, at), sign, operand(term(), rightAt));
            }
        }
        if (text.next('=')) {
            throw text.problem("equal is written ==");
        }
        text.back(before);
        return test(left, at);
    }

    /// Something in a filter before it is known what it serves as: a path, a test by a function, or a value.
    private sealed interface Term {
        record Path(Query query) implements Term {}

        record Test(Condition condition) implements Term {}

        record Valued(Operand operand, boolean literal) implements Term {}
    }

    private Condition test(Term term, int at) throws PathProblem {
        return switch (term) {
            case Term.Path(var query) -> new Condition.Exists(query);
            case Term.Test(var condition) -> condition;
            case Term.Valued(_, var literal) -> throw text.problem(literal ? "a value alone is no condition; compare it with something"
                    : "what this function gives must be compared with something", at);
        };
    }

    private Operand operand(Term term, int at) throws PathProblem {
        return switch (term) {
            case Term.Path(var query) -> {
                if (!query.singular()) {
                    throw text.problem("a path that may find several values cannot be compared; count(…) or value(…) of it can", at);
                }
                yield new Operand.Single(query);
            }
            case Term.Valued(var operand, _) -> operand;
            case Term.Test _ -> throw text.problem("match(…) and search(…) are conditions and cannot be compared", at);
        };
    }

    private Term term() throws PathProblem {
        if (text.next('@') || text.next('$')) {
            return new Term.Path(path());
        }
        var literal = text.literal();
        return literal != null ? new Term.Valued(new Operand.Literal(literal), true) : call();
    }

    private Query path() throws PathProblem {
        if (!text.next('@') && !text.next('$')) {
            throw text.problem("a path that begins with @ or $ was expected, not " + text.shown());
        }
        var absolute = text.take("$");
        if (!absolute) {
            text.take("@");
        }
        return new Query(absolute, segments());
    }

    private Term call() throws PathProblem {
        var at = text.at();
        var name = text.functionName();
        if (name.isEmpty()) {
            throw text.problem("a path, a value or a function was expected, not " + text.shown());
        }
        if (!List.of("length", "count", "value", "match", "search").contains(name)) {
            throw text.problem("there is no function \"" + name + "\"; there are length, count, value, match and search", at);
        }
        deeper();
        text.expect("(", "a ( was expected after \"" + name + "\"");
        text.space();
        var called = switch (name) {
            case "length" -> new Term.Valued(new Operand.Length(argument()), false);
            case "count" -> new Term.Valued(new Operand.Count(path()), false);
            case "value" -> new Term.Valued(new Operand.Value(path()), false);
            default -> new Term.Test(matching(name.equals("match")));
        };
        text.space();
        text.expect(")", "a ) was expected");
        depth--;
        return called;
    }

    private Condition matching(boolean whole) throws PathProblem {
        var subject = argument();
        text.space();
        text.expect(",", "a comma and an expression were expected");
        text.space();
        return new Condition.Matches(whole, subject, argument());
    }

    private Operand argument() throws PathProblem {
        var at = text.at();
        return operand(term(), at);
    }
}

package dev.posthorn.odata.query;

import dev.posthorn.odata.query.FilterRows.Group;
import dev.posthorn.odata.query.FilterRows.Node;
import dev.posthorn.odata.query.FilterRows.Operator;
import dev.posthorn.odata.query.FilterRows.Row;
import java.util.ArrayList;
import java.util.List;

/// Finds the rows that a filter consists of, where it consists of rows.
final class FilterRowsReading {

    private FilterRowsReading() {}

    /// Null where it is more than rows can say.
    static Node node(Expr expr) {
        return switch (expr) {
            case Expr.Logic logic -> group(logic);
            case Expr.Not not -> not(not);
            case Expr.Binary binary -> binary(binary);
            case Expr.Call call -> call(call);
            case Expr.In in -> in(in);
            case Expr.Path path -> path.plain() ? new Row(path.text(), Operator.YES, List.of()) : null;
            case Expr.Literal _, Expr.Unknown _, Expr.Minus _ -> null;
        };
    }

    private static Node group(Expr.Logic logic) {
        var nodes = new ArrayList<Node>();
        for (var part : logic.parts()) {
            var node = node(part);
            if (node == null) {
                return null;
            }
            nodes.add(node);
        }
        var merged = logic.and() ? null : oneOf(nodes);
        return merged != null ? merged : new Group(logic.and(), false, nodes);
    }

    /// `A eq 1 or A eq 2`, the only way in which v2 and v3 can say it.
    private static Row oneOf(List<Node> nodes) {
        var values = new ArrayList<String>();
        String path = null;
        for (var node : nodes) {
            if (!(node instanceof Row row) || row.operator() != Operator.EQUAL || path != null && !path.equals(row.path())) {
                return null;
            }
            path = row.path();
            values.add(row.values().getFirst());
        }
        return new Row(path, Operator.ONE_OF, values);
    }

    private static Node not(Expr.Not not) {
        return switch (node(not.inner())) {
            case null -> null;
            case Row(var path, var operator, var values) when operator == Operator.CONTAINS -> new Row(path, Operator.CONTAINS_NOT, values);
            case Row(var path, var operator, var values) when operator == Operator.YES && not.inner() instanceof Expr.Path -> new Row(path, Operator.NO, values);
            case Row row -> new Group(true, true, List.of(row));
            case Group(var and, var already, var nodes) -> new Group(and, !already, nodes);
        };
    }

    private static Node binary(Expr.Binary binary) {
        if (binary.left() instanceof Expr.Call call && binary.right() instanceof Expr.Literal literal && literal.type().equals("Edm.Boolean") && binary.operator() == Expr.Operator.EQ) {
            // `substringof('a',Name) eq true`, as v2 is often written.
            return literal.text().equals("true") ? call(call) : node(new Expr.Not(binary.start(), binary.end(), call));
        }
        if (!(binary.left() instanceof Expr.Path path) || !path.plain()) {
            return null;
        }
        var operator = operator(binary.operator());
        if (operator == null) {
            return null;
        }
        if (binary.right() instanceof Expr.Unknown unknown) {
            return new Row(path.text(), operator, List.of(unknown.text()));
        }
        if (!(binary.right() instanceof Expr.Literal literal)) {
            return null;
        }
        if (literal.type().equals("null") || literal.type().equals("Edm.Boolean")) {
            var yes = literal.text().equals("true");
            return switch (operator) {
                case EQUAL -> new Row(path.text(), literal.type().equals("null") ? Operator.EMPTY : yes ? Operator.YES : Operator.NO, List.of());
                case DIFFERENT -> literal.type().equals("null") ? new Row(path.text(), Operator.FILLED, List.of()) : null;
                default -> null;
            };
        }
        return new Row(path.text(), operator, List.of(Literals.said(literal.text())));
    }

    private static Operator operator(Expr.Operator operator) {
        return switch (operator) {
            case EQ -> Operator.EQUAL;
            case NE -> Operator.DIFFERENT;
            case GT -> Operator.ABOVE;
            case GE -> Operator.AT_LEAST;
            case LT -> Operator.BELOW;
            case LE -> Operator.AT_MOST;
            case HAS -> Operator.HAS;
            case ADD, SUB, MUL, DIV, DIVBY, MOD -> null;
        };
    }

    private static Node call(Expr.Call call) {
        if (call.arguments().size() != 2) {
            return null;
        }
        var turned = call.name().equals("substringof");
        var operator = switch (call.name()) {
            case "contains", "substringof" -> Operator.CONTAINS;
            case "startswith" -> Operator.BEGINS;
            case "endswith" -> Operator.ENDS;
            default -> null;
        };
        var where = call.arguments().get(turned ? 1 : 0);
        var value = said(call.arguments().get(turned ? 0 : 1));
        return operator == null || value == null || !(where instanceof Expr.Path path) || !path.plain() ? null : new Row(path.text(), operator, List.of(value));
    }

    private static String said(Expr value) {
        return switch (value) {
            case Expr.Literal literal when !literal.type().isEmpty() -> Literals.said(literal.text());
            case Expr.Unknown unknown -> unknown.text();
            default -> null;
        };
    }

    private static Node in(Expr.In in) {
        if (in.from() != null || !(in.left() instanceof Expr.Path path) || !path.plain()) {
            return null;
        }
        var values = in.items().stream().map(FilterRowsReading::said).toList();
        return values.stream().anyMatch(java.util.Objects::isNull) ? null : new Row(path.text(), Operator.ONE_OF, values);
    }
}

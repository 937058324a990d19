package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads the expressions of `$filter` and `$orderby` (OData 4.0 part 2 §5.1.1, OData 3.0 §10.2.3) and checks their types.
final class Expressions {

    private static final String IT = "$it";
    private static final int DEEPEST = 60;
    private static final int LONGEST_PATH = 20;

    private final Tables tables;
    private final String namespace;
    private final Reading reading;
    private final Map<String, EntityType> variables = new LinkedHashMap<>();
    private final EntityType type;
    private int depth;

    private Expressions(Tables tables, EntityType type, String text) {
        this.tables = tables;
        this.type = type;
        namespace = tables.schema().namespace();
        reading = new Reading(text);
        variables.put(IT, type);
    }

    static Predicate<Map<String, Object>> filter(Tables tables, EntityType type, String text) throws ODataError {
        var parser = new Expressions(tables, type, text);
        var value = parser.whole();
        if (value.kind() != Kind.BOOLEAN) {
            throw ODataError.query("The $filter expression must evaluate to a single boolean value.");
        }
        return row -> Boolean.TRUE.equals(value.of().apply(new Frame(IT, row, null)));
    }

    static Function<Map<String, Object>, Object> sortKey(Tables tables, EntityType type, String text) throws ODataError {
        var value = new Expressions(tables, type, text).whole();
        return row -> value.of().apply(new Frame(IT, row, null));
    }

    private Term.Value whole() throws ODataError {
        var value = value(or());
        if (!reading.ended()) {
            throw reading.unexpected("something else expected");
        }
        return value;
    }

    private Term.Value value(Term term) throws ODataError {
        return switch (term) {
            case Term.Value value -> value;
            case Term.Rows rows when !rows.many() -> new Term.Value(null, f -> rows.of().apply(f).isEmpty() ? null : rows.of().apply(f).getFirst());
            case Term.Rows rows -> throw ODataError.query("A collection of '" + rows.type().name() + "' is no value: use any, all or $count.");
        };
    }

    private Term.Value bool(Term term, String operator) throws ODataError {
        var value = value(term);
        if (value.kind() != Kind.BOOLEAN) {
            throw ODataError.query("The operand of '" + operator + "' must be a boolean.");
        }
        return value;
    }

    private Term or() throws ODataError {
        if (++depth > DEEPEST) {
            throw ODataError.query("The expression is nested too deep.");
        }
        var left = and();
        while (reading.takesWord("or")) {
            var a = bool(left, "or").of();
            var b = bool(and(), "or").of();
            left = new Term.Value(Kind.BOOLEAN, f -> Boolean.TRUE.equals(a.apply(f)) || Boolean.TRUE.equals(b.apply(f)));
        }
        depth--;
        return left;
    }

    private Term and() throws ODataError {
        var left = comparison();
        while (reading.takesWord("and")) {
            var a = bool(left, "and").of();
            var b = bool(comparison(), "and").of();
            left = new Term.Value(Kind.BOOLEAN, f -> Boolean.TRUE.equals(a.apply(f)) && Boolean.TRUE.equals(b.apply(f)));
        }
        return left;
    }

    private Term comparison() throws ODataError {
        var left = sum();
        for (var operator : List.of("eq", "ne", "gt", "ge", "lt", "le")) {
            if (reading.takesWord(operator)) {
                return Comparing.terms(operator, value(left), value(sum()));
            }
        }
        return reading.takesWord("in") ? in(value(left)) : left;
    }

    private Term in(Term.Value left) throws ODataError {
        reading.needs('(');
        var tests = new ArrayList<Function<Frame, Object>>();
        do {
            tests.add(Comparing.terms("eq", left, value(sum())).of());
        } while (reading.takes(','));
        reading.needs(')');
        return new Term.Value(Kind.BOOLEAN, f -> tests.stream().anyMatch(t -> Boolean.TRUE.equals(t.apply(f))));
    }

    private Term sum() throws ODataError {
        var left = product();
        while (true) {
            var operator = reading.takesWord("add") ? "add" : reading.takesWord("sub") ? "sub" : "";
            if (operator.isEmpty()) {
                return left;
            }
            left = Comparing.arithmetic(operator, value(left), value(product()));
        }
    }

    private Term product() throws ODataError {
        var left = unary();
        while (true) {
            var operator = reading.takesWord("mul") ? "mul" : reading.takesWord("div") ? "div" : reading.takesWord("mod") ? "mod" : "";
            if (operator.isEmpty()) {
                return left;
            }
            left = Comparing.arithmetic(operator, value(left), value(unary()));
        }
    }

    private Term unary() throws ODataError {
        if (reading.takesWord("not")) {
            if (++depth > DEEPEST) {
                throw ODataError.query("The expression is nested too deep.");
            }
            var operand = bool(unary(), "not").of();
            depth--;
            return new Term.Value(Kind.BOOLEAN, f -> !Boolean.TRUE.equals(operand.apply(f)));
        }
        if (reading.takes('(')) {
            var inner = or();
            reading.needs(')');
            return inner;
        }
        var literal = reading.literal();
        return literal == null ? named() : literal;
    }

    private Term named() throws ODataError {
        var name = reading.name();
        if (name.isEmpty()) {
            throw reading.unexpected(reading.ended() ? "an expression expected at the end" : "an expression expected");
        }
        if (reading.takes('(')) {
            return Functions.call(name, arguments());
        }
        var variable = variables.get(name);
        Term start = variable == null ? step(rows(IT, type), name) : rows(name, variable);
        return path(start);
    }

    private static Term.Rows rows(String variable, EntityType type) {
        return new Term.Rows(type, false, f -> List.of(f.row(variable)));
    }

    private List<Term.Value> arguments() throws ODataError {
        var all = new ArrayList<Term.Value>();
        if (reading.takes(')')) {
            return all;
        }
        do {
            all.add(value(or()));
        } while (reading.takes(','));
        reading.needs(')');
        return all;
    }

    private Term path(Term start) throws ODataError {
        var term = start;
        for (var steps = 1; reading.takes('/'); steps++) {
            if (steps > LONGEST_PATH) {
                throw ODataError.query("A path has no more than " + LONGEST_PATH + " steps here.");
            }
            var name = reading.name();
            if (!(term instanceof Term.Rows rows)) {
                throw ODataError.query("'" + name + "' cannot follow a value.");
            }
            term = rows.many() ? collected(rows, name) : step(rows, name);
        }
        return term;
    }

    /// What can follow a collection.
    private Term collected(Term.Rows rows, String name) throws ODataError {
        if (name.equals("$count")) {
            return new Term.Value(Kind.INT, f -> (long) rows.of().apply(f).size());
        }
        if (!name.equals("any") && !name.equals("all")) {
            throw ODataError.query("'" + name + "' cannot follow a collection of '" + rows.type().name() + "'.");
        }
        reading.needs('(');
        if (name.equals("any") && reading.takes(')')) {
            return new Term.Value(Kind.BOOLEAN, f -> !rows.of().apply(f).isEmpty());
        }
        var variable = reading.name();
        reading.needs(':');
        if (variable.isEmpty() || variables.putIfAbsent(variable, rows.type()) != null) {
            throw ODataError.query("The range variable '" + variable + "' is missing or already used.");
        }
        var test = bool(or(), name).of();
        variables.remove(variable);
        reading.needs(')');
        return new Term.Value(Kind.BOOLEAN, f -> {
            var all = rows.of().apply(f).stream();
            Predicate<Map<String, Object>> good = row -> Boolean.TRUE.equals(test.apply(new Frame(variable, row, f)));
            return name.equals("any") ? all.anyMatch(good) : all.allMatch(good);
        });
    }

    /// A property or a navigation of one row.
    private Term step(Term.Rows from, String name) throws ODataError {
        var property = from.type().property(name);
        if (property.isPresent() && property.get().kind() != Kind.STREAM) {
            return new Term.Value(property.get().kind(), f -> from.of().apply(f).stream().map(r -> r.get(name)).filter(Objects::nonNull).findFirst().orElse(null));
        }
        Navigation way = from.type().navigation(name).orElseThrow(() -> ODataError.noProperty(name, namespace + "." + from.type().name()));
        return new Term.Rows(tables.schema().type(way.target()), way.many(), f -> from.of().apply(f).stream().flatMap(r -> tables.along(from.type(), r, way).stream()).toList());
    }
}

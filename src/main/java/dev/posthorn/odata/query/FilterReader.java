package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.Version;
import java.util.ArrayList;
import java.util.List;

/// Reads the expression of a `$filter` (OData 4.01 ABNF, `commonExpr`; OData 2 and 3, their conventions) into a tree.
///
/// 1. Nothing is asked of the metadata here: `FilterCheck` does that.
/// 2. `{{variables}}` may stand wherever a value may.
/// 3. Brackets nest 100 deep, a calculation has 200 steps; `and` and `or` may have any number of parts.
public final class FilterReader {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 200;
    private static final List<String> WORDS = List.of("eq", "ne", "gt", "ge", "lt", "le", "and", "or", "add", "sub", "mul", "div", "mod", "in", "has");

    private final List<Token> tokens;
    private final Version version;
    private int at;
    private int depth;

    private FilterReader(String text, Version version) {
        tokens = Tokens.of(text, version);
        this.version = version;
    }

    /// @throws QueryProblem with the first thing that is wrong, and where
    public static Expr read(String text, Version version) throws QueryProblem {
        var reader = new FilterReader(text, version);
        var expr = reader.or();
        if (!reader.peek().is(Token.Kind.END)) {
            throw reader.afterEnd();
        }
        return expr;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        var token = tokens.get(at);
        at += token.is(Token.Kind.END) ? 0 : 1;
        return token;
    }

    private QueryProblem problem(Token token, String sentence) {
        return new QueryProblem(Fault.at(token.start(), token.end(), token.is(Token.Kind.BAD) ? token.type() : sentence));
    }

    private QueryProblem afterEnd() {
        var token = peek();
        if (token.is(Token.Kind.NAME)) {
            var near = Nearest.of(token.text(), WORDS);
            return new QueryProblem(new Fault(token.start(), token.end(),
                    "`" + token.text() + "` is no operator" + (near == null ? "; `and`, `or` or a comparison such as `eq` can stand here" : "; did you mean `" + near + "`?"), near));
        }
        if (token.is(Token.Kind.CLOSE)) {
            return problem(token, "There is no ( for this )");
        }
        if (token.is(Token.Kind.EQUALS)) {
            return new QueryProblem(new Fault(token.start(), token.end(), "Equal is written `eq`", "eq"));
        }
        return problem(token, "An operator such as `eq` or `and` is missing before `" + token.text() + "`");
    }

    private Token expect(Token.Kind kind, String sentence) throws QueryProblem {
        if (!peek().is(kind)) {
            throw problem(peek(), sentence);
        }
        return next();
    }

    private Expr or() throws QueryProblem {
        if (++depth > DEEPEST) {
            throw problem(peek(), "Brackets are nested more than " + DEEPEST + " deep");
        }
        var parts = new ArrayList<Expr>();
        do {
            parts.add(and());
        } while (word("or"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expr.Logic(parts.getFirst().start(), parts.getLast().end(), false, parts);
    }

    private Expr and() throws QueryProblem {
        var parts = new ArrayList<Expr>();
        do {
            parts.add(compare(4));
        } while (word("and"));
        return parts.size() == 1 ? parts.getFirst() : new Expr.Logic(parts.getFirst().start(), parts.getLast().end(), true, parts);
    }

    private boolean word(String word) {
        if (peek().word(word)) {
            at++;
            return true;
        }
        return false;
    }

    /// Operators of that strength and above: 4 equality, 5 order and `in`, 6 and 7 calculation.
    private Expr compare(int strength) throws QueryProblem {
        if (strength == 8) {
            return unary();
        }
        var left = compare(strength + 1);
        for (var steps = 0; peek().is(Token.Kind.NAME); steps++) {
            if (strength == 5 && peek().word("in") && version == Version.V4) {
                next();
                left = in(left);
                continue;
            }
            var operator = Expr.Operator.of(peek().text());
            if (operator == null || operator.strength() != strength) {
                break;
            }
            if (steps == LONGEST) {
                throw problem(peek(), "There are more than " + LONGEST + " operators in a row");
            }
            next();
            var right = compare(strength + 1);
            left = new Expr.Binary(left.start(), right.end(), operator, left, right);
        }
        return left;
    }

    private Expr in(Expr left) throws QueryProblem {
        if (!peek().is(Token.Kind.OPEN)) {
            var from = unary();
            return new Expr.In(left.start(), from.end(), left, List.of(), from);
        }
        next();
        var items = new ArrayList<Expr>();
        do {
            items.add(or());
        } while (take(Token.Kind.COMMA));
        var end = expect(Token.Kind.CLOSE, "The list behind `in` ends with )").end();
        return new Expr.In(left.start(), end, left, items, null);
    }

    private boolean take(Token.Kind kind) {
        if (peek().is(kind)) {
            at++;
            return true;
        }
        return false;
    }

    private Expr unary() throws QueryProblem {
        var token = peek();
        var not = token.word("not") && !tokens.get(at + 1).is(Token.Kind.SLASH);
        if (!not && !token.is(Token.Kind.MINUS)) {
            return has();
        }
        if (++depth > DEEPEST) {
            throw problem(token, "There are more than " + DEEPEST + " of these in one another");
        }
        next();
        var inner = unary();
        depth--;
        return not ? new Expr.Not(token.start(), inner.end(), inner) : new Expr.Minus(token.start(), inner.end(), inner);
    }

    private Expr has() throws QueryProblem {
        var left = primary();
        for (var steps = 0; peek().word("has") && version == Version.V4 && steps < LONGEST; steps++) {
            next();
            var right = primary();
            left = new Expr.Binary(left.start(), right.end(), Expr.Operator.HAS, left, right);
        }
        return left;
    }

    private Expr primary() throws QueryProblem {
        var token = next();
        return switch (token.kind()) {
            case LITERAL -> new Expr.Literal(token.start(), token.end(), token.type(), token.text());
            case VARIABLE -> new Expr.Unknown(token.start(), token.end(), token.text());
            case OPEN -> bracket();
            case NAME -> token.text().startsWith("@") ? new Expr.Unknown(token.start(), token.end(), token.text()) : named(token);
            default -> throw problem(token, token.is(Token.Kind.END) ? "A property or a value is missing at the end"
                    : "A property or a value is missing before `" + token.text() + "`");
        };
    }

    private Expr bracket() throws QueryProblem {
        var inner = or();
        expect(Token.Kind.CLOSE, peek().is(Token.Kind.END) ? "A ) is missing at the end" : "A ) or an operator is missing before `" + peek().text() + "`");
        return inner;
    }

    private Expr named(Token first) throws QueryProblem {
        if (Expr.Operator.of(first.text()) != null && (peek().space() || peek().is(Token.Kind.END)) && !peek().is(Token.Kind.NAME)
                || first.text().equals("and") || first.text().equals("or")) {
            throw problem(first, "A property or a value is missing before `" + first.text() + "`");
        }
        var builtIn = first.text().indexOf('.') < 0 || first.text().startsWith("geo.");
        if (peek().is(Token.Kind.OPEN) && builtIn && !first.text().startsWith("$")) {
            var call = call(first);
            return peek().is(Token.Kind.SLASH) ? path(call, null) : call;
        }
        return path(null, first);
    }

    private Expr call(Token name) throws QueryProblem {
        next();
        var arguments = new ArrayList<Expr>();
        while (!peek().is(Token.Kind.CLOSE)) {
            arguments.add(or());
            if (!take(Token.Kind.COMMA)) {
                break;
            }
        }
        var end = expect(Token.Kind.CLOSE, "A ) is missing: `" + name.text() + "(` is not closed").end();
        return new Expr.Call(name.start(), end, name.text(), arguments);
    }

    private Expr path(Expr root, Token first) throws QueryProblem {
        var steps = new ArrayList<Expr.Step>();
        if (first != null) {
            steps.add(step(first));
        }
        while (take(Token.Kind.SLASH)) {
            if (steps.size() > DEEPEST) {
                throw problem(peek(), "The path has more than " + DEEPEST + " steps");
            }
            steps.add(step(expect(Token.Kind.NAME, "A name is missing behind /")));
        }
        return new Expr.Path(root == null ? steps.getFirst().start() : root.start(), steps.getLast().end(), root, steps);
    }

    private Expr.Step step(Token name) throws QueryProblem {
        if (!peek().is(Token.Kind.OPEN) || peek().space()) {
            return new Expr.Step(name.start(), name.end(), name.text(), null, null);
        }
        next();
        if (name.text().equals("any") || name.text().equals("all")) {
            return lambda(name);
        }
        var arguments = new ArrayList<Expr.Argument>();
        while (!peek().is(Token.Kind.CLOSE)) {
            var named = peek().is(Token.Kind.NAME) && tokens.get(at + 1).is(Token.Kind.EQUALS) ? next().text() : "";
            if (!named.isEmpty()) {
                next();
            }
            arguments.add(new Expr.Argument(named, or()));
            if (!take(Token.Kind.COMMA)) {
                break;
            }
        }
        var end = expect(Token.Kind.CLOSE, "A ) is missing: `" + name.text() + "(` is not closed").end();
        return new Expr.Step(name.start(), end, name.text(), List.copyOf(arguments), null);
    }

    private Expr.Step lambda(Token name) throws QueryProblem {
        if (peek().is(Token.Kind.CLOSE) && name.text().equals("any")) {
            return new Expr.Step(name.start(), next().end(), name.text(), List.of(), null);
        }
        var variable = expect(Token.Kind.NAME, "`" + name.text() + "` wants a variable: " + name.text() + "(x:x/Name eq 'a')").text();
        expect(Token.Kind.COLON, "A colon is missing behind `" + variable + "`: " + name.text() + "(" + variable + ":" + variable + "/Name eq 'a')");
        var condition = or();
        var end = expect(Token.Kind.CLOSE, "A ) is missing: `" + name.text() + "(` is not closed").end();
        return new Expr.Step(name.start(), end, name.text(), List.of(), new Expr.Lambda(variable, condition));
    }
}

package dev.posthorn.odata.query;

import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What may come next in a filter: it reads the words before the caret and knows whether a value or an operator is due.
final class FilterCompletion {

    private static final List<String> LOGIC = List.of("and", "or", "not");

    private final Edm edm;
    private final Version version;
    private final StructuredType type;
    private final Map<String, TypeRef> variables = new HashMap<>();
    /// The type before each open bracket of `any` and `all`, and empty for other brackets.
    private final Deque<String> brackets = new ArrayDeque<>();
    private TypeRef left;
    private TypeRef last;
    private String operator = "";
    private boolean operand;
    private boolean compared;

    FilterCompletion(Edm edm, Version version, StructuredType type) {
        this.edm = edm;
        this.version = version;
        this.type = type;
    }

    /// @param sorting whether it is for `$orderby`: then nothing is compared
    List<Suggestion> at(String text, int caret, boolean sorting) {
        var tokens = new ArrayList<>(Tokens.of(text.substring(0, caret), version));
        var end = tokens.removeLast();
        if (!tokens.isEmpty() && tokens.getLast().is(Token.Kind.BAD) && tokens.getLast().text().contains("'")) {
            return inQuotes(tokens, caret);
        }
        var typing = !tokens.isEmpty() && !end.space() && (tokens.getLast().is(Token.Kind.NAME) || tokens.getLast().is(Token.Kind.LITERAL)) ? tokens.removeLast() : null;
        var from = typing == null ? caret : typing.start();
        var typed = typing == null ? "" : typing.text();
        var path = take(tokens);
        var offers = new Offers(edm, version, from, caret);
        if (path != null) {
            behind(path, offers);
        } else if (operand) {
            if (!sorting) {
                offers.operators(Kind.of(last, edm), compared, !brackets.isEmpty());
            }
        } else {
            start(offers, sorting);
        }
        return offers.fitting(typed);
    }

    /// Within a text that is not closed: names of an enumeration may be meant.
    private List<Suggestion> inQuotes(List<Token> tokens, int caret) {
        var open = tokens.removeLast();
        take(tokens);
        if (Kind.of(left, edm) != Kind.CHOICE || operator.isEmpty()) {
            return List.of();
        }
        var offers = new Offers(edm, version, open.start(), caret);
        offers.values(left);
        return offers.fitting(open.text().substring(open.text().indexOf('\'') + 1));
    }

    private void start(Offers offers, boolean sorting) {
        var comparing = !operator.isEmpty() && !LOGIC.contains(operator);
        if (comparing) {
            offers.values(left);
        }
        if (type != null) {
            variables.forEach((name, t) -> offers.add(name, name + "/", Suggestion.Sort.VARIABLE, t == null ? "" : t.toString()));
            offers.members(type);
        }
        if (!sorting && !comparing) {
            offers.word("not", "the opposite");
        }
        offers.functions();
        if (type != null && !comparing) {
            offers.derived(type);
        }
    }

    private void behind(List<Token> path, Offers offers) {
        var at = walk(path);
        if (at == null) {
            return;
        }
        if (at.many()) {
            offers.ofList();
        } else if (edm.structured(at.name()) instanceof StructuredType structured) {
            offers.members(structured);
            offers.derived(structured);
        }
    }

    /// Goes through the words; what comes back is the path that ends with `/` at the caret, null where none does.
    private List<Token> take(List<Token> tokens) {
        var path = new ArrayList<Token>();
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            switch (token.kind()) {
                case NAME -> name(tokens, i, path);
                case SLASH -> operand = false;
                case LITERAL, VARIABLE -> value(token.type().startsWith("Edm.") ? new TypeRef(token.type(), false) : null, path);
                case OPEN -> open(tokens, i, path);
                case CLOSE -> close(path);
                case COMMA -> {
                    path.clear();
                    operand = false;
                    operator = "in".equals(operator) ? operator : "";
                }
                case COLON, EQUALS -> {
                    path.clear();
                    operand = false;
                    operator = "";
                }
                case MINUS, STAR, BAD, END -> path.clear();
            }
        }
        var slash = !tokens.isEmpty() && tokens.getLast().is(Token.Kind.SLASH);
        return slash && !path.isEmpty() ? path : null;
    }

    private void name(List<Token> tokens, int i, List<Token> path) {
        var token = tokens.get(i);
        var afterSlash = i > 0 && tokens.get(i - 1).is(Token.Kind.SLASH);
        var word = token.text();
        var isOperator = Expr.Operator.of(word) != null || word.equals("in") || LOGIC.contains(word);
        if (isOperator && !afterSlash && (operand || word.equals("not"))) {
            path.clear();
            operand = false;
            compared = false;
            left = LOGIC.contains(word) ? null : last;
            operator = word;
            return;
        }
        if (!afterSlash) {
            path.clear();
        }
        path.add(token);
        value(walk(path), null);
    }

    private void value(TypeRef type, List<Token> path) {
        if (path != null) {
            path.clear();
        }
        var compares = !operator.isEmpty() && !LOGIC.contains(operator) && (Expr.Operator.of(operator) == null || !Expr.Operator.of(operator).calculates());
        last = type;
        operand = true;
        compared = compares;
    }

    private void open(List<Token> tokens, int i, List<Token> path) {
        var name = i > 0 && tokens.get(i - 1).is(Token.Kind.NAME) ? tokens.get(i - 1).text() : "";
        var lambda = (name.equals("any") || name.equals("all")) && path.size() > 1;
        if (lambda && i + 2 < tokens.size() && tokens.get(i + 1).is(Token.Kind.NAME) && tokens.get(i + 2).is(Token.Kind.COLON)) {
            var over = walk(path.subList(0, path.size() - 1));
            variables.put(tokens.get(i + 1).text(), over == null ? null : over.one());
        }
        brackets.push(lambda ? "any" : Function.of(name) != null ? name : "");
        path.clear();
        operand = false;
        if (!operator.equals("in")) {
            operator = "";
            left = null;
        }
    }

    private void close(List<Token> path) {
        var name = brackets.isEmpty() ? "" : brackets.pop();
        path.clear();
        var function = Function.of(name);
        operand = true;
        compared = function == null && !name.equals("any");
        last = name.equals("any") ? new TypeRef("Edm.Boolean", false) : function == null || function.returns().isEmpty() || function.returns().equals("?") ? null : new TypeRef(function.returns(), false);
        operator = "";
    }

    private TypeRef walk(List<Token> path) {
        var steps = new PathTypes(edm, new ArrayList<>());
        var at = Completion.one(type);
        var first = true;
        for (var token : path) {
            if (first && variables.containsKey(token.text())) {
                at = variables.get(token.text());
            } else if (!(first && (token.text().equals("$it") || token.text().equals("$this")))) {
                at = at == null ? null : steps.after(at, new Expr.Step(token.start(), token.end(), token.text(), null, null));
            }
            first = false;
        }
        return at;
    }
}

package dev.posthorn.odata.query;

import java.util.List;

/// An expression of `$filter` or `$orderby`, with the place of each part in the text: `start` its first char, `end` the one after its last.
public sealed interface Expr {

    int start();

    int end();

    /// A value as written. `type` is `Edm.…`, the name of an enumeration, `null`, or "" where JSON stands there.
    record Literal(int start, int end, String type, String text) implements Expr {}

    /// A `{{variable}}` of ours, or a parameter alias `@p`: its value is known later.
    record Unknown(int start, int end, String text) implements Expr {}

    /// Properties and more, one after the other: `Customer/Name`, `$it`, `Orders/$count`, `Orders/any(o:…)`, `Sales.Customer/Name`.
    /// `root` is what it is a part of where that is no name (`cast(…)/Name`), else null.
    record Path(int start, int end, Expr root, List<Step> steps) implements Expr {
        public Path {
            steps = List.copyOf(steps);
        }

        /// Whether it is names alone, as a form can show it.
        public boolean plain() {
            return root == null && steps.stream().allMatch(s -> s.arguments() == null && s.lambda() == null && !s.name().startsWith("$"));
        }

        public String text() {
            return String.join("/", steps.stream().map(Step::name).toList());
        }
    }

    /// @param arguments null where it has no brackets
    /// @param lambda    what `any(…)` or `all(…)` asks; null for other steps, and for `any()`
    record Step(int start, int end, String name, List<Argument> arguments, Lambda lambda) {}

    /// @param name "" where it is told by its place
    record Argument(String name, Expr value) {}

    record Lambda(String variable, Expr condition) {}

    /// A function of OData itself: `contains(Name,'a')`.
    record Call(int start, int end, String name, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `and` or `or` of two or more.
    record Logic(int start, int end, boolean and, List<Expr> parts) implements Expr {
        public Logic {
            parts = List.copyOf(parts);
        }
    }

    record Not(int start, int end, Expr inner) implements Expr {}

    record Minus(int start, int end, Expr inner) implements Expr {}

    /// A comparison or a calculation.
    record Binary(int start, int end, Operator operator, Expr left, Expr right) implements Expr {}

    /// `Name in ('a','b')`; the list may also be a path.
    record In(int start, int end, Expr left, List<Expr> items, Expr from) implements Expr {
        public In {
            items = List.copyOf(items);
        }
    }

    enum Operator {
        EQ("eq", 4), NE("ne", 4), GT("gt", 5), GE("ge", 5), LT("lt", 5), LE("le", 5), HAS("has", 9),
        ADD("add", 6), SUB("sub", 6), MUL("mul", 7), DIV("div", 7), DIVBY("divby", 7), MOD("mod", 7);

        private final String word;
        private final int strength;

        Operator(String word, int strength) {
            this.word = word;
            this.strength = strength;
        }

        public String word() {
            return word;
        }

        /// How tightly it binds, from 1; `or` has 1, `and` 2, `in` 5, `not` and `-` 8.
        int strength() {
            return strength;
        }

        boolean calculates() {
            return strength == 6 || strength == 7;
        }

        static Operator of(String word) {
            for (var operator : values()) {
                if (operator.word.equals(word)) {
                    return operator;
                }
            }
            return null;
        }
    }
}

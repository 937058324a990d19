package dev.posthorn.odata.query;

/// Writes an expression as text, with brackets where they are needed and nowhere else.
public final class FilterText {

    private FilterText() {}

    public static String of(Expr expr) {
        var out = new StringBuilder();
        write(expr, 0, out);
        return out.toString();
    }

    private static void write(Expr expr, int around, StringBuilder out) {
        var strength = strength(expr);
        var brackets = strength < around;
        if (brackets) {
            out.append('(');
        }
        switch (expr) {
            case Expr.Literal literal -> out.append(literal.text());
            case Expr.Unknown unknown -> out.append(unknown.text());
            case Expr.Path path -> path(path, out);
            case Expr.Call call -> {
                out.append(call.name()).append('(');
                list(call.arguments(), out);
                out.append(')');
            }
            case Expr.Logic logic -> logic(logic, out);
            case Expr.Not not -> {
                out.append("not ");
                write(not.inner(), 9, out);
            }
            case Expr.Minus minus -> {
                out.append('-');
                write(minus.inner(), 9, out);
            }
            case Expr.Binary binary -> {
                write(binary.left(), strength, out);
                out.append(' ').append(binary.operator().word()).append(' ');
                write(binary.right(), strength + 1, out);
            }
            case Expr.In in -> {
                write(in.left(), 6, out);
                out.append(" in ");
                if (in.from() != null) {
                    write(in.from(), 9, out);
                } else {
                    out.append('(');
                    list(in.items(), out);
                    out.append(')');
                }
            }
        }
        if (brackets) {
            out.append(')');
        }
    }

    private static int strength(Expr expr) {
        return switch (expr) {
            case Expr.Logic logic -> logic.and() ? 2 : 1;
            case Expr.Binary binary -> binary.operator().strength();
            case Expr.In _ -> 5;
            case Expr.Not _, Expr.Minus _ -> 8;
            case Expr.Literal _, Expr.Unknown _, Expr.Path _, Expr.Call _ -> 10;
        };
    }

    private static void logic(Expr.Logic logic, StringBuilder out) {
        var first = true;
        for (var part : logic.parts()) {
            out.append(first ? "" : logic.and() ? " and " : " or ");
            write(part, logic.and() ? 3 : 2, out);
            first = false;
        }
    }

    private static void list(Iterable<Expr> items, StringBuilder out) {
        var first = true;
        for (var item : items) {
            out.append(first ? "" : ",");
            write(item, 0, out);
            first = false;
        }
    }

    private static void path(Expr.Path path, StringBuilder out) {
        if (path.root() != null) {
            write(path.root(), 10, out);
        }
        var first = path.root() == null;
        for (var step : path.steps()) {
            out.append(first ? "" : "/").append(step.name());
            first = false;
            if (step.lambda() != null) {
                out.append('(').append(step.lambda().variable()).append(':');
                write(step.lambda().condition(), 0, out);
                out.append(')');
            } else if (step.arguments() != null) {
                out.append('(');
                var comma = "";
                for (var argument : step.arguments()) {
                    out.append(comma).append(argument.name().isEmpty() ? "" : argument.name() + "=");
                    write(argument.value(), 0, out);
                    comma = ",";
                }
                out.append(')');
            }
        }
    }
}

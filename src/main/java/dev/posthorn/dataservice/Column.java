package dev.posthorn.dataservice;

/// A column of a select, or the value that a column gets.
///
/// @param name the key under which it stands in the answer; of a value the column itself
public record Column(String name, Fields json) {

    /// A column of a select by its path.
    public static Column of(String path) {
        return new Column(path, Fields.NONE.with("expression", Expression.column(path).json()));
    }

    /// A value that a column gets.
    public static Column value(String name, Expression value) {
        return new Column(name, value.json());
    }

    /// In `columnValues` the expression is the item itself.
    public Expression expression() {
        return new Expression(json.has("expression") ? json.object("expression") : json);
    }

    public Column withExpression(Expression expression) {
        return new Column(name, json.has("expression") ? json.with("expression", expression.json()) : expression.json());
    }

    public Column named(String other) {
        return new Column(other, json);
    }

    /// 0 not sorted by it, 1 upwards, 2 downwards.
    public int direction() {
        return Math.clamp(json.number("orderDirection", 0), 0, 2);
    }

    /// The turn in which it sorts, from 0; -1 for none.
    public int position() {
        return json.number("orderPosition", -1);
    }

    public Column sorted(int direction, int position) {
        return new Column(name, direction == 0 && !json.has("orderDirection") ? json : json.with("orderDirection", direction).with("orderPosition", direction == 0 ? -1 : position));
    }
}

package dev.posthorn.dataservice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A condition of a query, or a group of conditions; groups stand in groups.
public record Filter(Fields json) {

    /// Deeper filters are kept, and not shown. The service itself does not go far either.
    public static final int DEEPEST = 20;
    private static final int GROUP = 6;

    /// A condition within another, and the name under which it stands there.
    public record Part(String name, Filter filter) {}

    public static Filter group() {
        return new Filter(Fields.NONE.with("filterType", GROUP).with("isEnabled", true).with("logicalOperation", 0).with("items", Map.of()));
    }

    public static Filter comparing(String path, Comparison comparison, DataValueType type, String value) {
        return new Filter(Fields.NONE.with("filterType", 1).with("comparisonType", 3).with("isEnabled", true).with("leftExpression", Expression.column(path).json())
                .with("rightExpression", Expression.value(type, value).json())).as(comparison);
    }

    public boolean isGroup() {
        return json.number("filterType", json.has("items") ? GROUP : 1) == GROUP;
    }

    public boolean empty() {
        return isGroup() && parts().isEmpty();
    }

    public boolean enabled() {
        return !Boolean.FALSE.equals(json.get("isEnabled"));
    }

    public Filter enabled(boolean on) {
        return new Filter(json.with("isEnabled", on));
    }

    public boolean not() {
        return json.flag("isNot");
    }

    public Filter not(boolean on) {
        return new Filter(json.with("isNot", on, false));
    }

    /// Whether one condition of the group is enough.
    public boolean any() {
        return json.number("logicalOperation", 0) == 1;
    }

    public Filter any(boolean on) {
        return new Filter(json.with("logicalOperation", on ? 1 : 0));
    }

    /// True for what has conditions on other rows: an aggregation, or rows that are there.
    public boolean subFiltered() {
        return !isGroup() && (json.has("subFilters") || comparison().filter() == 5 || left().aggregate());
    }

    public Filter subFilters() {
        return json.has("subFilters") ? new Filter(json.object("subFilters")) : group();
    }

    private Filter withSubFilters(Filter now) {
        return new Filter(json.with("subFilters", now.json()));
    }

    public List<Part> parts() {
        return json.object("items").map().entrySet().stream().map(e -> new Part(e.getKey(), new Filter(Fields.of(e.getValue())))).toList();
    }

    /// @param path names of parts, from this group downwards; "" means the conditions on other rows
    public Filter changed(List<String> path, UnaryOperator<Filter> change) {
        if (path.isEmpty()) {
            return change.apply(this);
        }
        if (path.getFirst().isEmpty()) {
            return withSubFilters(subFilters().changed(path.subList(1, path.size()), change));
        }
        var items = json.object("items");
        var now = new Filter(items.object(path.getFirst())).changed(path.subList(1, path.size()), change);
        return new Filter(json.with("items", items.replaced(path.getFirst(), path.getFirst(), now == null ? null : now.json().map())));
    }

    public Filter without(List<String> path) {
        var parent = path.subList(0, path.size() - 1);
        return changed(parent, group -> new Filter(group.json.with("items", group.json.object("items").without(path.getLast()))));
    }

    public Filter adding(Filter part) {
        var items = json.object("items");
        return new Filter(json.with("items", items.with(items.free(part.isGroup() ? "group" : "filter"), part.json())));
    }

    /// All conditions in it.
    public int count() {
        return count(0);
    }

    private int count(int depth) {
        return depth > DEEPEST ? 0 : isGroup() ? parts().stream().mapToInt(p -> p.filter().count(depth + 1)).sum() : 1;
    }

    /// Whether any condition of it is in use: what is switched off keeps no row out.
    public boolean limits() {
        return limits(0);
    }

    private boolean limits(int depth) {
        return enabled() && (!isGroup() || depth <= DEEPEST && parts().stream().anyMatch(p -> p.filter().limits(depth + 1)));
    }

    // One condition

    public Expression left() {
        return new Expression(json.object("leftExpression"));
    }

    public Filter withLeft(Expression left) {
        var changed = json.with("leftExpression", left.json());
        return new Filter(left.aggregate() ? changed.with("isAggregative", true) : changed.has("isAggregative") ? changed.with("isAggregative", false) : changed);
    }

    public Comparison comparison() {
        var type = json.number("filterType", 1);
        return Comparison.of(type, type == 2 && json.has("isNull") && !json.has("comparisonType") ? json.flag("isNull") ? 1 : 2 : json.number("comparisonType", type == 5 ? 15 : 3));
    }

    /// The same with another comparison: what the one before compared with stays as far as it fits.
    public Filter as(Comparison comparison) {
        var type = type();
        var texts = values();
        var changed = json.with("filterType", comparison.filter()).with("comparisonType", comparison.number());
        if (comparison.filter() == comparison().filter() && json.number("filterType", 1) == comparison.filter()) {
            return new Filter(comparison.filter() == 2 ? changed.with("isNull", comparison == Comparison.NULL) : changed);
        }
        changed = changed.without("rightExpression").without("rightExpressions").without("rightLessExpression").without("rightGreaterExpression").without("isNull");
        changed = comparison.filter() == 2 ? changed.with("isNull", comparison == Comparison.NULL) : changed;
        changed = comparison.filter() == 5 && !changed.has("subFilters") ? changed.with("subFilters", group().json()) : changed;
        return new Filter(changed).withValues(type, comparison.operands() == 0 ? List.of() : texts);
    }

    private List<Expression> rights() {
        return switch (comparison().filter()) {
            case 1 -> List.of(new Expression(json.object("rightExpression")));
            case 3 -> List.of(new Expression(json.object("rightLessExpression")), new Expression(json.object("rightGreaterExpression")));
            case 4 -> json.list("rightExpressions").stream().map(e -> new Expression(Fields.of(e))).toList();
            default -> List.of();
        };
    }

    /// What it compares with, for a choice: a value, a macro, another column.
    public Expression right() {
        return rights().isEmpty() ? Expression.value(DataValueType.TEXT, "") : rights().getFirst();
    }

    public Filter withRight(Expression right) {
        return new Filter(json.with("rightExpression", right.json()));
    }

    public DataValueType type() {
        return right().type();
    }

    /// The typed values: one, two for a range, several for a list.
    public List<String> values() {
        return rights().stream().map(Expression::typed).toList();
    }

    public Filter withValues(DataValueType type, List<String> values) {
        return switch (comparison().filter()) {
            case 1 -> new Filter(json.with("rightExpression", at(0).withValue(type, get(values, 0)).json()));
            case 3 -> new Filter(json.with("rightLessExpression", at(0).withValue(type, get(values, 0)).json()).with("rightGreaterExpression", at(1).withValue(type, get(values, 1)).json()));
            case 4 -> {
                var all = new ArrayList<Object>();
                for (var i = 0; i < values.size(); i++) {
                    all.add(at(i).withValue(type, values.get(i)).json().map());
                }
                yield new Filter(json.with("rightExpressions", all));
            }
            default -> this;
        };
    }

    private Expression at(int i) {
        return i < rights().size() ? rights().get(i) : new Expression(Fields.NONE);
    }

    private static String get(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    /// The values of a list in one field, and taken apart again: by commas.
    public static String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(", "));
    }

    public static List<String> split(String typed) {
        return typed.isBlank() ? List.of() : Arrays.stream(typed.split(",")).map(String::strip).toList();
    }
}

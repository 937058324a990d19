package dev.posthorn.odata.query;

import dev.posthorn.odata.Version;
import java.util.ArrayList;
import java.util.List;

/// What is wanted of a list of entities, or of a related one. All texts are as people read them, without percent signs; "" is nothing.
///
/// @param select  paths of properties; empty for all
/// @param top     a number, or a `{{variable}}`
/// @param count   whether the number of all is wanted too: `$count=true`, in v2 and v3 `$inlinecount=allpages`
/// @param levels  of an expand: how many levels of the same, or `max`
/// @param others  options that are not of OData, and those of OData that have no field here, such as `$apply` and `$compute`
public record Options(List<String> select, String filter, List<Expand> expand, List<Order> orderBy, String top, String skip, boolean count,
        String search, String levels, List<Pair> others) {

    static final int DEEPEST = 20;

    public static final Options NONE = new Options(List.of(), "", List.of(), List.of(), "", "", false, "", "", List.of());

    /// An option as it stands in a URL, decoded.
    public record Pair(String name, String value) {}

    public Options {
        select = List.copyOf(select);
        expand = List.copyOf(expand);
        orderBy = List.copyOf(orderBy);
        others = List.copyOf(others);
    }

    public Options withSelect(List<String> value) {
        return new Options(value, filter, expand, orderBy, top, skip, count, search, levels, others);
    }

    public Options withFilter(String value) {
        return new Options(select, value, expand, orderBy, top, skip, count, search, levels, others);
    }

    public Options withExpand(List<Expand> value) {
        return new Options(select, filter, value, orderBy, top, skip, count, search, levels, others);
    }

    public Options withOrderBy(List<Order> value) {
        return new Options(select, filter, expand, value, top, skip, count, search, levels, others);
    }

    public Options withTop(String value) {
        return new Options(select, filter, expand, orderBy, value, skip, count, search, levels, others);
    }

    public Options withSkip(String value) {
        return new Options(select, filter, expand, orderBy, top, value, count, search, levels, others);
    }

    public Options withCount(boolean value) {
        return new Options(select, filter, expand, orderBy, top, skip, value, search, levels, others);
    }

    public Options withSearch(String value) {
        return new Options(select, filter, expand, orderBy, top, skip, count, value, levels, others);
    }

    public Options withLevels(String value) {
        return new Options(select, filter, expand, orderBy, top, skip, count, search, value, others);
    }

    public Options withOthers(List<Pair> value) {
        return new Options(select, filter, expand, orderBy, top, skip, count, search, levels, value);
    }

    /// With one more option read from a URL. A second one of the same name is kept among the others, so that it is not lost.
    Options with(String name, String value, int depth) {
        return switch (name) {
            case "$select" -> select.isEmpty() ? withSelect(Pieces.of(value, ',').stream().map(Pieces.Piece::text).filter(t -> !t.isEmpty()).toList()) : kept(name, value);
            case "$filter" -> filter.isEmpty() ? withFilter(value) : kept(name, value);
            case "$expand" -> expand.isEmpty() ? withExpand(Expand.read(value, depth)) : kept(name, value);
            case "$orderby" -> orderBy.isEmpty() ? withOrderBy(Pieces.of(value, ',').stream().map(Pieces.Piece::text).filter(t -> !t.isEmpty()).map(Order::read).toList()) : kept(name, value);
            case "$top" -> top.isEmpty() ? withTop(value) : kept(name, value);
            case "$skip" -> skip.isEmpty() ? withSkip(value) : kept(name, value);
            case "$search" -> search.isEmpty() ? withSearch(value) : kept(name, value);
            case "$levels" -> levels.isEmpty() ? withLevels(value) : kept(name, value);
            case "$count" -> value.equals("true") || value.equals("false") ? withCount(value.equals("true")) : kept(name, value);
            case "$inlinecount" -> value.equals("allpages") || value.equals("none") ? withCount(value.equals("allpages")) : kept(name, value);
            default -> kept(name, value);
        };
    }

    private Options kept(String name, String value) {
        var more = new ArrayList<>(others);
        more.add(new Pair(name, value));
        return withOthers(more);
    }

    /// As they stand in a URL of that version, in a fixed order, not encoded.
    List<Pair> pairs(Version version) {
        var pairs = new ArrayList<Pair>();
        add(pairs, "$select", String.join(",", version.old() ? OldExpand.select(this) : select));
        add(pairs, "$filter", filter);
        add(pairs, "$expand", String.join(",", version.old() ? OldExpand.paths(this) : expand.stream().map(Expand::toString).toList()));
        add(pairs, "$orderby", String.join(",", orderBy.stream().map(Order::toString).toList()));
        add(pairs, "$top", top);
        add(pairs, "$skip", skip);
        if (count) {
            pairs.add(version.old() ? new Pair("$inlinecount", "allpages") : new Pair("$count", "true"));
        }
        add(pairs, "$search", search);
        add(pairs, "$levels", levels);
        pairs.addAll(others);
        return pairs;
    }

    private static void add(List<Pair> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.add(new Pair(name, value));
        }
    }
}

package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The query options of a request or of an expansion, read and checked.
///
/// @param select null for everything
/// @param expand by navigation property, in order
/// @param top    -1 for no limit
/// @param begin  where the server's own paging goes on
record Options(Set<String> select, Map<Navigation, Options> expand, Predicate<Map<String, Object>> filter, Comparator<Map<String, Object>> order, long top, long skip,
        boolean count, long begin) {

    private static final Set<String> KNOWN = Set.of("$select", "$expand", "$filter", "$orderby", "$top", "$skip", "$count", "$inlinecount", "$search", "$skiptoken", "$format", "$levels", "$id");

    static final Options NONE = new Options(null, Map.of(), row -> true, null, -1, 0, false, 0);

    private static final int DEEPEST = 5;
    private static final int LONGEST = 8_000;

    static Options of(Tables tables, EntityType type, Map<String, String> asked, boolean four) throws ODataError {
        return of(tables, type, asked, four, 0);
    }

    private static Options of(Tables tables, EntityType type, Map<String, String> asked, boolean four, int depth) throws ODataError {
        for (var name : asked.keySet()) {
            if (name.startsWith("$") && asked.get(name).length() > LONGEST) {
                throw ODataError.query("The query parameter '" + name + "' has more than " + LONGEST + " characters.");
            }
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw ODataError.query("The query parameter '" + name + "' is not supported.");
            }
        }
        if (depth > DEEPEST) {
            throw ODataError.query("The request includes a $expand path which is too deep. The maximum depth allowed is " + DEEPEST + ".");
        }
        var text = asked.getOrDefault("$filter", "");
        Predicate<Map<String, Object>> filter = asked.containsKey("$filter") ? Expressions.filter(tables, type, text) : row -> true;
        var search = asked.getOrDefault("$search", "");
        var both = search.isBlank() ? filter : filter.and(Search.of(type, search));
        var expand = new LinkedHashMap<Navigation, Options>();
        for (var item : Splitting.at(',', asked.getOrDefault("$expand", ""))) {
            expansion(tables, type, item, four, depth, expand);
        }
        return new Options(selected(tables, type, asked.get("$select"), four), expand, both, order(tables, type, asked.getOrDefault("$orderby", "")), number(asked, "$top", -1),
                number(asked, "$skip", 0), asked.getOrDefault("$count", "").equals("true") || asked.getOrDefault("$inlinecount", "").equals("allpages"), number(asked, "$skiptoken", 0));
    }

    private static long number(Map<String, String> asked, String name, long preset) throws ODataError {
        var text = asked.get(name);
        if (text == null) {
            return preset;
        }
        if (!text.matches("\\d{1,9}")) {
            throw ODataError.query("Invalid value '" + text + "' for " + name + " query option found. The " + name + " query option requires a non-negative integer value.");
        }
        return Long.parseLong(text);
    }

    private static Set<String> selected(Tables tables, EntityType type, String text, boolean four) throws ODataError {
        if (text == null || text.isBlank()) {
            return null;
        }
        var names = new HashSet<String>();
        for (var item : Splitting.at(',', text)) {
            if (item.equals("*")) {
                return null;
            }
            var first = item.split("/", 2)[0];
            if (type.property(first).isEmpty() && type.navigation(first).isEmpty()) {
                throw ODataError.noProperty(first, tables.schema().namespace() + "." + type.name());
            }
            names.add(first);
        }
        return names;
    }

    /// Version 4: `Owner($select=Name)`; version 3: `Owner/City`.
    private static void expansion(Tables tables, EntityType type, String item, boolean four, int depth, Map<Navigation, Options> into) throws ODataError {
        var open = item.indexOf('(');
        var path = (open < 0 ? item : item.substring(0, open)).strip();
        var slash = path.indexOf('/');
        var name = slash < 0 ? path : path.substring(0, slash);
        var way = type.navigation(name).orElseThrow(() -> ODataError.noProperty(name, tables.schema().namespace() + "." + type.name()));
        var nested = new LinkedHashMap<String, String>();
        if (open >= 0) {
            if (!four || !item.endsWith(")")) {
                throw ODataError.query("Syntax error in $expand at '" + item + "'.");
            }
            for (var option : Splitting.at(';', item.substring(open + 1, item.length() - 1))) {
                var pair = option.split("=", 2);
                nested.put(pair[0].strip(), pair.length == 2 ? pair[1] : "");
            }
        } else if (slash >= 0) {
            nested.put("$expand", path.substring(slash + 1));
        }
        var target = tables.schema().type(way.target());
        var options = of(tables, target, nested, four, depth + 1);
        var before = into.get(way);
        into.put(way, before == null ? options : before.and(options));
    }

    /// Version 3 names each path anew: `Owner/City,Owner/Country`.
    private Options and(Options more) {
        var all = new LinkedHashMap<>(expand);
        more.expand.forEach((way, options) -> all.merge(way, options, Options::and));
        return new Options(select, all, filter, order, top, skip, count, begin);
    }

    private static Comparator<Map<String, Object>> order(Tables tables, EntityType type, String text) throws ODataError {
        Comparator<Map<String, Object>> order = null;
        for (var item : Splitting.at(',', text)) {
            var down = item.endsWith(" desc");
            var path = down ? item.substring(0, item.length() - 5) : item.endsWith(" asc") ? item.substring(0, item.length() - 4) : item;
            Function<Map<String, Object>, Object> key = Expressions.sortKey(tables, type, path);
            var one = Comparator.comparing(key, Comparing.ORDER);
            order = order == null ? down ? one.reversed() : one : order.thenComparing(down ? one.reversed() : one);
        }
        return order;
    }

    /// Those that the filter lets through, sorted.
    List<Map<String, Object>> chosen(List<Map<String, Object>> rows) {
        var chosen = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            if (filter.test(row)) {
                chosen.add(row);
            }
        }
        if (order != null) {
            chosen.sort(order);
        }
        return chosen;
    }

    boolean shows(String name) {
        return select == null || select.contains(name);
    }
}

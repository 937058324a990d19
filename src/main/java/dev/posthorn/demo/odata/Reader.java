package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Faults;
import dev.posthorn.demo.vendor.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers what is read: service document, rows with paging, one row, values, counts, links.
final class Reader {

    private static final Pattern PAGE_SIZE = Pattern.compile("(?:odata\\.)?maxpagesize=(\\d{1,6})");

    private final Tables tables;
    private final Faults faults;
    private final boolean four;
    private final int page;

    Reader(Tables tables, Faults faults, boolean four, int page) {
        this.tables = tables;
        this.faults = faults;
        this.four = four;
        this.page = page;
    }

    private static Answer json(Format format, Object value) {
        return new Answer(200, List.of(), format.style().type(), Json.written(value));
    }

    Answer document(String root, Format.Style style) {
        var sets = tables.schema().types().stream().map(t -> Resolver.set(t, four)).toList();
        if (style == Format.Style.VERBOSE) {
            return new Answer(200, List.of(), style.type(), Json.written(Map.of("d", Map.of("EntitySets", sets))));
        }
        var told = new LinkedHashMap<String, Object>();
        told.put(four ? "@odata.context" : "odata.metadata", root + "/$metadata");
        told.put("value", sets.stream().map(s -> four ? ordered("name", s, "kind", "EntitySet", "url", s) : ordered("name", s, "url", s)).toList());
        return new Answer(200, List.of(), style.type(), Json.written(told));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    Answer read(Asked asked, Format format, Place place) throws ODataError {
        return switch (place) {
            case Place.Rows rows -> rows(asked, format, rows);
            case Place.Row(var type, var row) -> row == null ? Answer.empty(204) : one(format, type, row, Options.of(tables, type, asked.parameters(), four));
            case Place.Value value -> value(format, value);
            case Place.Count(var type, var rows) -> Answer.text(200, "text/plain;charset=utf-8", Integer.toString(Options.of(tables, type, asked.parameters(), four).chosen(rows).size()));
            case Place.Links(var to) -> links(format, to);
            case Place.Result result -> result(asked, format, result);
        };
    }

    Answer result(Asked asked, Format format, Place.Result result) throws ODataError {
        if (result.place() != null) {
            return read(asked.within("GET", asked.path(), asked.query(), asked.headers(), asked.body()), format, result.place());
        }
        if (result.value() == null) {
            return Answer.empty(204);
        }
        var value = format.value(result.value());
        var told = new LinkedHashMap<String, Object>();
        if (format.style() == Format.Style.VERBOSE) {
            return json(format, Map.of("d", value));
        }
        told.put(four ? "@odata.context" : "odata.metadata", format.root() + "/$metadata#Edm." + (result.value() instanceof String ? "String" : "Int32"));
        told.put("value", value);
        return json(format, told);
    }

    private Answer rows(Asked asked, Format format, Place.Rows rows) throws ODataError {
        var options = Options.of(tables, rows.type(), asked.parameters(), four);
        var chosen = options.chosen(rows.rows());
        var begin = Math.min(options.skip() + options.begin(), chosen.size());
        var left = options.top() < 0 ? chosen.size() - begin : Math.min(options.top() - options.begin(), chosen.size() - begin);
        var preferred = PAGE_SIZE.matcher(asked.header("Prefer"));
        var asks = four && preferred.find() ? Math.max(1, Integer.parseInt(preferred.group(1))) : 0;
        var most = faults.has(Fault.PAGE_SIZE) ? faults.number(Fault.PAGE_SIZE) : page;
        var size = asks > 0 ? Math.min(asks, most) : most;
        var now = Math.clamp(Math.min(left, size), 0, chosen.size());
        var written = format.rows(rows.type(), chosen.subList((int) begin, (int) begin + now), options);
        var next = left > size ? next(asked, faults.has(Fault.NEXT_LOOP) ? options.begin() : options.begin() + now) : "";
        var answer = json(format, collection(format, rows.type(), options, written, chosen.size(), next));
        return asks > 0 ? answer.with("Preference-Applied", "odata.maxpagesize=" + size) : answer;
    }

    private Object collection(Format format, EntityType type, Options options, List<Map<String, Object>> rows, int count, String next) {
        var told = new LinkedHashMap<String, Object>();
        if (format.style() == Format.Style.VERBOSE) {
            if (options.count()) {
                told.put("__count", Integer.toString(count));
            }
            told.put("results", rows);
            if (!next.isEmpty()) {
                told.put("__next", next);
            }
            return Map.of("d", told);
        }
        var prefix = four ? "@odata." : "odata.";
        if (format.style() != Format.Style.NONE) {
            told.put(four ? "@odata.context" : "odata.metadata", format.root() + "/$metadata#" + Resolver.set(type, four) + columns(options));
        }
        if (options.count()) {
            told.put(prefix + "count", four ? (Object) count : Integer.toString(count));
        }
        told.put("value", rows);
        if (!next.isEmpty()) {
            told.put(prefix + "nextLink", next);
        }
        return told;
    }

    private String columns(Options options) {
        return options.select() == null || !four ? "" : options.select().stream().sorted().collect(Collectors.joining(",", "(", ")"));
    }

    /// The same question, but for where it goes on.
    private String next(Asked asked, long begin) {
        var kept = new ArrayList<String>();
        for (var pair : asked.query().split("&")) {
            if (!pair.isEmpty() && !Asked.decoded(pair.split("=", 2)[0]).equals("$skiptoken")) {
                kept.add(pair);
            }
        }
        kept.add("$skiptoken=" + begin);
        var origin = faults.has(Fault.NEXT_ELSEWHERE) ? elsewhere(asked.origin()) : asked.origin();
        return origin + asked.path() + "?" + String.join("&", kept);
    }

    private static String elsewhere(String origin) {
        return origin.contains("//127.0.0.1") ? origin.replace("//127.0.0.1", "//localhost") : origin.replaceFirst("//[^:/]*", "//127.0.0.1");
    }

    Answer one(Format format, EntityType type, Map<String, Object> row, Options options) {
        var written = format.row(type, row, options);
        if (format.style() == Format.Style.VERBOSE) {
            return json(format, Map.of("d", written));
        }
        var told = new LinkedHashMap<String, Object>();
        if (format.style() != Format.Style.NONE) {
            told.put(four ? "@odata.context" : "odata.metadata", format.root() + "/$metadata#" + Resolver.set(type, four) + columns(options) + (four ? "/$entity" : "/@Element"));
        }
        told.putAll(written);
        return json(format, told);
    }

    private Answer value(Format format, Place.Value place) throws ODataError {
        var value = place.row().get(place.property().name());
        if (place.property().kind() == Kind.STREAM) {
            var bytes = value instanceof byte[] content ? content : new byte[0];
            return bytes.length == 0 ? Answer.empty(204) : new Answer(200, List.of(), "application/octet-stream", bytes);
        }
        if (value == null) {
            return place.raw() && !four ? Answer.empty(404) : Answer.empty(204);
        }
        var written = format.value(value);
        if (place.raw()) {
            return Answer.text(200, "text/plain;charset=utf-8", written.toString());
        }
        if (format.style() == Format.Style.VERBOSE) {
            return json(format, Map.of("d", Map.of(place.property().name(), written)));
        }
        return json(format, ordered(four ? "@odata.context" : "odata.metadata", format.root() + "/$metadata#" + format.address(place.type(), place.row()) + "/" + place.property().name(), "value", written));
    }

    private Answer links(Format format, Place to) throws ODataError {
        if (to instanceof Place.Rows(var type, var rows, var _, var _)) {
            var all = rows.stream().limit(page).map(r -> Map.of(four ? "@odata.id" : "uri", format.root() + "/" + format.address(type, r))).toList();
            return format.style() == Format.Style.VERBOSE ? json(format, Map.of("d", Map.of("results", all))) : json(format, ordered("@odata.context", format.root() + "/$metadata#Collection($ref)", "value", all));
        }
        if (to instanceof Place.Row(var type, var row) && row != null) {
            var link = format.root() + "/" + format.address(type, row);
            return format.style() == Format.Style.VERBOSE ? json(format, Map.of("d", Map.of("uri", link))) : json(format, ordered("@odata.context", format.root() + "/$metadata#$ref", "@odata.id", link));
        }
        throw new ODataError(404, "There is nothing to link to.");
    }
}

package dev.posthorn.dataservice;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the DataService answered: a table, and a sentence on how it went.
///
/// @param good     whether the service did what it was asked
/// @param sentence "20 rows", or what went wrong in the service's own words
/// @param rows     as many texts as there are heads
public record DataAnswer(boolean good, String sentence, List<Head> heads, List<List<String>> rows) {

    /// More rows are not put into the table.
    public static final int MOST = 20_000;

    /// A column of the answer.
    ///
    /// @param reference the schema that a lookup leads to; empty for none
    public record Head(String name, DataValueType type, String reference) {}

    static DataAnswer bad(String sentence) {
        return new DataAnswer(false, sentence, List.of(), List.of());
    }

    public static DataAnswer read(Kind kind, int status, String mediaType, String text) {
        if (mediaType.contains("html") || text.stripLeading().startsWith("<")) {
            return bad(status == 404 ? "There is no DataService at this address (404). It stands below the address of the site: …/0/DataService/json/SyncReply/SelectQuery, on .NET without /0."
                    : "A page came in place of data (" + status + "): the address may be wrong, or nobody is logged in.");
        }
        try {
            return JsonReader.read(text).plain() instanceof Map<?, ?> map ? of(kind, status, Fields.of(map)) : bad("The answer (" + status + ") is no JSON object.");
        } catch (JsonProblem e) {
            return bad(status == 401 || status == 403 ? refused(status) : text.isBlank() ? "The answer (" + status + ") is empty." : "The answer (" + status + ") is no JSON: " + e.getMessage());
        }
    }

    private static String refused(int status) {
        return status == 401 ? "Nobody is logged in (401): set the authorization of the request." : "This is forbidden (403): the user may not do it, or the header BPMCSRF is missing.";
    }

    private static DataAnswer of(Kind kind, int status, Fields json) {
        var told = json.object("responseStatus");
        if (told.has("Message") && !told.text("Message").isEmpty() && !json.flag("success")) {
            var code = told.text("ErrorCode");
            return bad(told.text("Message") + (code.isEmpty() ? "" : " (" + code + ")"));
        }
        if (kind == Kind.BATCH) {
            return batch(json);
        }
        if (status >= 400 || json.has("success") && !json.flag("success")) {
            return bad(status == 401 || status == 403 ? refused(status) : "The service did not do it (" + status + ").");
        }
        return kind == Kind.SELECT || json.has("rows") ? table(json) : new DataAnswer(true, done(kind, json), List.of(), List.of());
    }

    private static String done(Kind kind, Fields json) {
        var count = json.number("rowsAffected", 0);
        var rows = count == 1 ? "1 row" : count + " rows";
        return switch (kind) {
            case INSERT -> rows + " added" + (json.text("id").isEmpty() ? "." : " with the id " + json.text("id") + ".");
            case UPDATE -> rows + " changed.";
            case DELETE -> rows + " deleted.";
            case SELECT, BATCH -> rows + ".";
        };
    }

    private static DataAnswer table(Fields json) {
        var heads = new LinkedHashMap<String, Head>();
        json.object("rowConfig").map().forEach((name, value) -> {
            var config = Fields.of(value);
            heads.put(name, new Head(name, DataValueType.of(config.number("dataValueType", 1)), config.text("referenceSchemaName")));
        });
        var all = json.list("rows");
        var some = all.subList(0, Math.min(MOST, all.size())).stream().map(Fields::of).toList();
        some.forEach(row -> row.map().keySet().forEach(name -> heads.computeIfAbsent(name, n -> new Head(n, DataValueType.TEXT, ""))));
        var rows = some.stream().map(row -> heads.keySet().stream().map(name -> shown(row.map().get(name))).toList()).toList();
        var missing = json.list("notFoundColumns").stream().map(String::valueOf).toList();
        var sentence = (all.size() == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", all.size())) + (all.size() > MOST ? ", of which the first " + MOST + " are shown" : "")
                + (missing.isEmpty() ? "" : ". The schema has no column " + String.join(", ", missing));
        return new DataAnswer(missing.isEmpty(), sentence + ".", List.copyOf(heads.values()), rows);
    }

    private static DataAnswer batch(Fields json) {
        var rows = new ArrayList<List<String>>();
        var number = 1;
        for (var result : json.list("queryResults")) {
            var one = Fields.of(result);
            var good = !one.has("success") || one.flag("success");
            var rowsOf = one.has("rows") ? one.list("rows").size() + " read" : one.number("rowsAffected", 0) + " affected";
            rows.add(List.of(String.valueOf(number++), good ? "done" : "failed", good ? rowsOf : "", good ? one.text("id") : one.object("responseStatus").text("Message")));
        }
        var failed = rows.stream().filter(r -> r.get(1).equals("failed")).count();
        var sentence = failed == 0 ? "All " + rows.size() + " queries were done." : failed + " of " + rows.size() + " queries failed.";
        return new DataAnswer(failed == 0, sentence, List.of(new Head("Query", DataValueType.INTEGER, ""), new Head("Result", DataValueType.TEXT, ""), new Head("Rows", DataValueType.TEXT, ""),
                new Head("Says", DataValueType.TEXT, "")), rows);
    }

    /// A lookup by what people call it.
    static String shown(Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map when map.containsKey("displayValue") -> String.valueOf(map.get("displayValue"));
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}

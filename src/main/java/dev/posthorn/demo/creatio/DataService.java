package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Changes;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The DataService of a Creatio: Select-, Insert-, Update-, Delete- and BatchQuery as JSON over its tables. Errors are told in its own form.
final class DataService {

    private static final int MOST = 200;

    private final Tables tables;
    private final Changes changes;
    private final Clock clock;

    DataService(Tables tables, Changes changes, Clock clock) {
        this.tables = tables;
        this.changes = changes;
        this.clock = clock;
    }

    /// @param query the last part of the path: `SelectQuery`
    Answer answer(Asked asked, String query) {
        if (!asked.is("POST")) {
            asked.note().wrong("The DataService is for POST.");
            return Answer.page(405, "Method Not Allowed", "<p>Method Not Allowed</p>").with("Allow", "POST");
        }
        var body = Json.read(asked.body()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            asked.note().wrong("The body is no JSON object.");
            return Answer.json(400, error("SerializationException", "The body is no JSON object."));
        }
        if (!List.of("SelectQuery", "InsertQuery", "UpdateQuery", "DeleteQuery", "BatchQuery").contains(query)) {
            asked.note().wrong("There is no " + (query.length() > 60 ? query.substring(0, 60) : query) + ": SelectQuery, InsertQuery, UpdateQuery, DeleteQuery, BatchQuery.");
            return Answer.page(404, "404 - Not Found", "<p>Handler for Request not found.</p>");
        }
        if (query.equals("BatchQuery")) {
            return batch(asked, body.get());
        }
        return query.equals("SelectQuery") ? one(asked, query, body.get()) : whole(asked, query, body.get());
    }

    private Answer one(Asked asked, String query, JsonNode body) {
        try {
            return Answer.json(200, run(query, body));
        } catch (ODataError e) {
            asked.note().wrong(e.getMessage());
            return Answer.json(500, error("ItemNotFoundException", e.getMessage()));
        }
    }

    /// Changes all the rows that it is about, or none.
    private Answer whole(Asked asked, String query, JsonNode body) {
        var answer = new Answer[1];
        tables.together(() -> {
            answer[0] = one(asked, query, body);
            return answer[0].status() == 200;
        });
        return answer[0];
    }

    private static Map<String, Object> error(String code, String message) {
        var status = new LinkedHashMap<String, Object>();
        status.put("ErrorCode", code);
        status.put("Message", message);
        status.put("Errors", List.of());
        var told = new LinkedHashMap<String, Object>();
        told.put("responseStatus", status);
        told.put("rowsAffected", -1);
        told.put("nextPrcElReady", false);
        told.put("success", false);
        return told;
    }

    private Map<String, Object> run(String query, JsonNode body) throws ODataError {
        var name = Json.text(body, "rootSchemaName");
        var type = tables.schema().find(name).orElseThrow(() -> new ODataError(400, "Entity schema \"" + (name.length() > 100 ? name.substring(0, 100) : name) + "\" not found."));
        return switch (query) {
            case "SelectQuery" -> SelectQuery.answer(tables, type, clock.instant(), body);
            case "InsertQuery" -> inserted(type, body);
            case "UpdateQuery" -> changed(type, body, values(type, body));
            default -> changed(type, body, null);
        };
    }

    private Map<String, Object> values(EntityType type, JsonNode body) throws ODataError {
        var values = new LinkedHashMap<String, Object>();
        var items = Json.field(Json.field(body, "columnValues"), "items");
        if (items.isEmpty()) {
            throw new ODataError(400, "columnValues has no items.");
        }
        for (var item : items.properties()) {
            var way = type.navigation(item.getKey()).filter(w -> !w.many());
            var column = way.isPresent() ? way.get().column() : item.getKey();
            var property = type.property(column).orElseThrow(() -> new ODataError(400, "Column by path " + item.getKey() + " not found in schema " + type.name() + "."));
            var value = Filters.parameter(item.getValue(), property.kind());
            if (value instanceof String text && property.length() > 0 && text.length() > property.length()) {
                throw new ODataError(400, "The value of " + column + " is longer than " + property.length() + " characters.");
            }
            if (value == null && property.needed()) {
                throw new ODataError(400, "The column " + column + " cannot be empty.");
            }
            values.put(column, value);
        }
        return values;
    }

    private static Map<String, Object> done(int rows) {
        var told = new LinkedHashMap<String, Object>();
        told.put("rowsAffected", rows);
        told.put("nextPrcElReady", false);
        told.put("success", true);
        return told;
    }

    private Map<String, Object> inserted(EntityType type, JsonNode body) throws ODataError {
        var row = changes.insert(type, values(type, body));
        var told = new LinkedHashMap<String, Object>();
        told.put("id", row.get("Id").toString());
        told.putAll(done(1));
        return told;
    }

    /// @param values null to delete
    private Map<String, Object> changed(EntityType type, JsonNode body, Map<String, Object> values) throws ODataError {
        var filters = Json.field(body, "filters");
        if (Json.field(filters, "items").isEmpty() && !Json.field(body, "isForceUpdate").asBoolean() && Json.field(filters, "filterType").asInt(6) == 6) {
            throw new ODataError(400, "Without filters every row would be " + (values == null ? "deleted" : "changed") + ": the demo server does not.");
        }
        var filter = new Filters(tables, type, clock.instant()).of(filters);
        var rows = tables.of(type.name()).all().stream().filter(filter).toList();
        for (var row : rows) {
            if (values == null) {
                changes.delete(type, row);
            } else {
                changes.update(type, row, values);
            }
        }
        return done(rows.size());
    }

    /// Each item says in `__type` what it is. Ends at the first error, and undoes all, unless `continueIfError` is true.
    private Answer batch(Asked asked, JsonNode body) {
        var items = Json.field(body, "items");
        var results = new ArrayList<Map<String, Object>>();
        if (!items.isArray() || items.isEmpty() || items.size() > MOST) {
            asked.note().wrong("items must be an array of 1 to " + MOST + " queries.");
            return Answer.json(500, error("ArgumentException", "items must be an array of 1 to " + MOST + " queries."));
        }
        var goOn = Json.field(body, "continueIfError").asBoolean();
        var good = tables.together(() -> all(asked, items, results, goOn));
        var failed = results.stream().anyMatch(r -> Boolean.FALSE.equals(r.get("success")));
        var told = new LinkedHashMap<String, Object>();
        told.put("queryResults", results);
        told.put("hasErrors", failed);
        told.put("success", !failed);
        return Answer.json(good ? 200 : 500, told);
    }

    private boolean all(Asked asked, JsonNode items, List<Map<String, Object>> results, boolean goOn) {
        for (var item : items) {
            var name = item.path("__type").asText();
            var kind = name.substring(name.lastIndexOf('.') + 1);
            try {
                if (!List.of("SelectQuery", "InsertQuery", "UpdateQuery", "DeleteQuery").contains(kind)) {
                    throw new ODataError(400, "__type of an item must be Terrasoft.Nui.ServiceModel.DataContract. and SelectQuery, InsertQuery, UpdateQuery or DeleteQuery.");
                }
                results.add(run(kind, item));
            } catch (ODataError e) {
                asked.note().wrong(e.getMessage());
                results.add(error("ItemNotFoundException", e.getMessage()));
                if (!goOn) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.posthorn.demo.odata;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers what is written: new rows, changed rows (PATCH, in version 3 MERGE as well), deleted rows, media.
final class Writer {

    private final Tables tables;
    private final Changes changes;
    private final boolean four;

    Writer(Tables tables, Changes changes, boolean four) {
        this.tables = tables;
        this.changes = changes;
        this.four = four;
    }

    Answer write(Asked asked, Format format, Place place) throws ODataError {
        return switch (place) {
            case Place.Rows rows when asked.is("POST") -> created(asked, format, rows);
            case Place.Row(var type, var row) when row != null && !asked.is("POST") -> onRow(asked, format, type, row);
            case Place.Value value when !asked.is("POST") -> onValue(asked, value);
            case Place.Rows _, Place.Row _, Place.Value _, Place.Count _, Place.Links _, Place.Result _ ->
                throw new ODataError(405, "The method " + asked.method() + " is not allowed here.");
        };
    }

    private Answer created(Asked asked, Format format, Place.Rows rows) throws ODataError {
        var values = new LinkedHashMap<>(changes.values(rows.type(), changes.object(asked.body())));
        rows.fixed().forEach(values::putIfAbsent);
        var row = changes.insert(rows.type(), values);
        var where = format.root() + "/" + format.address(rows.type(), row);
        if (asked.header("Prefer").contains("return=minimal") || asked.header("Prefer").contains("return-no-content")) {
            return Answer.empty(204).with("Location", where).with(four ? "OData-EntityId" : "DataServiceId", where);
        }
        return body(format, rows.type(), row, 201).with("Location", where);
    }

    private Answer body(Format format, EntityType type, Map<String, Object> row, int status) {
        var written = format.row(type, row, Options.NONE);
        var told = new LinkedHashMap<String, Object>();
        if (format.style() == Format.Style.VERBOSE) {
            told.put("d", written);
        } else {
            told.put(four ? "@odata.context" : "odata.metadata", format.root() + "/$metadata#" + Resolver.set(type, four) + (four ? "/$entity" : "/@Element"));
            told.putAll(written);
        }
        return new Answer(status, List.of(), format.style().type(), Json.written(told));
    }

    private Answer onRow(Asked asked, Format format, EntityType type, Map<String, Object> row) throws ODataError {
        if (asked.is("DELETE")) {
            changes.delete(type, row);
            return Answer.empty(204);
        }
        if (asked.is("MERGE") && four) {
            throw new ODataError(405, "MERGE is of version 3: use PATCH.");
        }
        var values = new LinkedHashMap<>(changes.values(type, changes.object(asked.body())));
        if (asked.is("PUT")) {
            for (var property : type.properties()) {
                if (!property.needed() && property.kind() != Kind.STREAM && !property.equals(type.key())) {
                    values.putIfAbsent(property.name(), null);
                }
            }
        }
        changes.update(type, row, values);
        if (asked.header("Prefer").contains("return=representation") || asked.header("Prefer").contains("return-content")) {
            return body(format, type, tables.of(type.name()).find(row.get(type.key().name())).orElse(row), 200);
        }
        return Answer.empty(204);
    }

    private Answer onValue(Asked asked, Place.Value value) throws ODataError {
        var property = value.property();
        if (property.kind() == Kind.STREAM) {
            if (!asked.is("PUT") && !asked.is("DELETE")) {
                throw new ODataError(405, "PUT the content of a stream, or DELETE it.");
            }
            changes.stream(value.type(), value.row(), property, asked.is("DELETE") ? new byte[0] : asked.body());
            return Answer.empty(204);
        }
        var values = new LinkedHashMap<String, Object>();
        if (asked.is("DELETE")) {
            values.put(property.name(), Changes.value(property, NullNode.getInstance()));
        } else if (value.raw()) {
            try {
                values.put(property.name(), property.kind().read(asked.text()));
            } catch (IllegalArgumentException e) {
                throw new ODataError(400, e.getMessage());
            }
        } else {
            var body = changes.object(asked.body());
            values.put(property.name(), Changes.value(property, body.path(four ? "value" : property.name())));
        }
        changes.update(value.type(), value.row(), values);
        return Answer.empty(204);
    }
}

package dev.posthorn.odata.result;

import dev.posthorn.odata.Percent;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.Navigation;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Turns one object of an answer into a row.
final class RowReader {

    private static final Cell ABSENT = new Cell.Absent();
    private static final Cell NOTHING = new Cell.Nothing();

    private final Around around;
    private final List<Column> columns;
    private final StructuredType declared;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    /// What the metadata says of a type, looked up once for all rows.
    private record Shape(StructuredType type, boolean media, List<Keys.Part> keys, Map<String, Navigation> ways) {}

    private Shape shape(StructuredType type) {
        return shapes.computeIfAbsent(type.name(), _ -> {
            var ways = new HashMap<String, Navigation>();
            around.edm().navigations(type).forEach(n -> ways.put(n.name(), n));
            return new Shape(type, around.edm().line(type).stream().anyMatch(StructuredType::hasStream), Keys.parts(type, around.edm()), ways);
        });
    }

    RowReader(Around around, List<Column> columns) {
        this.around = around;
        this.columns = columns;
        declared = around.type() == null ? null : around.edm().structured(around.type().name());
    }

    Row read(Json json) {
        if (!(json instanceof Json.Obj object)) {
            return new Row("", "", "", "", null, "", List.of(cell(json, around.type() == null ? null : around.type().one())));
        }
        var controls = Controls.of(object);
        var type = type(controls);
        var shape = type == null ? null : shape(type);
        var key = shape == null ? "" : Keys.of(object, shape.keys(), around.edm(), around.version());
        var url = url(controls, key);
        var cells = new ArrayList<Cell>(columns.size());
        for (var column : columns) {
            cells.add(cell(column, object, controls, shape, url));
        }
        return new Row(type == null ? Controls.type(controls.get("type")) : type.name(), key.isEmpty() ? Keys.of(url) : key, url, controls.get("etag"),
                media(controls, url, shape), removed(object, controls), cells);
    }

    private StructuredType type(Controls controls) {
        var named = Controls.type(controls.get("type"));
        var found = named.isEmpty() ? null : around.edm().structured(named);
        return found == null ? declared : found;
    }

    /// The address that the answer names, else the one that set and key make. An entity without an edit link cannot be changed, but read.
    private String url(Controls controls, String key) {
        for (var name : List.of("editLink", "readLink", "id")) {
            var link = controls.get(name);
            if (!link.isEmpty() && (!name.equals("id") || link.indexOf('(') > 0)) {
                return around.absolute(link);
            }
        }
        if (key.isEmpty() || around.set() == null) {
            return "";
        }
        return around.below(around.set().url() + (around.set().singleton() ? "" : "(" + Percent.segment(key) + ")"));
    }

    private Cell.Media media(Controls controls, String url, Shape shape) {
        var read = controls.get("mediaReadLink");
        if (read.isEmpty() && (shape == null || !shape.media() || url.isEmpty())) {
            return null;
        }
        var address = read.isEmpty() ? url + "/$value" : around.absolute(read);
        var edit = controls.get("mediaEditLink");
        return new Cell.Media(address, edit.isEmpty() ? address : around.absolute(edit), controls.get("mediaContentType"), controls.get("mediaEtag"));
    }

    /// `@removed` of 4.01, or the `$deletedEntity` of 4.0.
    private static String removed(Json.Obj object, Controls controls) {
        for (var name : List.of("@removed", "@odata.removed")) {
            if (object.object(name) instanceof Json.Obj removed) {
                return removed.has("reason") ? removed.text("reason") : "deleted";
            }
        }
        return controls.get("context").endsWith("$deletedEntity") || controls.get("context").endsWith("$delete") ? object.has("reason") ? object.text("reason") : "deleted" : "";
    }

    private Cell cell(Column column, Json.Obj object, Controls controls, Shape shape, String url) {
        var name = column.name();
        var value = object.get(name);
        var navigation = shape == null ? null : shape.ways().get(name);
        if (column.sort() == Column.Sort.STREAM || value instanceof Json.Obj stream && stream.has("__mediaresource")) {
            return stream(name, value, controls, url);
        }
        if (navigation != null || column.sort() == Column.Sort.RELATED) {
            var target = navigation == null || navigation.target().isEmpty() ? null : navigation.type();
            return related(name, value, controls, url, navigation != null ? navigation.many() : value instanceof Json.Arr, target);
        }
        if (value == null) {
            return ABSENT;
        }
        var said = Controls.type(controls.get(name, "type"));
        return cell(value, said.isEmpty() ? column.type() : new TypeRef(said, value instanceof Json.Arr));
    }

    private Cell stream(String name, Json value, Controls controls, String url) {
        if (value instanceof Json.Obj object && object.object("__mediaresource") instanceof Json.Obj media) {
            var read = around.absolute(media.text("media_src"));
            return new Cell.Media(read, media.has("edit_media") ? around.absolute(media.text("edit_media")) : read, media.text("content_type"), media.text("media_etag"));
        }
        var read = controls.get(name, "mediaReadLink");
        var edit = controls.get(name, "mediaEditLink");
        if (read.isEmpty() && edit.isEmpty() && url.isEmpty()) {
            return ABSENT;
        }
        var address = !read.isEmpty() ? around.absolute(read) : !edit.isEmpty() ? around.absolute(edit) : url + "/" + Percent.segment(name);
        return new Cell.Media(address, edit.isEmpty() ? address : around.absolute(edit), controls.get(name, "mediaContentType"), controls.get(name, "mediaEtag"));
    }

    private Cell related(String name, Json value, Controls controls, String url, boolean many, TypeRef type) {
        var link = value instanceof Json.Obj object && object.object("__deferred") instanceof Json.Obj deferred ? deferred.text("uri")
                : !controls.get(name, "navigationLink").isEmpty() ? controls.get(name, "navigationLink") : controls.get(name, "navigationLinkUrl");
        var address = !link.isEmpty() ? around.absolute(link) : url.isEmpty() ? "" : url + "/" + Percent.segment(name);
        var inline = value instanceof Json.Obj object && object.has("__deferred") ? null : value;
        return inline instanceof Json.Null ? NOTHING : new Cell.Related(address, inline, many, type == null ? null : type.one());
    }

    private Cell cell(Json value, TypeRef type) {
        return switch (value) {
            case Json.Null _ -> NOTHING;
            case Json.Obj object when object.has("__deferred") -> new Cell.Related(around.absolute(object.object("__deferred") == null ? "" : object.object("__deferred").text("uri")), null, false, null);
            case Json.Obj _, Json.Arr _ -> new Cell.Nested(value, type);
            case Json.Text _, Json.Num _, Json.Flag _ -> new Cell.Value(said(value, type, around.edm()), type == null ? told(value) : type);
        };
    }

    /// What JSON itself tells of a value that the metadata does not know; null for a text, which may be anything.
    private static TypeRef told(Json value) {
        return switch (value) {
            case Json.Flag _ -> new TypeRef("Edm.Boolean", false);
            case Json.Num number -> new TypeRef(number.text().matches("-?[0-9]{1,9}") ? "Edm.Int32" : number.text().matches("-?[0-9]{1,18}") ? "Edm.Int64" : "Edm.Double", false);
            case Json.Text _, Json.Null _, Json.Arr _, Json.Obj _ -> null;
        };
    }

    /// A plain value as people read it.
    static String said(Json value, TypeRef type, Edm edm) {
        return switch (value) {
            case Json.Text text -> type == null || !edm.primitive(type.name()).equals("Edm.String") ? OldDate.said(text.value()) : text.value();
            case Json.Num number -> number.text();
            case Json.Flag flag -> Boolean.toString(flag.on());
            case Json.Null _, Json.Obj _, Json.Arr _ -> "";
        };
    }
}

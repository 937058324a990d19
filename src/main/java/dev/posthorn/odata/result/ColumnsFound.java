package dev.posthorn.odata.result;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.Property;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the columns that the rows of an answer have: first those of the metadata in its order, then what else there is.
final class ColumnsFound {

    /// More columns than this help nobody.
    private static final int MOST = 2_000;

    private final Around around;
    private final Map<String, Column> found = new LinkedHashMap<>();
    private final StructuredType declared;
    private boolean plain;

    ColumnsFound(Around around) {
        this.around = around;
        declared = around.type() == null ? null : around.edm().structured(around.type().name());
    }

    void see(Json json) {
        if (!(json instanceof Json.Obj object)) {
            plain = true;
            return;
        }
        Controls controls = null;
        for (var member : object.members()) {
            var key = member.key().value();
            if (Controls.is(key)) {
                if (key.indexOf('@') > 0) {
                    controls = controls == null ? Controls.of(object) : controls;
                    linked(key.substring(0, key.indexOf('@')), controls);
                }
            } else if (!found.containsKey(key) && found.size() < MOST) {
                controls = controls == null ? Controls.of(object) : controls;
                found.put(key, column(key, member.value(), controls));
            }
        }
    }

    /// A property of which there is a link and no value.
    private void linked(String name, Controls controls) {
        if (!found.containsKey(name) && found.size() < MOST) {
            var stream = !controls.get(name, "mediaReadLink").isEmpty() || !controls.get(name, "mediaEditLink").isEmpty();
            var way = !controls.get(name, "navigationLink").isEmpty() || !controls.get(name, "navigationLinkUrl").isEmpty();
            if (stream || way) {
                found.put(name, new Column(name, name, null, stream ? Column.Sort.STREAM : Column.Sort.RELATED, false, false));
            }
        }
    }

    private Column column(String name, Json value, Controls controls) {
        var typed = Controls.type(controls.get("type"));
        var type = typed.isEmpty() ? declared : around.edm().structured(typed);
        if (type != null) {
            var property = around.edm().property(type, name);
            if (property != null) {
                return known(property, around.edm(), type);
            }
            var navigation = around.edm().navigation(type, name);
            if (navigation != null) {
                return new Column(name, label(navigation.words().label(), name), navigation.type(), Column.Sort.RELATED, true, false);
            }
        }
        var related = value instanceof Json.Obj object && (object.has("__deferred") || object.has("__metadata") && object.object("__metadata").has("uri") || object.has("results") && results(object));
        var stream = value instanceof Json.Obj object && object.has("__mediaresource");
        return new Column(name, name, null, stream ? Column.Sort.STREAM : related ? Column.Sort.RELATED : Column.Sort.VALUE, false, false);
    }

    /// Whether a list in verbose JSON is one of entities.
    private static boolean results(Json.Obj object) {
        var list = object.list("results");
        return !list.isEmpty() && list.getFirst() instanceof Json.Obj first && first.has("__metadata") && first.object("__metadata") != null && first.object("__metadata").has("uri");
    }

    private static Column known(Property property, Edm edm, StructuredType type) {
        var key = edm.keys(type).stream().anyMatch(k -> k.path().equals(property.name()));
        return new Column(property.name(), label(property.words().label(), property.name()), property.type(),
                property.stream() ? Column.Sort.STREAM : Column.Sort.VALUE, true, key);
    }

    private static String label(String label, String name) {
        return label.isEmpty() ? name : label;
    }

    List<Column> columns(boolean empty) {
        if (plain && found.isEmpty()) {
            var type = around.type() == null ? null : around.type().one();
            return List.of(new Column("value", "value", type, Column.Sort.VALUE, false, false));
        }
        if (declared == null) {
            return List.copyOf(found.values());
        }
        var columns = new ArrayList<Column>();
        for (var property : around.edm().properties(declared)) {
            var seen = found.remove(property.name());
            if (seen != null || empty || property.stream()) {
                columns.add(known(property, around.edm(), declared));
            }
        }
        var ways = new ArrayList<Column>();
        for (var navigation : around.edm().navigations(declared)) {
            found.remove(navigation.name());
            var type = navigation.target().isEmpty() ? null : new TypeRef(navigation.target(), navigation.many());
            ways.add(new Column(navigation.name(), label(navigation.words().label(), navigation.name()), type, Column.Sort.RELATED, true, false));
        }
        columns.addAll(found.values());
        if (declared.entity()) {
            columns.addAll(ways);
        }
        return List.copyOf(columns);
    }
}

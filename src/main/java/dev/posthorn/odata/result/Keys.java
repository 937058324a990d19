package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Literals;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;

/// Finds the key of an entity: in its values by the metadata, or in its address.
final class Keys {

    private Keys() {}

    /// A part of a key: where its value is, what it is called in URLs, and its type.
    record Part(String path, String alias, TypeRef type) {}

    static List<Part> parts(StructuredType type, Edm edm) {
        return edm.keys(type).stream().map(k -> new Part(k.path(), k.alias(), edm.keyType(type, k))).toList();
    }

    /// As it stands in brackets; "" where a part of it is missing.
    static String of(Json.Obj entity, List<Part> keys, Edm edm, Version version) {
        var parts = new ArrayList<String>();
        for (var key : keys) {
            var value = value(entity, key.path());
            if (value == null) {
                return "";
            }
            try {
                var literal = Literals.of(key.type().name(), RowReader.said(value, key.type(), edm), version, edm);
                parts.add(keys.size() == 1 ? literal : key.alias() + "=" + literal);
            } catch (ODataProblem e) {
                return "";
            }
        }
        return String.join(",", parts);
    }

    private static Json value(Json.Obj entity, String path) {
        Json at = entity;
        for (var step : path.indexOf('/') < 0 ? new String[] {path} : path.split("/")) {
            at = at instanceof Json.Obj object ? object.get(step) : null;
        }
        return at instanceof Json.Text || at instanceof Json.Num || at instanceof Json.Flag ? at : null;
    }

    /// What stands in the last brackets of an address.
    static String of(String url) {
        var path = url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'));
        var open = path.indexOf('(', path.lastIndexOf('/') + 1);
        return open >= 0 && path.endsWith(")") ? dev.posthorn.odata.Percent.decode(path.substring(open + 1, path.length() - 1)) : "";
    }
}

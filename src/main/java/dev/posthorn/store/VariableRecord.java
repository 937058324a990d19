package dev.posthorn.store;

import dev.posthorn.model.Entry;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows of variables as plain JSON. The values of secrets are encrypted; one that cannot be is left out, and so is one that cannot be read back.
final class VariableRecord {

    private static final String SEALED = "sealed";

    private final Seal seal;
    private boolean lost;

    VariableRecord(Seal seal) {
        this.seal = seal;
    }

    /// Whether the value of a secret could not be read.
    boolean lost() {
        return lost;
    }

    List<Object> of(List<LocalVariable> rows) {
        return rows.stream().map(this::row).map(Object.class::cast).toList();
    }

    private Map<String, Object> row(LocalVariable variable) {
        var map = new LinkedHashMap<String, Object>();
        var shared = variable.shared();
        if (!shared.secret()) {
            map.put("row", RequestRecord.row(shared));
            map.put("current", variable.current());
            return map;
        }
        map.put("row", RequestRecord.row(shared.withValue("")));
        var sealed = new LinkedHashMap<String, Object>();
        seal(sealed, "value", shared, shared.value().isEmpty() ? null : shared.value());
        seal(sealed, "current", shared, variable.current());
        map.put(SEALED, sealed);
        return map;
    }

    private void seal(Map<String, Object> sealed, String which, Entry shared, String value) {
        if (value != null) {
            try {
                sealed.put(which, seal.close(value, which + " of " + shared.key()));
            } catch (SecretsTrouble e) {
                // Better typed again than on the disk for all to read.
                lost = true;
            }
        }
    }

    List<LocalVariable> read(List<Json> elements) {
        var rows = new ArrayList<LocalVariable>();
        for (var element : elements) {
            if (element instanceof Json.Obj record && record.get("row") instanceof Json.Arr cells) {
                rows.add(read(record, RequestRecord.entry(cells.elements())));
            }
        }
        return rows;
    }

    private LocalVariable read(Json.Obj record, Entry shared) {
        var sealed = record.object(SEALED);
        if (sealed == null) {
            return new LocalVariable(shared, record.get("current") instanceof Json.Text text ? text.value() : null);
        }
        var value = open(sealed, "value", shared);
        return new LocalVariable(shared.withValue(value == null ? "" : value), open(sealed, "current", shared));
    }

    private String open(Json.Obj sealed, String which, Entry shared) {
        if (!sealed.has(which)) {
            return null;
        }
        try {
            return seal.open(sealed.text(which), which + " of " + shared.key());
        } catch (SecretsTrouble e) {
            lost = true;
            return null;
        }
    }
}

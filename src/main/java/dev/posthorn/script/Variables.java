package dev.posthorn.script;

import dev.posthorn.model.VariableChange;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// All variables that a script sees, each scope by itself. What scripts change in one send the next script sees, and the next request of a run.
///
/// @param folders the values of the folders above the request, inner ones over outer ones; scripts read them by `pm.variables`, and change none
/// @param locals  what `pm.variables.set` set, for the rest of the run
/// @param data    the row of the data file, with its types
public record Variables(VariableScope globals, VariableScope environment, VariableScope collection, Map<String, Object> folders, VariableScope locals, Map<String, Object> data) {

    public static Variables none() {
        return new Variables(new VariableScope("globals"), new VariableScope(""), new VariableScope(""), Map.of(), new VariableScope("local"), Map.of());
    }

    /// The same run seen from a request: other folders above it.
    public Variables below(Map<String, Object> above) {
        return new Variables(globals, environment, collection, above, locals, data);
    }

    public VariableScope scope(VariableChange.Place place) {
        return switch (place) {
            case GLOBALS -> globals;
            case ENVIRONMENT -> environment;
            case COLLECTION -> collection;
        };
    }

    /// The enabled variables of each scope that outlives a send, to compare with later ones.
    public Map<VariableChange.Place, Map<String, Object>> snapshot() {
        var all = new EnumMap<VariableChange.Place, Map<String, Object>>(VariableChange.Place.class);
        for (var place : VariableChange.Place.values()) {
            all.put(place, new LinkedHashMap<>(scope(place).toMap()));
        }
        return all;
    }
}

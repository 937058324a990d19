package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/// A function or action that a service offers.
///
/// @param bound      name of the type whose rows it belongs to; empty for one of the service itself
/// @param parameters without the row that it is called on; all are needed
/// @param gives      kind of its value; null where it gives rows or nothing
/// @param type       name of the type of the rows that it gives; empty for none
/// @param many       whether these are any number
public record Operation(String name, boolean action, String bound, Map<String, Kind> parameters, Kind gives, String type, boolean many, Body body) {

    public Operation {
        parameters = new LinkedHashMap<>(parameters);
    }

    /// What it does.
    @FunctionalInterface
    public interface Body {

        /// @param row that it was called on; null for an operation of the service itself
        /// @return a value, a row, or a list of rows
        Object run(Map<String, Object> row, Map<String, Object> parameters) throws ODataError;
    }

    boolean fits(String called, EntityType on, String namespace) {
        return (on == null ? called.equals(name) : called.equals(namespace + "." + name)) && bound.equals(on == null ? "" : on.name());
    }
}

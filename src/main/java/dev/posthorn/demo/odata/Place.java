package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Property;
import java.util.List;
import java.util.Map;

/// What the path of a URL leads to.
sealed interface Place {

    /// Any number of rows.
    ///
    /// @param set   whether these are all rows of an entity set, to which new ones can be added
    /// @param fixed values that a new row has because of the way that led here: `Account(…)/Contacts` sets AccountId
    record Rows(EntityType type, List<Map<String, Object>> rows, boolean set, Map<String, Object> fixed) implements Place {}

    /// One row; null where a way to one leads nowhere.
    record Row(EntityType type, Map<String, Object> row) implements Place {}

    record Value(EntityType type, Map<String, Object> row, Property property, boolean raw) implements Place {}

    record Count(EntityType type, List<Map<String, Object>> rows) implements Place {}

    /// Links instead of what they lead to: `$ref` and `$links`.
    record Links(Place to) implements Place {}

    /// What a function or action gave back: rows, a row, a text, a number; null for nothing.
    record Result(Place place, Object value) implements Place {}
}

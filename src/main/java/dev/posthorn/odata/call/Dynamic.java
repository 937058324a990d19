package dev.posthorn.odata.call;

import dev.posthorn.odata.edm.TypeRef;
import java.util.List;
import java.util.Set;

/// A value of a property that the metadata does not name, as entities of an open type may have them, with the type that it is to be written as.
///
/// @param value as in `Writes`: a text, null, or for a list or an object what JSON has
public record Dynamic(TypeRef type, Object value) {

    /// What such a property can be, the most usual first.
    public static final List<String> TYPES = List.of("Edm.String", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Boolean", "Edm.Date", "Edm.DateTimeOffset", "Edm.TimeOfDay", "Edm.Duration", "Edm.Guid", "Edm.Binary");

    /// These are told by JSON itself; of others the type is said beside the value (OData JSON Format 4.0 §4.5.3).
    private static final Set<String> PLAIN = Set.of("Edm.String", "Edm.Boolean", "Edm.Double");

    boolean told() {
        return !type.many() && value != null && !PLAIN.contains(type.name());
    }
}

package dev.posthorn.odata.result;

import dev.posthorn.odata.edm.TypeRef;

/// A column of a result.
///
/// @param label what the metadata calls it; the name where it says nothing
/// @param type  null where it is not known
/// @param known whether the metadata has it
/// @param key   whether it is a part of the key
public record Column(String name, String label, TypeRef type, Sort sort, boolean known, boolean key) {

    /// A value to look at, a way to related entities, or a stream to download.
    public enum Sort { VALUE, RELATED, STREAM }
}

package dev.posthorn.odata.edm;

import java.util.List;

/// A function or action that can be called at the root of the service, by its own name.
///
/// @param method    GET or POST; of v2 and v3 as the metadata says (`m:HttpMethod`)
/// @param operation what it calls; in v2 and v3 described in place
/// @param set       the entity set of what comes back, "" where there is none
/// @param overloads all forms of it that v4 declares; the one `operation` elsewhere
public record OperationImport(String name, String method, Operation operation, String set, List<Operation> overloads, Words words) {

    public OperationImport {
        overloads = List.copyOf(overloads);
    }

    public boolean action() {
        return operation.action();
    }
}

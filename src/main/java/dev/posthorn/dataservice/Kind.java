package dev.posthorn.dataservice;

import java.util.Arrays;
import java.util.Optional;

/// What a query does. The numbers are Creatio's operation types.
public enum Kind {
    SELECT("SelectQuery", "Read rows", 0), INSERT("InsertQuery", "Add a row", 1), UPDATE("UpdateQuery", "Change rows", 2), DELETE("DeleteQuery", "Delete rows", 3),
    BATCH("BatchQuery", "Several queries at once", 4);

    private static final String SPACE = "Terrasoft.Nui.ServiceModel.DataContract.";

    private final String method;
    private final String words;
    private final int operation;

    Kind(String method, String words, int operation) {
        this.method = method;
        this.words = words;
        this.operation = operation;
    }

    /// The last part of the URL.
    public String method() {
        return method;
    }

    public String words() {
        return words;
    }

    int operation() {
        return operation;
    }

    /// The `__type` of such a query in a batch.
    public String type() {
        return SPACE + method;
    }

    public boolean filtered() {
        return this == SELECT || this == UPDATE || this == DELETE;
    }

    /// Whether it gives values to columns.
    public boolean giving() {
        return this == INSERT || this == UPDATE;
    }

    static Optional<Kind> named(String name) {
        return Arrays.stream(values()).filter(k -> k.method.equals(name.substring(name.lastIndexOf('.') + 1))).findFirst();
    }
}

package dev.posthorn.formats.v3;

import dev.posthorn.formats.ModelTree;
import java.util.Map;

/// The two forms of Postman's JSON files that are written: 2.0 keeps an authorization's attributes in an object and short URLs as a text.
public enum Dialect {
    TWO_ONE("v2.1", ModelTree.SCHEMA),
    TWO_ZERO("v2.0", "https://schema.getpostman.com/json/collection/v2.0.0/collection.json");

    private final String id;
    private final String schema;

    Dialect(String id, String schema) {
        this.id = id;
        this.schema = schema;
    }

    public String id() {
        return id;
    }

    /// What `info.schema` says.
    public String schema() {
        return schema;
    }

    /// @param tree a whole collection
    public static Dialect of(Map<String, Object> tree) {
        return Plain.text(Plain.mapOrEmpty(tree.get("info")), "schema").contains("v2.0") ? TWO_ZERO : TWO_ONE;
    }
}

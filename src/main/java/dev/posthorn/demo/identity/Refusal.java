package dev.posthorn.demo.identity;

import java.util.LinkedHashMap;

/// An error as OAuth tells it: a code that programs know, and a description for people.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    Refusal(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    static Refusal request(String description) {
        return new Refusal(400, "invalid_request", description);
    }

    static Refusal grant(String description) {
        return new Refusal(400, "invalid_grant", description);
    }

    static Refusal client() {
        return new Refusal(401, "invalid_client", "Client authentication failed.");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    LinkedHashMap<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("error", error);
        fields.put("error_description", getMessage());
        return fields;
    }
}

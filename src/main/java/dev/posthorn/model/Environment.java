package dev.posthorn.model;

import java.util.List;

/// A named set of variables; Postman's globals are one with `globals` true.
public record Environment(String name, boolean globals, List<Entry> variables) {

    public Environment {
        variables = List.copyOf(variables);
    }
}

package dev.posthorn.model;

import java.util.List;

/// A named set of variables; Postman's globals are one with `globals` true.
///
/// @param colour what the window marks it with, `#rrggbb`; empty for none
public record Environment(String name, boolean globals, List<Entry> variables, String colour) {

    public Environment {
        variables = List.copyOf(variables);
        colour = colour == null ? "" : colour;
    }

    public Environment(String name, boolean globals, List<Entry> variables) {
        this(name, globals, variables, "");
    }
}

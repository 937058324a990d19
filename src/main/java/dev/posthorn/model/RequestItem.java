package dev.posthorn.model;

import java.util.List;

/// A saved request with its saved examples.
public record RequestItem(String id, String name, Request request, List<Example> examples) implements Item {

    public RequestItem {
        examples = List.copyOf(examples);
    }

    public RequestItem withRequest(Request changed) {
        return new RequestItem(id, name, changed, examples);
    }
}

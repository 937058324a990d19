package dev.posthorn.codegen;

/// A language and a library in which a request can be written. One file each, and one line in `Generators.ALL`.
public interface Generator {

    Target target();

    default String id() {
        return target().id();
    }

    default String label() {
        return target().label();
    }

    default String language() {
        return target().language();
    }

    /// The code without the comments that come before it.
    String write(Call call, Style style);
}

package dev.posthorn.ui.request;

import dev.posthorn.workbench.Draft;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One part of what a tab edits, such as its authorization: reads it as it is now, and replaces it. Lets the same form serve requests, folders and collections.
record Lens<P>(Supplier<P> read, Consumer<UnaryOperator<P>> edit) {

    static <T, P> Lens<P> of(Draft<T> draft, Function<T, P> part, BiFunction<T, P, T> with) {
        return new Lens<>(() -> part.apply(draft.value()), change -> draft.edit(whole -> with.apply(whole, change.apply(part.apply(whole)))));
    }

    P now() {
        return read.get();
    }

    void replace(UnaryOperator<P> change) {
        edit.accept(change);
    }
}

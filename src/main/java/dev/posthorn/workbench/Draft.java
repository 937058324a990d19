package dev.posthorn.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What one tab edits, a request or what a folder sets, while it is edited. Each edit replaces the value; dirty is a comparison with what was saved.
/// Belongs to one thread, in the window the FX thread.
public final class Draft<T> {

    private final List<Consumer<T>> listeners = new ArrayList<>();
    private T saved;
    private T value;

    public Draft(T saved) {
        this.saved = saved;
        this.value = saved;
    }

    public T value() {
        return value;
    }

    /// What is on disk, as far as this tab knows.
    public T saved() {
        return saved;
    }

    public boolean dirty() {
        return !value.equals(saved);
    }

    /// Replaces the value and tells every listener; an edit that changes nothing tells nobody.
    public void edit(UnaryOperator<T> change) {
        var changed = change.apply(value);
        if (!changed.equals(value)) {
            value = changed;
            tell();
        }
    }

    /// What is on disk now; the draft stays as it is.
    public void saved(T onDisk) {
        saved = onDisk;
        tell();
    }

    public void listen(Consumer<T> listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(l -> l.accept(value));
    }
}

package dev.posthorn.workbench;

import dev.posthorn.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The request of one tab while it is edited. Each edit replaces the value; dirty is a comparison with what was saved.
/// Belongs to one thread, in the window the FX thread.
public final class Draft {

    private final List<Consumer<Request>> listeners = new ArrayList<>();
    private Request saved;
    private Request value;

    public Draft(Request saved) {
        this.saved = saved;
        this.value = saved;
    }

    public Request value() {
        return value;
    }

    public boolean dirty() {
        return !value.equals(saved);
    }

    /// Replaces the value and tells every listener; an edit that changes nothing tells nobody.
    public void edit(UnaryOperator<Request> change) {
        var changed = change.apply(value);
        if (!changed.equals(value)) {
            value = changed;
            tell();
        }
    }

    /// What is on disk now; the draft stays as it is.
    public void saved(Request onDisk) {
        saved = onDisk;
        tell();
    }

    public void listen(Consumer<Request> listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(l -> l.accept(value));
    }
}

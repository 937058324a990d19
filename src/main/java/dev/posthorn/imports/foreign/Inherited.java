package dev.posthorn.imports.foreign;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.List;

/// Headers that folders and collections of other tools set for all requests below them; Postman's cannot, so each request gets them.
public final class Inherited {

    public static final Inherited NOTHING = new Inherited(List.of());

    private final List<Entry> headers;

    private Inherited(List<Entry> headers) {
        this.headers = List.copyOf(headers);
    }

    /// What holds below a level with these headers: its own win over those from above.
    public Inherited and(List<Entry> own) {
        return own.isEmpty() ? this : new Inherited(on(own));
    }

    /// A request's own headers and those it inherits; a header it has itself, switched on, is not inherited.
    public List<Entry> on(List<Entry> own) {
        var all = new ArrayList<Entry>();
        headers.stream().filter(h -> own.stream().noneMatch(o -> o.enabled() && o.key().equalsIgnoreCase(h.key()))).forEach(all::add);
        all.addAll(own);
        return all;
    }
}

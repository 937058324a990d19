package dev.posthorn.imports.foreign;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.List;

/// Puts an address together from what other tools keep apart: the URL, the rows of its query and those of its path.
public final class Address {

    private Address() {}

    /// @param repeated whether the rows say again what the query of the URL says already
    public static Request of(Request request, String url, List<Entry> query, List<Entry> path, boolean repeated) {
        var parsed = RequestUrl.parse(url);
        var rows = new ArrayList<>(repeated && !query.isEmpty() ? List.<Entry>of() : parsed.entries());
        rows.addAll(query);
        var named = new ArrayList<>(path);
        for (var name : parsed.pathVariableNames()) {
            if (named.stream().noneMatch(e -> e.key().equals(name))) {
                named.add(Entry.of(name, ""));
            }
        }
        return request.withAddress(parsed.withEntries(rows).toString(), rows, named);
    }
}

package dev.posthorn.ui.odata;

import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.query.Destination;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The query that is made, seen by the form and by the text at once. Belongs to the FX thread.
final class Asking {
    private static final String ANYWHERE = "http://service";

    private final Service service;
    private final List<Runnable> listeners = new ArrayList<>();
    private Query query;
    private Object author;

    Asking(Service service, Query first) {
        this.service = service;
        this.query = first;
    }

    Service service() {
        return service;
    }

    Edm edm() {
        return service.edm();
    }

    Query query() {
        return query;
    }

    Options options() {
        return query.options();
    }

    /// What is asked for; null where that is not known.
    StructuredType type() {
        return Destination.of(query, edm()).structured(edm());
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// @param by who changes it: it is told as well, and can see that it was itself
    void edit(Object by, UnaryOperator<Query> change) {
        var now = change.apply(query);
        if (!now.equals(query)) {
            query = now;
            author = by;
            List.copyOf(listeners).forEach(Runnable::run);
            author = null;
        }
    }

    boolean changedBy(Object who) {
        return author == who;
    }

    /// Each option as it stands in the URL, decoded.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        RequestUrl.parse(QueryUrl.write(query, ANYWHERE, service.version())).entries()
                .forEach(e -> texts.merge(Percent.decodeOption(e.key()), Percent.decodeOption(e.value()), (one, more) -> one + "&" + more));
        return texts;
    }

    String path() {
        return String.join("/", query.path().stream().map(Object::toString).toList());
    }

    /// The query with that path and these options.
    void read(Object by, String path, Map<String, String> options) {
        var url = new StringBuilder(ANYWHERE);
        for (var step : steps(path)) {
            url.append('/').append(Percent.segment(step));
        }
        var separator = '?';
        for (var option : options.entrySet()) {
            if (!option.getValue().isBlank()) {
                url.append(separator).append(Percent.name(option.getKey())).append('=').append(Percent.option(option.getValue()));
                separator = '&';
            }
        }
        edit(by, _ -> QueryUrl.read(url.toString(), ANYWHERE, edm()));
    }

    /// A path at its slashes, but for those within quotes.
    static List<String> steps(String path) {
        var steps = new ArrayList<String>();
        var step = new StringBuilder();
        var quoted = false;
        for (var c : path.toCharArray()) {
            quoted ^= c == '\'';
            if (c == '/' && !quoted) {
                steps.add(step.toString());
                step.setLength(0);
            } else {
                step.append(c);
            }
        }
        steps.add(step.toString());
        steps.removeIf(String::isBlank);
        return steps;
    }
}

package dev.posthorn.odata.query;

import java.util.ArrayList;
import java.util.List;

/// A question to an OData service: where, and what is wanted of it. Immutable; as a URL it is written and read by `QueryUrl`.
///
/// @param path   from the root of the service on: `Customers('ALFKI')/Orders`
/// @param format `$format`: `json`, `atom` or a media type; "" for none
public record Query(List<Segment> path, Options options, String format) {

    public Query {
        path = List.copyOf(path);
    }

    /// All of a set.
    public static Query of(String set) {
        return new Query(List.of(new Segment(set)), Options.NONE, "");
    }

    public Query withOptions(Options value) {
        return new Query(path, value, format);
    }

    public Query withPath(List<Segment> value) {
        return new Query(value, options, format);
    }

    public Query withFormat(String value) {
        return new Query(path, options, value);
    }

    /// The entity with that key, in the list that the path leads to.
    public Query at(List<Segment.KeyPart> key) {
        var steps = new ArrayList<>(path);
        steps.set(steps.size() - 1, new Segment(steps.getLast().name(), key));
        return new Query(steps, Options.NONE, format);
    }

    /// One step further: a navigation property, a property, `$count`, `$value`, a bound function.
    public Query then(Segment step) {
        var steps = new ArrayList<>(path);
        steps.add(step);
        return new Query(steps, Options.NONE, format);
    }
}

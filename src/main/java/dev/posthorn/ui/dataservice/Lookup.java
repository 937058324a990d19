package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.DataAnswer;
import dev.posthorn.dataservice.DataServiceUrl;
import dev.posthorn.dataservice.DataValueType;
import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Query;
import dev.posthorn.dataservice.Schemas;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.MetadataReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Finds out which schemas and columns there are: by the metadata of the same site's OData service, and where that does not answer by a look at one row.
final class Lookup {

    private static final int MOST = 48 << 20;

    /// @param trouble why nothing was found; empty where something was
    record Found(Schemas schemas, String trouble) {}

    private Lookup() {}

    static Request metadata(Request of, DataServiceUrl url) {
        return Request.get(url.metadata()).withAuth(of.auth()).withSettings(of.settings()).withHeaders(List.of(Entry.of("Accept", "application/xml")));
    }

    /// A query that brings the columns of one schema.
    static Request oneRow(Request of, DataServiceUrl url, String schema) {
        var query = Query.blank(Kind.SELECT).withSchema(schema).with("allColumns", true).with("rowCount", 1);
        return of.withMethod("POST").withAddress(url.as(Kind.SELECT).toString(), List.of(), List.of()).withBody(new Body.Raw(query.text(), "json")).withScripts(List.of());
    }

    static Found ofMetadata(Outcome outcome) {
        if (!(outcome instanceof Outcome.Received received)) {
            return new Found(Schemas.NONE, trouble(outcome));
        }
        if (received.response().status() != 200) {
            return new Found(Schemas.NONE, "The OData service answered " + received.response().status() + ".");
        }
        try {
            return new Found(schemas(MetadataReader.read(text(received, MOST))), "");
        } catch (ODataProblem | IOException e) {
            return new Found(Schemas.NONE, e.getMessage());
        }
    }

    /// What a variable without a value means is said in full where the query is sent: once is enough.
    private static String trouble(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.failure() instanceof Failure.UnresolvedVariables(var variables)
                ? "Not asked: " + variables.stream().map(v -> "{{" + v.name() + "}}").distinct().collect(Collectors.joining(", ")) + (variables.stream().map(Failure.Unresolved::name).distinct().count() == 1 ? " has" : " have") + " no value yet." : Words.of(outcome);
    }

    static Found ofRow(String schema, Outcome outcome) {
        if (!(outcome instanceof Outcome.Received received)) {
            return new Found(Schemas.NONE, trouble(outcome));
        }
        try {
            var answer = DataAnswer.read(Kind.SELECT, received.response().status(), received.response().mediaType(), text(received, MOST));
            return answer.heads().isEmpty() ? new Found(Schemas.NONE, answer.sentence())
                    : new Found(Schemas.NONE.with(schema, answer.heads().stream().map(h -> new Schemas.Item(h.name(), h.type(), h.reference())).toList()), "");
        } catch (IOException e) {
            return new Found(Schemas.NONE, e.getMessage());
        }
    }

    static String text(Outcome.Received received, int most) throws IOException {
        try (var in = received.response().body().open()) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("The answer has more than " + (most >> 20) + " MiB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Schemas schemas(Edm edm) {
        var found = Schemas.NONE.columns();
        var all = new java.util.LinkedHashMap<>(found);
        for (var set : edm.sets()) {
            var type = edm.structured(set.type());
            if (type != null) {
                all.put(name(set, type.shortName()), columns(edm, type));
            }
        }
        return new Schemas(all);
    }

    /// In OData 3 the sets are called `AccountCollection`.
    private static String name(EntitySet set, String type) {
        return set.name().endsWith("Collection") ? type : set.name();
    }

    private static List<Schemas.Item> columns(Edm edm, dev.posthorn.odata.edm.StructuredType type) {
        var items = new ArrayList<Schemas.Item>();
        var ways = edm.navigations(type).stream().filter(n -> !n.many()).toList();
        for (var property : edm.properties(type)) {
            if (!property.stream() && ways.stream().noneMatch(w -> property.name().equals(w.name() + "Id"))) {
                items.add(new Schemas.Item(property.name(), DataValueType.ofEdm(edm.primitive(property.type().name())), ""));
            }
        }
        for (var way : ways) {
            var target = way.target();
            items.add(new Schemas.Item(way.name(), DataValueType.LOOKUP, target.substring(target.lastIndexOf('.') + 1)));
        }
        return items;
    }
}

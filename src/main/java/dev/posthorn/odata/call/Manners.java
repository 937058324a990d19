package dev.posthorn.odata.call;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.Version;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/// What every request to an OData service has, by its version: the headers that say which version and which format.
final class Manners {

    private Manners() {}

    static Request request(String method, String url, Version version, List<Entry> more) {
        var plain = plain(method, url, accept(version), version);
        var headers = new ArrayList<>(plain.headers());
        headers.addAll(more);
        return plain.withHeaders(headers);
    }

    static Request plain(String method, String url, String accept, Version version) {
        var headers = new ArrayList<Entry>();
        headers.add(Entry.of("Accept", accept));
        if (version == Version.V4) {
            headers.add(Entry.of("OData-MaxVersion", "4.0"));
        } else {
            headers.add(Entry.of("MaxDataServiceVersion", version.number()));
        }
        return Request.get("").withMethod(method).withAddress(url, RequestUrl.parse(url).entries(), List.of()).withHeaders(headers);
    }

    static String accept(Version version) {
        return version == Version.V3 ? "application/json;odata=verbose" : "application/json";
    }

    static Request withJson(Request request, Object json, Version version) {
        var headers = new ArrayList<>(request.headers());
        headers.add(Entry.of("Content-Type", accept(version)));
        headers.add(Entry.of(version == Version.V4 ? "OData-Version" : "DataServiceVersion", version == Version.V4 ? "4.0" : version.number()));
        return request.withHeaders(headers).withBody(new Body.Raw(JsonWriter.pretty(json).stripTrailing(), "json"));
    }

    static List<Entry> match(String etag) {
        return etag.isEmpty() ? List.of() : List.of(Entry.of("If-Match", etag));
    }
}

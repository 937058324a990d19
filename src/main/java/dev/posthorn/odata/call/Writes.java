package dev.posthorn.odata.call;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Makes ordinary requests that read, create, change and delete at an OData service, each as its version wants it.
///
/// Values are texts as people type them (checked against the metadata), or null, Boolean, Number, a List of these, or a Map for a complex value.
public final class Writes {

    /// How an entity is changed: only what is named (`MERGE` is the name of `PATCH` in v2), or all of it, the rest becoming empty.
    public enum Way { PATCH, MERGE, PUT }

    private final Edm edm;
    private final Version version;
    private final String root;

    /// @param root the address of the service, with or without `/` at its end
    public Writes(Edm edm, Version version, String root) {
        this.edm = edm;
        this.version = version;
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    public Request read(Query query) {
        return Manners.request("GET", QueryUrl.write(query, root, version), version, List.of());
    }

    /// A request for any address of the service, such as the next page.
    public Request read(String url) {
        return Manners.request("GET", url, version, List.of());
    }

    /// What is different after an edit: the values of `after` that `before` has not, or has otherwise.
    public static Map<String, Object> changed(Map<String, ?> before, Map<String, ?> after) {
        var changed = new LinkedHashMap<String, Object>();
        after.forEach((name, value) -> {
            if (!before.containsKey(name) || !Objects.equals(before.get(name), value)) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    /// The way in which this version changes an entity: PATCH in v4 and v3, MERGE in v2.
    public Way usual() {
        return version == Version.V2 ? Way.MERGE : Way.PATCH;
    }

    /// @param type the set's type, or one that extends it
    /// @throws ODataProblem where a value is none of its property's; the sentence names the property
    public Request create(EntitySet set, StructuredType type, Map<String, ?> values) throws ODataProblem {
        return create(root + "/" + set.url(), set.type(), type, values);
    }

    /// Creates an entity where a navigation property leads, so that both are linked at once.
    ///
    /// @param url      the address of the navigation property
    /// @param declared the type that it leads to
    public Request create(String url, String declared, StructuredType type, Map<String, ?> values) throws ODataProblem {
        return Manners.withJson(Manners.request("POST", url, version, List.of()), body(declared, type, values), version);
    }

    /// @param url     of the entity
    /// @param changed only what is different, for PATCH and MERGE
    /// @param etag    of the entity as it was read, so that a change of somebody else is not lost; "" where there is none
    public Request update(String url, StructuredType type, Map<String, ?> changed, String etag, Way way) throws ODataProblem {
        return Manners.withJson(Manners.request(way.name(), url, version, Manners.match(etag)), body(type == null ? "" : type.name(), type, changed), version);
    }

    private Map<String, Object> body(String declared, StructuredType type, Map<String, ?> values) throws ODataProblem {
        var json = new LinkedHashMap<String, Object>();
        // Needed only where it is not the type that stands at that address anyway.
        if (type != null && !declared.isEmpty() && !type.name().equals(declared)) {
            json.put(version == Version.V4 ? "@odata.type" : "__metadata", version == Version.V4 ? "#" + type.name() : Map.of("type", type.name()));
        }
        json.putAll(new BodyText(edm, version).object(type, values, 0));
        return json;
    }

    public Request delete(String url, String etag) {
        return Manners.request("DELETE", url, version, Manners.match(etag));
    }

    /// Links two entities that exist.
    ///
    /// @param url    of the one
    /// @param name   of its navigation property
    /// @param many   whether that leads to a list: then it is added, else it takes the place of the one before
    /// @param target address of the other
    public Request link(String url, String name, boolean many, String target) {
        var method = many ? "POST" : "PUT";
        var where = version.old() ? url + "/$links/" + Percent.segment(name) : url + "/" + Percent.segment(name) + "/$ref";
        return Manners.withJson(Manners.request(method, where, version, List.of()), Map.of(version.old() ? "uri" : "@odata.id", target), version);
    }

    /// @param target address of the other entity; of use only where the navigation property leads to a list
    public Request unlink(String url, String name, boolean many, String target) {
        if (version.old()) {
            return Manners.request("DELETE", url + "/$links/" + Percent.segment(name) + (many ? brackets(target) : ""), version, List.of());
        }
        return Manners.request("DELETE", url + "/" + Percent.segment(name) + "/$ref" + (many ? "?$id=" + Percent.option(target) : ""), version, List.of());
    }

    /// The key at the end of an address, with its brackets; a key may have brackets and slashes itself, within quotes.
    private static String brackets(String url) {
        var step = 0;
        var quoted = false;
        for (var i = 0; i < url.length(); i++) {
            quoted ^= url.charAt(i) == '\'';
            step = url.charAt(i) == '/' && !quoted ? i : step;
        }
        var open = url.indexOf('(', step);
        return open < 0 ? "" : url.substring(open);
    }

    /// Reads the file of a media entity or a stream property, whatever it is.
    public Request file(String url) {
        return Manners.plain("GET", url, "*/*", version);
    }

    /// Replaces the file of a media entity or a stream property; the caller puts the file into the body.
    public Request upload(String url, String contentType, String etag) {
        return file("PUT", url, contentType, Manners.match(etag));
    }

    /// Creates a media entity of a file; the caller puts the file into the body.
    public Request media(EntitySet set, String contentType) {
        return file("POST", root + "/" + set.url(), contentType, List.of());
    }

    private Request file(String method, String url, String contentType, List<Entry> more) {
        var headers = new java.util.ArrayList<>(more);
        headers.add(Entry.of("Content-Type", contentType.isEmpty() ? "application/octet-stream" : contentType));
        return Manners.request(method, url, version, headers).withBody(new dev.posthorn.model.Body.Binary(""));
    }
}

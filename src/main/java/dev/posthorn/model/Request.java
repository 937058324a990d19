package dev.posthorn.model;

import java.util.List;

/// A request as the user edits it, with its `{{variables}}` unresolved. Immutable: an edit is a new value.
///
/// @param url           as typed, with the enabled query; the text that is shown in the URL field
/// @param query         all rows of the Params table; the enabled ones, in order, are the query of `url`
/// @param pathVariables values for `/:name` segments of the URL
/// @param auth          `Auth.INHERIT` where folder or collection decides
public record Request(
        String method,
        String url,
        List<Entry> query,
        List<Entry> pathVariables,
        List<Entry> headers,
        Body body,
        Auth auth,
        List<Script> scripts,
        Settings settings,
        String description) {

    public Request {
        query = List.copyOf(query);
        pathVariables = List.copyOf(pathVariables);
        headers = List.copyOf(headers);
        scripts = List.copyOf(scripts);
        description = description == null ? "" : description;
    }

    /// A GET of `url` with nothing else. The caller passes a URL without a query, or uses `RequestUrl` to fill `query`.
    public static Request get(String url) {
        return new Request("GET", url, List.of(), List.of(), List.of(), Body.none(), Auth.INHERIT, List.of(), Settings.NONE, "");
    }

    public static Request blank() {
        return get("");
    }

    public Request withMethod(String value) {
        return new Request(value, url, query, pathVariables, headers, body, auth, scripts, settings, description);
    }

    /// Replaces the three parts of the address together, as one edit.
    public Request withAddress(String newUrl, List<Entry> newQuery, List<Entry> newPathVariables) {
        return new Request(method, newUrl, newQuery, newPathVariables, headers, body, auth, scripts, settings, description);
    }

    public Request withHeaders(List<Entry> value) {
        return new Request(method, url, query, pathVariables, value, body, auth, scripts, settings, description);
    }

    public Request withBody(Body value) {
        return new Request(method, url, query, pathVariables, headers, value, auth, scripts, settings, description);
    }

    public Request withAuth(Auth value) {
        return new Request(method, url, query, pathVariables, headers, body, value, scripts, settings, description);
    }

    public Request withScripts(List<Script> value) {
        return new Request(method, url, query, pathVariables, headers, body, auth, value, settings, description);
    }

    public Request withSettings(Settings value) {
        return new Request(method, url, query, pathVariables, headers, body, auth, scripts, value, description);
    }

    public Request withDescription(String value) {
        return new Request(method, url, query, pathVariables, headers, body, auth, scripts, settings, value);
    }

    /// The code of all scripts of one phase, joined by line ends; empty where there is none.
    public String script(Script.Phase phase) {
        return Script.code(scripts, phase);
    }
}

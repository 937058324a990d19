package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.call.OperationCalls;
import dev.posthorn.odata.call.Writes;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Around;

/// A service whose metadata was read.
///
/// @param typed the address as it was typed, with `{{variables}}`
/// @param root  the same without variables, as it was asked
record Service(String typed, String root, Edm edm, Version version) {

    Writes writes() {
        return new Writes(edm, version, root);
    }

    OperationCalls calls() {
        return new OperationCalls(edm, version, root);
    }

    String url(Query query) {
        return QueryUrl.write(query, typed, version);
    }

    Request read(Query query) {
        return new Writes(edm, version, typed).read(query);
    }

    Around around(TypeRef type, EntitySet set, String url) {
        return new Around(edm, version, type, set, root, url);
    }

    /// The request with the address as it was typed, so that it goes elsewhere in another environment.
    Request asTyped(Request request) {
        if (typed.equals(root) || !request.url().startsWith(root)) {
            return request;
        }
        var url = typed + request.url().substring(root.length());
        return request.withAddress(url, RequestUrl.parse(url).entries(), request.pathVariables());
    }

    /// The address as it was typed, without `/` at its end, for what stands in a body: variables in it are filled in when it is sent.
    String home() {
        return typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
    }

    /// What the tab is called.
    String name() {
        var base = RequestUrl.parse(root).base();
        var scheme = base.indexOf("://");
        return scheme < 0 ? base : base.substring(scheme + 3);
    }
}

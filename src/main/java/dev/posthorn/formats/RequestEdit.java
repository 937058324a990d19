package dev.posthorn.formats;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import java.util.List;

/// Writes an edited request into its item: only the fields that differ from what the file says.
final class RequestEdit {

    private final Fields item;
    private final String source;
    private final boolean attributesAsList;

    /// @param attributesAsList how a new authorization is written: a list (2.1) or an object (2.0)
    RequestEdit(Fields item, String source, boolean attributesAsList) {
        this.item = item;
        this.source = source;
        this.attributesAsList = attributesAsList;
    }

    void apply(Request before, Request after) {
        if (!inRequest(before).equals(inRequest(after))) {
            request(before, after);
        }
        ScriptEdit.apply(item, before.scripts(), after.scripts());
        LevelEdit.settings(item, before.settings(), after.settings());
    }

    /// The part of a request that stands in the field `request`.
    private static Request inRequest(Request request) {
        return request.withScripts(List.of()).withSettings(Settings.NONE);
    }

    private void request(Request before, Request after) {
        if (onlyAddress(before, after) && item.get("request") instanceof Json.Text && plain(after)) {
            item.put("request", after.url());
            return;
        }
        var known = item.get("request") instanceof Json.Obj;
        var request = item.object("request");
        if (!known || !before.method().equals(after.method())) {
            request.put("method", after.method());
        }
        AuthEdit.apply(request, before.auth(), after.auth(), attributesAsList);
        headers(request, before, after, known);
        BodyEdit.apply(request, before.body(), after.body(), source);
        UrlEdit.apply(request, known ? before : Request.blank(), after, source);
        if (!before.description().equals(after.description())) {
            RowEdit.description(item.has("description") && !request.has("description") ? item : request, after.description());
        }
    }

    private static boolean onlyAddress(Request before, Request after) {
        return before.withAddress(after.url(), after.query(), after.pathVariables()).equals(after);
    }

    private static boolean plain(Request request) {
        return request.pathVariables().isEmpty() && request.query().equals(RequestUrl.parse(request.url()).entries());
    }

    private void headers(Fields request, Request before, Request after, boolean known) {
        if (!known && after.headers().isEmpty()) {
            request.put("header", Elements.of(null));
        } else if (!before.headers().equals(after.headers())) {
            var list = request.json("header");
            if (list instanceof Json.Arr || !after.headers().isEmpty()) {
                RowEdit.entries(request, "header", Rows.entries(list, source), after.headers());
            } else {
                request.put("header", Elements.of(null));
            }
        }
    }
}

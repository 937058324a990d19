package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An OAuth application as it is given to somebody else: all of its settings, and the names of its secrets instead of them.
public final class ApplicationText {

    private static final String KIND = "posthorn-oauth-application";
    private static final String TYPE = "oauth2";

    private ApplicationText() {}

    /// What became of a file that was to be an application.
    public sealed interface Read {

        /// @param missing the secrets that have to be entered here, by the names of the settings
        record Good(Application application, List<String> missing) implements Read {
            public Good {
                missing = List.copyOf(missing);
            }
        }

        record Bad(String sentence) implements Read {}
    }

    /// As JSON, without secrets and without anything that belongs to this machine.
    public static String of(Application application) {
        var hidden = HiddenValues.of(application.values());
        var root = new LinkedHashMap<String, Object>();
        root.put("kind", KIND);
        root.put("version", 1);
        root.put("name", application.name());
        root.put("image", application.image());
        root.put("revokeUrl", application.revokeUrl());
        root.put("settings", hidden.open().values());
        root.put("secrets", List.copyOf(hidden.secrets().keySet()));
        return JsonWriter.pretty(root);
    }

    /// @param id the new application's
    public static Read read(String text, String id) {
        try {
            if (!(JsonReader.read(text) instanceof Json.Obj root) || !root.text("kind").equals(KIND)) {
                return new Read.Bad("It is no OAuth application: a file that Posthorn wrote says \"kind\": \"" + KIND + "\" at its top.");
            }
            if (root.object("settings") == null) {
                return new Read.Bad("The OAuth application has no settings: an object \"settings\" is missing.");
            }
            var application = new Application(id, root.text("name").isBlank() ? "OAuth application" : root.text("name"), root.text("image"),
                    new Auth(TYPE, root.object("settings").map()), root.text("revokeUrl"), "");
            return new Read.Good(application, places(root));
        } catch (JsonProblem e) {
            return new Read.Bad("It is no JSON: line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        }
    }

    /// As it stands in the list of this machine.
    static Map<String, Object> row(Application application, HiddenValues hidden) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", application.id());
        row.put("name", application.name());
        row.put("image", application.image());
        row.put("revokeUrl", application.revokeUrl());
        row.put("shared", application.shared());
        row.put("settings", hidden.open().values());
        row.put("secrets", List.copyOf(hidden.secrets().keySet()));
        return row;
    }

    /// One of the list, without its secrets; null where it is none.
    static Application row(Json.Obj row) {
        return row.text("id").isEmpty() ? null : new Application(row.text("id"), row.text("name"), row.text("image"),
                new Auth(TYPE, row.object("settings") == null ? Map.of() : row.object("settings").map()), row.text("revokeUrl"), row.text("shared"));
    }

    /// Where its secrets belong.
    static List<String> places(Json.Obj row) {
        var places = new ArrayList<String>();
        row.list("secrets").stream().filter(Json.Text.class::isInstance).forEach(t -> places.add(((Json.Text) t).value()));
        return places;
    }
}

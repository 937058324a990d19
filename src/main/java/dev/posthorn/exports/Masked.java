package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.SecretPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Hides the secrets of a collection before it is written for readers, with a row for each.
///
/// Hidden are: secret attributes of authorizations, secret variables, headers that carry credentials, parameters and fields whose name says that they are a
/// secret, the password of a URL. Where such a value stands in a text once more, in a body or a description, it is hidden there, too.
final class Masked {

    /// A shorter secret would hide ordinary words.
    private static final int SHORTEST = 8;

    private final ExportRows rows;
    private final Set<String> secrets = new LinkedHashSet<>();
    private String item = "";
    private String pointer = "";

    private Masked(ExportRows rows) {
        this.rows = rows;
    }

    static Collection collection(Collection collection, ExportRows rows) {
        var masked = new Masked(rows);
        var first = masked.whole(collection);
        return masked.secrets.isEmpty() ? first : masked.whole(collection);
    }

    private Collection whole(Collection collection) {
        item = "";
        pointer = "";
        return new Collection(collection.name(), text(collection.description()), auth(collection.auth()), fields(collection.variables(), "the variable"), collection.scripts(),
                collection.settings(), items(collection.items(), ""));
    }

    private List<Item> items(List<Item> items, String above) {
        var out = new ArrayList<Item>();
        for (var one : items) {
            item = above.isEmpty() ? one.name() : above + " / " + one.name();
            pointer = one.id();
            var path = item;
            out.add(switch (one) {
                case Folder f -> new Folder(f.id(), f.name(), text(f.description()), auth(f.auth()), fields(f.variables(), "the variable"), f.scripts(), f.settings(), items(f.items(), path));
                case RequestItem r -> new RequestItem(r.id(), r.name(), request(r.request()), r.examples().stream().map(this::example).toList());
                default -> one;
            });
        }
        return out;
    }

    private Request request(Request request) {
        return request.withAuth(auth(request.auth())).withBody(body(request.body())).withDescription(text(request.description()))
                .withHeaders(request.headers().stream().map(h -> h.secret() || SecretNames.header(h.key()) ? hidden(h, "the header") : h.withValue(text(h.value()))).toList())
                .withAddress(url(request.url()), fields(request.query(), "the parameter"), fields(request.pathVariables(), "the path variable"));
    }

    private Example example(Example example) {
        var headers = example.headers().stream().map(h -> SecretNames.header(h.name()) && SecretNames.literal(h.value())
                ? new Header(h.name(), hide(h.value(), "the answer's header " + h.name())) : h).toList();
        return new Example(example.name(), example.request() == null ? null : request(example.request()), example.status(), example.reason(), headers, text(example.body()));
    }

    private Auth auth(Auth auth) {
        var values = new LinkedHashMap<>(auth.values());
        values.replaceAll((key, value) -> switch (value) {
            case String text when SecretNames.attribute(key) && SecretNames.literal(text) -> hide(text, "the " + key + " of the authorization");
            case List<?> parameters -> parameters.stream().map(p -> parameter(key, p)).toList();
            case null, default -> value;
        });
        return new Auth(auth.type(), values);
    }

    /// A row of a table of further parameters, as OAuth 2.0 has them.
    private Object parameter(String table, Object row) {
        if (row instanceof Map<?, ?> map && map.get("key") instanceof String name && SecretNames.name(name) && map.get("value") instanceof String text && SecretNames.literal(text)) {
            var hidden = new LinkedHashMap<Object, Object>(map);
            hidden.put("value", hide(text, "the parameter " + name + " in " + table + " of the authorization"));
            return hidden;
        }
        return row;
    }

    private List<Entry> fields(List<Entry> fields, String kind) {
        var names = fields.stream().map(Entry::key).toList();
        return fields.stream().map(f -> f.secret() || SecretNames.name(f.key()) || SecretPlaces.code(f.key(), f.value(), names) ? hidden(f, kind) : f.withValue(text(f.value())).withDescription(text(f.description()))).toList();
    }

    private Entry hidden(Entry entry, String kind) {
        return SecretNames.literal(entry.value()) ? entry.withValue(hide(entry.value(), kind + " " + entry.key())) : entry;
    }

    private Body body(Body body) {
        return switch (body) {
            case Body.UrlEncoded form -> new Body.UrlEncoded(fields(form.fields(), "the field"));
            case Body.FormData form -> new Body.FormData(form.parts().stream()
                    .map(p -> p.file() ? p : p.withEntry(fields(List.of(p.entry()), "the field").getFirst())).toList());
            case Body.Raw raw -> new Body.Raw(text(raw.text()), raw.language());
            case Body.GraphQl graph -> new Body.GraphQl(graph.query(), text(graph.variables()), graph.operationName());
            case Body.None _, Body.Binary _ -> body;
        };
    }

    private String url(String url) {
        var open = url.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#@:{}]*):[^/?#@{}]+@", "$1:" + SecretNames.MASK + "@");
        if (!open.equals(url)) {
            rows.translated(item, pointer, "the password of the URL", SecretNames.MASK, "secrets are not written");
        }
        var parsed = RequestUrl.parse(open);
        return text(parsed.withEntries(fields(parsed.entries(), "the parameter")).toString());
    }

    private String hide(String value, String what) {
        rows.translated(item, pointer, what, SecretNames.MASK, "secrets are not written");
        var bare = value.replaceFirst("(?i)^(basic|bearer|token|digest|negotiate) +", "").strip();
        if (bare.length() >= SHORTEST && !bare.contains("{{")) {
            secrets.add(bare);
        }
        return SecretNames.masked(value);
    }

    private String text(String text) {
        var out = text;
        for (var secret : secrets) {
            out = out.replace(secret, SecretNames.MASK);
        }
        return out;
    }
}

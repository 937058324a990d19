package dev.posthorn.api;

import dev.posthorn.api.Parameter.Where;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A method of an API: a request to fill in, and the fields that it is filled in by.
///
/// @param item    the id of the request in its collection; empty for one of a built-in list
/// @param group   the folders it stands in; empty for none
/// @param request what is sent with nothing filled in
public record ApiMethod(String item, String name, String group, String about, Request request, List<Parameter> parameters) {

    /// More are not listed.
    public static final int MOST = 5_000;

    public ApiMethod {
        parameters = List.copyOf(parameters);
    }

    /// All requests of a collection.
    public static List<ApiMethod> of(Collection collection) {
        var all = new ArrayList<ApiMethod>();
        collect(collection.items(), "", all);
        return all;
    }

    private static void collect(List<Item> items, String group, List<ApiMethod> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                collect(folder.items(), group.isEmpty() ? folder.name() : group + " / " + folder.name(), into);
            } else if (item instanceof RequestItem request && into.size() < MOST) {
                into.add(of(request.id(), request.name(), group, request.request()));
            }
        }
    }

    public static ApiMethod of(String item, String name, String group, Request request) {
        return new ApiMethod(item, name, group, request.description(), request, parameters(request));
    }

    private static List<Parameter> parameters(Request request) {
        var all = new ArrayList<Parameter>();
        request.pathVariables().forEach(row -> all.add(parameter(Where.PATH, row, true)));
        request.query().forEach(row -> all.add(parameter(Where.QUERY, row, false)));
        request.headers().stream().filter(row -> !row.description().isBlank()).forEach(row -> all.add(parameter(Where.HEADER, row, false)));
        switch (request.body()) {
            case Body.UrlEncoded(var fields) -> fields.forEach(row -> all.add(parameter(Where.FORM, row, false)));
            case Body.Raw raw when raw.language().equals("json") && JsonText.object(raw.text()) instanceof Map<?, ?> object ->
                JsonText.flat(object).forEach((name, value) -> all.add(new Parameter(Where.BODY, name, JsonText.type(value), "", false, JsonText.typed(value), List.of())));
            case Body.Raw _, Body.FormData _, Body.None _, Body.Binary _, Body.GraphQl _ -> { }
        }
        return once(all);
    }

    /// Of two with one name the first has a field; the other stays as it is.
    private static List<Parameter> once(List<Parameter> all) {
        var kept = new LinkedHashMap<String, Parameter>();
        all.forEach(p -> kept.putIfAbsent(p.key(), p));
        return List.copyOf(kept.values());
    }

    private static Parameter parameter(Where where, Entry row, boolean needed) {
        var remarks = Remarks.of(row.description());
        var placeholder = row.value().equals("<" + remarks.type() + ">");
        var preset = !row.enabled() || placeholder ? "" : row.value().isEmpty() ? remarks.preset() : row.value();
        return new Parameter(where, row.key(), remarks.type(), (remarks.about() + (remarks.preset().isEmpty() ? "" : " Default: " + remarks.preset() + ".")).strip(), needed || remarks.required(), preset,
                remarks.type().startsWith("boolean") ? List.of("true", "false") : remarks.choices());
    }

    /// What the form holds at first.
    public Map<String, String> presets() {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(p -> values.put(p.key(), p.preset()));
        return values;
    }

    /// Names of fields with what is wrong with them.
    public Map<String, String> faults(Map<String, String> values) {
        var faults = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            var fault = parameter.fault(values.getOrDefault(parameter.key(), ""));
            if (!fault.isEmpty()) {
                faults.put(parameter.key(), fault);
            }
        }
        return faults;
    }

    /// The request with the form filled in. What is not needed and has no value is left out; rows of a query stay, switched off.
    ///
    /// @param body the JSON as it was typed; null to make it of the fields
    public Request filled(Map<String, String> values, String body) {
        var query = rows(Where.QUERY, request.query(), values);
        var path = request.pathVariables().stream().map(row -> row.withValue(values.getOrDefault(Where.PATH + ":" + row.key(), row.value()))).toList();
        var url = RequestUrl.parse(request.url()).withEntries(query).toString();
        var filled = request.withAddress(url, query, path).withHeaders(rows(Where.HEADER, request.headers(), values));
        return switch (request.body()) {
            case Body.UrlEncoded(var fields) -> filled.withBody(new Body.UrlEncoded(rows(Where.FORM, fields, values)));
            case Body.Raw raw when body != null -> filled.withBody(new Body.Raw(body, raw.language()));
            case Body.Raw raw when hasBody() -> filled.withBody(new Body.Raw(json(values), raw.language()));
            case Body.Raw _, Body.FormData _, Body.None _, Body.Binary _, Body.GraphQl _ -> filled;
        };
    }

    /// Whether its body is a JSON object with fields.
    public boolean hasBody() {
        return parameters.stream().anyMatch(p -> p.where() == Where.BODY);
    }

    /// The body that the fields make.
    public String json(Map<String, String> values) {
        var object = new LinkedHashMap<String, Object>();
        for (var parameter : parameters) {
            var typed = values.getOrDefault(parameter.key(), "");
            if (parameter.where() == Where.BODY && (!typed.isEmpty() || parameter.required())) {
                JsonText.put(object, parameter.name(), JsonText.value(parameter.type(), typed));
            }
        }
        return JsonText.written(object);
    }

    /// The fields that a typed body stands for, over `values`; null where it is no JSON object.
    public Map<String, String> read(String body, Map<String, String> values) {
        var object = JsonText.object(body);
        if (object == null) {
            return null;
        }
        var leaves = JsonText.flat(object);
        var changed = new HashMap<>(values);
        for (var parameter : parameters) {
            if (parameter.where() == Where.BODY) {
                changed.put(parameter.key(), JsonText.typed(leaves.get(parameter.name())));
            }
        }
        return changed;
    }

    private List<Entry> rows(Where where, List<Entry> rows, Map<String, String> values) {
        var seen = new java.util.HashSet<String>();
        return rows.stream().map(row -> {
            var parameter = parameters.stream().filter(p -> p.where() == where && p.name().equals(row.key())).findFirst();
            if (parameter.isEmpty() || !seen.add(row.key())) {
                return row;
            }
            var typed = values.getOrDefault(parameter.get().key(), "");
            var untouched = typed.equals(parameter.get().preset());
            return untouched && row.enabled() && row.value().equals(typed) ? row : row.withValue(typed.isEmpty() ? row.value().startsWith("<") ? "" : row.value() : typed)
                    .withEnabled(!typed.isEmpty() || parameter.get().required());
        }).toList();
    }

    /// Whether a search finds it: by its name, address, folder or description, all words of it.
    public boolean matches(String search) {
        var hay = (name + " " + request.method() + " " + request.url() + " " + group + " " + about).toLowerCase(Locale.ROOT);
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(hay::contains);
    }
}

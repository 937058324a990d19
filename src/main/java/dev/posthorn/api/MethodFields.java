package dev.posthorn.api;

import dev.posthorn.api.Parameter.Role;
import dev.posthorn.api.Parameter.Where;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The fields by which a request is filled in: those of its rows, and those of its JSON body.
///
/// A typed value is known by the key of its field. The fields of a body depend on what is filled in, since lists grow.
public final class MethodFields {

    private final Request request;
    private final List<Parameter> rows;
    private final BodyFields body;

    MethodFields(Request request) {
        this.request = request;
        rows = rows(request);
        body = request.body() instanceof Body.Raw raw && raw.language().equals("json") ? body(raw.text(), request.description()) : null;
    }

    private static BodyFields body(String text, String description) {
        var told = Shape.told(description);
        var example = told == null ? JsonText.body(text) : null;
        return told != null ? new BodyFields(told) : example instanceof Map<?, ?> map && !map.isEmpty() ? new BodyFields(Shape.of(map)) : null;
    }

    private static List<Parameter> rows(Request request) {
        var all = new ArrayList<Parameter>();
        request.pathVariables().forEach(row -> all.add(parameter(Where.PATH, row, true)));
        request.query().forEach(row -> all.add(parameter(Where.QUERY, row, false)));
        request.headers().stream().filter(row -> !row.description().isBlank()).forEach(row -> all.add(parameter(Where.HEADER, row, false)));
        switch (request.body()) {
            case Body.UrlEncoded(var fields) -> fields.forEach(row -> all.add(parameter(Where.FORM, row, false)));
            case Body.FormData(var parts) -> parts.forEach(part -> all.add(part.file() ? file(part) : parameter(Where.FORM, part.entry(), false)));
            case Body.Raw _, Body.None _, Body.Binary _, Body.GraphQl _ -> { }
        }
        // Of two with one name the first has a field; the other stays as it is.
        var once = new LinkedHashMap<String, Parameter>();
        all.forEach(p -> once.putIfAbsent(p.key(), p));
        return List.copyOf(once.values());
    }

    private static Parameter parameter(Where where, Entry row, boolean needed) {
        var remarks = Remarks.of(row.description());
        var placeholder = row.value().equals("<" + remarks.type() + ">");
        return Parameter.value(where, row.key(), remarks, needed || remarks.required(), !row.enabled() || placeholder ? "" : row.value().isEmpty() ? remarks.preset() : row.value());
    }

    private static Parameter file(Part part) {
        var remarks = Remarks.of(part.entry().description());
        return new Parameter(Where.FORM, Role.FILE, part.entry().key(), "file", "", remarks.about(), remarks.required(), part.files().isEmpty() ? "" : part.files().getFirst(), List.of());
    }

    /// All fields, as many as there are with these values.
    public List<Parameter> parameters(Map<String, String> values) {
        var all = new ArrayList<>(rows);
        all.addAll(ofBody(values));
        return all;
    }

    /// The fields of the JSON body; none where it has none.
    public List<Parameter> ofBody(Map<String, String> values) {
        return body == null ? List.of() : body.parameters(values);
    }

    /// What the form holds at first.
    public Map<String, String> presets() {
        var values = new LinkedHashMap<String, String>();
        rows.forEach(p -> values.put(p.key(), p.preset()));
        if (body != null && request.body() instanceof Body.Raw raw && JsonText.body(raw.text()) instanceof Object json) {
            values.putAll(body.read(json));
        }
        return values;
    }

    /// Names of fields with what is wrong with them.
    public Map<String, String> faults(Map<String, String> values) {
        var faults = new LinkedHashMap<String, String>();
        for (var parameter : parameters(values)) {
            var fault = parameter.fault(values.getOrDefault(parameter.key(), ""));
            if (!fault.isEmpty()) {
                faults.put(parameter.key(), fault);
            }
        }
        return faults;
    }

    /// Whether its body is JSON with fields.
    public boolean hasBody() {
        return body != null;
    }

    /// The body that the fields make.
    ///
    /// @param before the body until now, for what no field stands for
    public String json(Map<String, String> values, String before) {
        return JsonText.written(body.json(values, JsonText.body(before)));
    }

    /// The values that a typed body stands for, over `values`; null where it is no JSON, or no object or list where there has to be one.
    public Map<String, String> read(String text, Map<String, String> values) {
        var json = JsonText.body(text);
        if (json == null || !body.takes(json)) {
            return null;
        }
        var changed = new LinkedHashMap<>(values);
        changed.keySet().removeIf(key -> key.startsWith(Where.BODY + ":"));
        changed.putAll(body.read(json));
        return changed;
    }

    /// With one item more in a list of the body.
    public Map<String, String> adding(Map<String, String> values, Parameter list) {
        return BodyFields.adding(values, list.name());
    }

    /// Without an item of a list; those behind it move up.
    public Map<String, String> removing(Map<String, String> values, Parameter item) {
        return BodyFields.removing(values, item.name());
    }

    /// A body without that item.
    public String without(String before, Parameter item) {
        return JsonText.body(before) instanceof Object json ? JsonText.written(BodyFields.without(json, item.name())) : before;
    }

    /// The request with the form filled in. What is not needed and has no value is left out; rows of a query stay, switched off.
    ///
    /// @param typed the body as it is now; ignored where it is no text
    public Request filled(Map<String, String> values, String typed) {
        var query = filled(Where.QUERY, request.query(), values);
        var path = request.pathVariables().stream().map(row -> row.withValue(values.getOrDefault(Where.PATH + ":" + row.key(), row.value()))).toList();
        var url = RequestUrl.parse(request.url()).withEntries(query).toString();
        var filled = request.withAddress(url, query, path).withHeaders(filled(Where.HEADER, request.headers(), values));
        return switch (request.body()) {
            case Body.UrlEncoded(var fields) -> filled.withBody(new Body.UrlEncoded(filled(Where.FORM, fields, values)));
            case Body.FormData(var parts) -> filled.withBody(new Body.FormData(parts(parts, values)));
            case Body.Raw raw when typed != null -> filled.withBody(new Body.Raw(typed, raw.language()));
            case Body.Raw _, Body.None _, Body.Binary _, Body.GraphQl _ -> filled;
        };
    }

    private List<Part> parts(List<Part> parts, Map<String, String> values) {
        var entries = filled(Where.FORM, parts.stream().map(Part::entry).toList(), values);
        var changed = new ArrayList<Part>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var typed = values.getOrDefault(Where.FORM + ":" + part.entry().key(), "");
            var same = typed.equals(part.files().isEmpty() ? "" : part.files().getFirst());
            changed.add(!part.file() ? part.withEntry(entries.get(i)) : same ? part : part.withFiles(typed.isBlank() ? List.of() : List.of(typed)).withEntry(part.entry().withEnabled(!typed.isBlank())));
        }
        return changed;
    }

    private List<Entry> filled(Where where, List<Entry> entries, Map<String, String> values) {
        var seen = new HashSet<String>();
        return entries.stream().map(row -> {
            var parameter = rows.stream().filter(p -> p.where() == where && p.name().equals(row.key())).findFirst();
            if (parameter.isEmpty() || !seen.add(row.key()) || parameter.get().role() == Role.FILE) {
                return row;
            }
            var typed = values.getOrDefault(parameter.get().key(), "");
            var untouched = typed.equals(parameter.get().preset());
            return untouched && row.enabled() && row.value().equals(typed) ? row : row.withValue(typed.isEmpty() ? row.value().startsWith("<") ? "" : row.value() : typed)
                    .withEnabled(!typed.isEmpty() || parameter.get().required());
        }).toList();
    }
}

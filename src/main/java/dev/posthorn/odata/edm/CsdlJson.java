package dev.posthorn.odata.edm;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.Place;
import java.util.List;

/// Reads metadata in JSON (OData CSDL JSON 4.01) by turning it into the elements that the XML would have had.
final class CsdlJson {

    private static final List<String> FACETS = List.of("MaxLength", "Precision", "Scale", "SRID", "DefaultValue", "UnderlyingType", "BaseType", "Partner", "Extends", "Alias", "EntitySet");

    private final EdmParts parts;
    private final SchemaReader schemas;
    private String text = "";

    CsdlJson(EdmParts parts, SchemaReader schemas) {
        this.parts = parts;
        this.schemas = schemas;
    }

    void read(String document) throws ODataProblem {
        text = document.startsWith("\uFEFF") ? document.substring(1) : document;
        Json json;
        try {
            json = JsonReader.read(text);
        } catch (JsonProblem e) {
            throw new ODataProblem("The JSON is broken: " + e.getMessage(), e.line(), e.column());
        }
        if (!(json instanceof Json.Obj root) || !root.has("$Version") && !root.has("$EntityContainer")) {
            throw new ODataProblem("This JSON is no metadata of OData: `$Version` is missing", 1, 1);
        }
        parts.version = Version.V4;
        references(root);
        for (var member : root.members()) {
            if (member.value() instanceof Json.Obj schema && !member.key().value().startsWith("$") && schema.has("$Alias")) {
                parts.aliases.put(schema.text("$Alias"), member.key().value());
            }
        }
        for (var member : root.members()) {
            if (member.value() instanceof Json.Obj schema && !member.key().value().startsWith("$")) {
                schema(member.key().value(), schema);
            }
        }
    }

    private void references(Json.Obj root) {
        if (root.object("$Reference") instanceof Json.Obj references) {
            for (var reference : references.members()) {
                parts.references.add(reference.key().value());
                if (reference.value() instanceof Json.Obj about) {
                    for (var include : about.list("$Include")) {
                        if (include instanceof Json.Obj i && i.has("$Alias")) {
                            parts.aliases.put(i.text("$Alias"), i.text("$Namespace"));
                        }
                    }
                }
            }
        }
    }

    private Element element(String kind, Json at) {
        var place = at == null ? 0 : at.start();
        // Counting lines for each element of a large file would take for ever; small ones get places.
        var known = text.length() < 200_000 ? Place.of(text, place) : Place.NOWHERE;
        return new Element(kind, known.line(), known.column());
    }

    private void schema(String namespace, Json.Obj schema) {
        var start = element("Schema", schema);
        start.attributes.put("Namespace", namespace);
        schemas.begin(start);
        for (var member : schema.members()) {
            var name = member.key().value();
            switch (member.value()) {
                case Json.Arr overloads when !name.startsWith("@") -> overloads.elements().forEach(o -> {
                    if (o instanceof Json.Obj operation) {
                        schemas.read(operation(name, operation));
                    }
                });
                case Json.Obj targets when name.equals("$Annotations") -> targets.members().forEach(t -> {
                    if (t.value() instanceof Json.Obj about) {
                        var e = element("Annotations", about);
                        e.attributes.put("Target", t.key().value());
                        annotate(e, about, "");
                        schemas.read(e);
                    }
                });
                case Json.Obj type when !name.contains("@") -> type(name, type);
                default -> { }
            }
        }
    }

    private void type(String name, Json.Obj json) {
        var kind = json.text("$Kind");
        if (kind.equals("EntityContainer")) {
            schemas.read(container(name, json));
            return;
        }
        if (kind.isEmpty() || kind.equals("Term")) {
            return;
        }
        var e = element(kind, json);
        attributes(e, name, json);
        e.attributes.put("OpenType", json.text("$OpenType"));
        e.attributes.put("HasStream", json.text("$HasStream"));
        e.attributes.put("Abstract", json.text("$Abstract"));
        e.attributes.put("IsFlags", json.text("$IsFlags"));
        keys(e, json);
        for (var member : json.members()) {
            var key = member.key().value();
            if (!key.startsWith("$") && !key.contains("@")) {
                e.children.add(kind.equals("EnumType") ? choice(key, member.value(), json) : property(key, member.value()));
            }
        }
        schemas.read(e);
    }

    private void keys(Element e, Json.Obj json) {
        if (json.has("$Key")) {
            var keys = element("Key", json);
            for (var part : json.list("$Key")) {
                var reference = element("PropertyRef", part);
                if (part instanceof Json.Obj aliased && !aliased.members().isEmpty()) {
                    reference.attributes.put("Alias", aliased.members().getFirst().key().value());
                    reference.attributes.put("Name", aliased.text(aliased.members().getFirst().key().value()));
                } else {
                    reference.attributes.put("Name", part instanceof Json.Text t ? t.value() : "");
                }
                keys.children.add(reference);
            }
            e.children.add(keys);
        }
    }

    private Element choice(String name, Json value, Json.Obj type) {
        var member = element("Member", value);
        member.attributes.put("Name", name);
        if (value instanceof Json.Num number) {
            member.attributes.put("Value", number.text());
        }
        annotate(member, type, name);
        return member;
    }

    private Element property(String name, Json value) {
        var json = value instanceof Json.Obj object ? object : new Json.Obj(value.start(), value.end(), List.of());
        var e = element(json.text("$Kind").equals("NavigationProperty") ? "NavigationProperty" : "Property", value);
        attributes(e, name, json);
        typed(e, json);
        e.attributes.put("ContainsTarget", json.text("$ContainsTarget"));
        return e;
    }

    /// In JSON, text is the default type, and nothing may be missing unless it says so.
    private static void typed(Element e, Json.Obj json) {
        var type = json.has("$Type") ? json.text("$Type") : "Edm.String";
        e.attributes.put("Type", json.flag("$Collection") ? "Collection(" + type + ")" : type);
        e.attributes.put("Nullable", Boolean.toString(json.flag("$Nullable")));
    }

    private void attributes(Element e, String name, Json.Obj json) {
        e.attributes.put("Name", name);
        for (var facet : FACETS) {
            if (json.has("$" + facet)) {
                e.attributes.put(facet, json.text("$" + facet));
            }
        }
        annotate(e, json, "");
    }

    /// Annotations of the thing itself, or of a member of it: `@Core.Description`, `Red@Core.Description`.
    private void annotate(Element e, Json.Obj json, String of) {
        for (var member : json.members()) {
            var key = member.key().value();
            if (key.startsWith(of + "@") && (member.value() instanceof Json.Text || member.value() instanceof Json.Flag)) {
                var annotation = element("Annotation", member.value());
                annotation.attributes.put("Term", key.substring(of.length() + 1));
                annotation.attributes.put("String", String.valueOf(member.value().plain()));
                e.children.add(annotation);
            } else if (key.startsWith(of + "@") && member.value() instanceof Json.Obj record) {
                e.children.add(record(key.substring(of.length() + 1), record));
            }
        }
    }

    /// A term whose value is a record of truth values, such as what can be done with a set; other members say nothing here.
    private Element record(String term, Json.Obj json) {
        var annotation = element("Annotation", json);
        annotation.attributes.put("Term", term);
        var record = element("Record", json);
        annotation.children.add(record);
        for (var member : json.members()) {
            if (member.value() instanceof Json.Flag flag) {
                var value = element("PropertyValue", flag);
                value.attributes.put("Property", member.key().value());
                value.attributes.put("Bool", Boolean.toString(flag.on()));
                record.children.add(value);
            }
        }
        return annotation;
    }

    private Element operation(String name, Json.Obj json) {
        var e = element(json.text("$Kind"), json);
        attributes(e, name, json);
        e.attributes.put("IsBound", json.text("$IsBound"));
        e.attributes.put("IsComposable", json.text("$IsComposable"));
        for (var parameter : json.list("$Parameter")) {
            if (parameter instanceof Json.Obj p) {
                var child = element("Parameter", p);
                attributes(child, p.text("$Name"), p);
                typed(child, p);
                e.children.add(child);
            }
        }
        if (json.object("$ReturnType") instanceof Json.Obj returns) {
            var child = element("ReturnType", returns);
            typed(child, returns);
            e.children.add(child);
        }
        return e;
    }

    private Element container(String name, Json.Obj json) {
        var e = element("EntityContainer", json);
        attributes(e, name, json);
        for (var member : json.members()) {
            if (member.value() instanceof Json.Obj child && !member.key().value().startsWith("$") && !member.key().value().contains("@")) {
                e.children.add(offered(member.key().value(), child));
            }
        }
        return e;
    }

    private Element offered(String name, Json.Obj json) {
        var kind = json.has("$Action") ? "ActionImport" : json.has("$Function") ? "FunctionImport" : json.flag("$Collection") ? "EntitySet" : "Singleton";
        var e = element(kind, json);
        attributes(e, name, json);
        for (var part : List.of("Action", "Function", "Type")) {
            if (json.has("$" + part)) {
                e.attributes.put(part, json.text("$" + part));
            }
        }
        if (json.object("$NavigationPropertyBinding") instanceof Json.Obj bindings) {
            for (var binding : bindings.members()) {
                var child = element("NavigationPropertyBinding", binding.value());
                child.attributes.put("Path", binding.key().value());
                child.attributes.put("Target", bindings.text(binding.key().value()));
                e.children.add(child);
            }
        }
        return e;
    }
}

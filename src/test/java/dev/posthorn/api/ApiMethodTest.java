package dev.posthorn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Methods of an API as forms.
final class ApiMethodTest {

    private static final Request PUT = Request.get("https://x/pets/:id?sort=up").withMethod("PUT")
            .withAddress("https://x/pets/:id?sort=up", List.of(new Entry("sort", "up", "How. (string, default up, one of: up, down)", true, false), new Entry("page", "1", "(integer int32, 1 to 9)", false, false)),
                    List.of(new Entry("id", "", "The pet (required, string uuid)", true, false)))
            .withBody(new Body.Raw("{\"name\": \"Rex\", \"age\": 3, \"owner\": {\"city\": \"Bonn\"}, \"tags\": [1]}", "json"));

    private final MethodFields method = new ApiMethod("i", "Change a pet", "Pets", PUT).fields();

    @Test
    void fieldsKnowTypesDefaultsChoicesAndWhatIsNeeded() {
        var byName = new HashMap<String, Parameter>();
        method.parameters(method.presets()).forEach(p -> byName.put(p.name(), p));
        assertEquals(List.of("up", "down"), byName.get("sort").choices());
        assertEquals("up", byName.get("sort").preset());
        assertTrue(byName.get("id").required());
        assertEquals("string uuid", byName.get("id").type());
        assertEquals("", byName.get("page").preset());
        assertEquals("integer", byName.get("age").type());
        assertEquals("Bonn", byName.get("owner.city").preset());
        assertEquals("[1]", byName.get("tags").preset());
        assertEquals("A whole number is needed.", byName.get("page").fault("one"));
        assertEquals("", byName.get("page").fault("{{page}}"));
        assertEquals("This is needed.", byName.get("id").fault(" "));
    }

    @Test
    void theFormMakesTheRequest() {
        var values = new HashMap<>(method.presets());
        values.put("PATH:id", "7");
        values.put("QUERY:page", "2");
        values.put("QUERY:sort", "");
        values.put("BODY:age", "{{age}}");
        values.put("BODY:owner.city", "Köln \"Süd\"");
        values.put("BODY:tags", "");
        var filled = method.filled(values, method.json(values, ((Body.Raw) PUT.body()).text()));
        assertEquals("https://x/pets/:id?page=2", filled.url());
        assertEquals("7", filled.pathVariables().getFirst().value());
        var text = ((Body.Raw) filled.body()).text();
        assertTrue(text.contains("\"age\": {{age}}"), text);
        assertTrue(text.contains("Köln \\\"Süd\\\""), text);
        assertTrue(!text.contains("tags"), text);
    }

    @Test
    void aTypedBodyIsSentAsTypedAndFillsTheFields() {
        var read = method.read("{\"name\": \"Mia\", \"owner\": {}}", method.presets());
        assertEquals("Mia", read.get("BODY:name"));
        assertEquals("", read.get("BODY:age"));
        assertEquals("{{age}}", method.read("{\"age\": {{age}}}", method.presets()).get("BODY:age"));
        assertNull(method.read("{", method.presets()));
        assertEquals("{", ((Body.Raw) method.filled(method.presets(), "{").body()).text());
    }

    @Test
    void untouchedAFormSendsTheRequestThatItWasMadeOf() {
        var filled = method.filled(method.presets(), ((Body.Raw) PUT.body()).text());
        assertEquals(PUT.url(), filled.url());
        assertEquals(PUT.query(), filled.query());
        assertEquals(PUT.body(), filled.body());
    }

    @Test
    void workflowServersMethodsAreAllThereAndFoundBySearch() {
        var all = WorkflowMethods.of("http://localhost:8077", Auth.NONE);
        assertEquals(List.of("createinstance", "getinstanceinfo", "isprocessexists", "getavailablecommands", "executecommand", "getavailablestatestoset", "setstate", "deleteinstance", "getscheme", "startruntime", "stopruntime"),
                all.stream().map(m -> m.request().url().split("/")[4]).toList());
        assertEquals(List.of("Set the state"), all.stream().filter(m -> ApiMethod.words("POST setstate").stream().allMatch(m.searched()::contains)).map(ApiMethod::name).toList());
        var create = all.getFirst().fields();
        var values = new HashMap<>(create.presets());
        assertEquals("{\"schemeCode\":\"TestScheme\"}", packed(create.json(values, "{}")));
        assertEquals(List.of("id", "schemeCode", "identityId", "impersonatedIdentityId", "parameters"), create.parameters(values).stream().map(Parameter::name).toList());
        var more = new HashMap<>(create.adding(values, named(create, values, "parameters")));
        more.put("BODY:parameters[0].name", "days");
        more.put("BODY:parameters[0].value", "3");
        more.put("BODY:parameters[0].persist", "true");
        assertEquals("{\"schemeCode\":\"TestScheme\",\"parameters\":[{\"name\":\"days\",\"value\":3,\"persist\":true}]}", packed(create.json(more, "{}")));
        assertEquals("Starts an instance of a scheme under an id of your choice.", all.getFirst().about());
    }

    private static String packed(String json) {
        return json.replaceAll("\\s", "");
    }

    private static Parameter named(MethodFields fields, java.util.Map<String, String> values, String name) {
        return fields.parameters(values).stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    /// The methods of a description after its import, as a user's collection holds them.
    private static MethodFields imported(String schema) {
        var text = """
                {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {"/orders": {"post": {"summary": "Order", "description": "Orders things.",
                  "requestBody": {"content": {"application/json": {"schema": SCHEMA}}}, "responses": {}}}},
                 "components": {"schemas": {
                   "Base": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}, "id": {"type": "integer", "readOnly": true}}},
                   "Card": {"type": "object", "required": ["number"], "properties": {"by": {"const": "card", "enum": ["card"]}, "number": {"type": "string", "minLength": 4, "maxLength": 19}}},
                   "Transfer": {"type": "object", "required": ["iban"], "properties": {"by": {"enum": ["transfer"]}, "iban": {"type": "string"}}},
                   "Tree": {"type": "object", "properties": {"name": {"type": "string"}, "twigs": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}}}}
                """.replace("SCHEMA", schema);
        var read = (dev.posthorn.formats.ReadResult.OfCollection) dev.posthorn.imports.Importers.read(java.nio.file.Path.of("shop.json"), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var method = ApiMethod.of(read.collection()).getFirst();
        assertEquals("Orders things.", method.about());
        return method.fields();
    }

    @Test
    void fieldsOfAnImportedBodyAreThoseOfItsSchema() {
        var order = imported("""
                {"type": "object", "required": ["customer", "lines"], "properties": {
                  "customer": {"type": "object", "required": ["city"], "properties": {"city": {"type": "string", "description": "Where (and since when) | he lives"}, "since": {"type": ["string", "null"], "format": "date"}}},
                  "lines": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["sku"], "properties": {"sku": {"type": "string"}, "count": {"type": "integer", "minimum": 1, "maximum": 99, "default": 2}}}},
                  "note": {"oneOf": [{"type": "string"}, {"type": "null"}]},
                  "tags": {"type": "array", "items": {"type": "string", "enum": ["gift", "fast, safe"]}},
                  "a.b": {"type": "boolean"}, "gift": {"type": "object", "required": ["to"], "properties": {"to": {"type": "string"}}},
                  "payment": {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Transfer"}]}}}""");
        var values = new HashMap<>(order.read("{\"customer\": {}, \"lines\": [{\"sku\": \"a\", \"count\": 100}, {}], \"payment\": {\"iban\": \"DE1\"}, \"mine\": [7]}", order.presets()));
        assertEquals("Where (and since when) | he lives", named(order, values, "customer.city").about());
        assertTrue(named(order, values, "customer.city").required());
        assertEquals("1 to 99", named(order, values, "lines[1].count").limits());
        assertEquals(List.of("Card", "Transfer"), named(order, values, "payment").choices());
        assertEquals("Transfer", values.get("BODY:payment"));
        assertEquals(java.util.Map.of("BODY:customer.city", "This is needed.", "BODY:lines[0].count", "It has to be 1 to 99.", "BODY:lines[1].sku", "This is needed."), order.faults(values));
        assertEquals(List.of("true", "false"), named(order, values, "a.b").choices());
        values.put("BODY:customer.since", "2026-1-1");
        values.put("BODY:a.b", "true");
        assertEquals("A date such as 2026-01-31 is needed.", order.faults(values).get("BODY:customer.since"));
        values.put("BODY:payment", "Card");
        values.put("BODY:payment.number", "12");
        assertEquals("It has to be 4 to 19 characters long.", order.faults(values).get("BODY:payment.number"));
        var fewer = order.removing(values, named(order, values, "lines[0]"));
        var body = packed(order.json(fewer, order.without("{\"lines\": [{\"old\": 1}, {\"kept\": 2}], \"mine\": [7]}", named(order, values, "lines[0]"))));
        assertEquals("{\"lines\":[{\"kept\":2}],\"mine\":[7],\"customer\":{\"city\":\"\",\"since\":\"2026-1-1\"},\"a.b\":true,\"payment\":{\"number\":\"12\"}}", body);
    }

    @Test
    void bodiesThatAreListsTreesOrOfSeveralShapesHaveFieldsToo() {
        var list = imported("{\"type\": \"array\", \"items\": {\"allOf\": [{\"$ref\": \"#/components/schemas/Base\"}, {\"type\": \"object\", \"required\": [\"n\"], \"properties\": {\"n\": {\"type\": \"number\"}}}]}}");
        assertEquals(List.of("", "[0]", "[0].kind", "[0].n"), list.parameters(list.presets()).stream().map(Parameter::name).toList());
        assertEquals("[{\"kind\":\"string\",\"n\":1.5}]", packed(list.json(list.presets(), "")));
        assertNull(list.read("{}", list.presets()));
        var either = imported("{\"anyOf\": [{\"$ref\": \"#/components/schemas/Card\"}, {\"$ref\": \"#/components/schemas/Transfer\"}]}");
        var values = new HashMap<>(either.read("{\"by\": \"transfer\", \"iban\": {{iban}}}", either.presets()));
        assertEquals("{{iban}}", values.get("BODY:iban"));
        assertEquals(List.of("", "by", "iban"), either.parameters(values).stream().map(Parameter::name).toList());
        var tree = imported("{\"$ref\": \"#/components/schemas/Tree\"}");
        assertTrue(tree.parameters(tree.presets()).stream().anyMatch(p -> p.name().equals("twigs")));
        assertEquals("An object is needed: {…}.", Rules.fault("object", "", "[1]"));
    }
}

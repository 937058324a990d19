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

    private final ApiMethod method = ApiMethod.of("i", "Change a pet", "Pets", PUT);

    @Test
    void fieldsKnowTypesDefaultsChoicesAndWhatIsNeeded() {
        var byName = new HashMap<String, Parameter>();
        method.parameters().forEach(p -> byName.put(p.name(), p));
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
        var filled = method.filled(values, null);
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
        assertEquals(List.of("Set the state"), all.stream().filter(m -> m.matches("POST setstate")).map(ApiMethod::name).toList());
        var create = all.getFirst();
        assertEquals("{\"schemeCode\":\"TestScheme\"}", create.json(create.presets()).replaceAll("\\s", ""));
    }
}

package dev.posthorn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the form of a body leaves alone, and what it says of the fields of real descriptions.
final class BodyFieldsTest {

    private static final String FIELDS = """
            **Body fields**

            - `name`: (required, string)
            - `needed`: (required, string)
            - `text`: (string)
            - `shared`: (object or null)
            - `shared.url`: (string)
            - `tags`: (array or null)
            - `tags[]`: (string)
            - `pay`: (either: Card / Bank)
            - `pay{Card}.number`: (required, string)
            - `pay{Card}.by`: (string, one of: card)
            - `pay{Bank}.iban`: (required, string)
            - `pay{Bank}.by`: (string, one of: bank)
            """;

    private static MethodFields fields(String body) {
        return new ApiMethod("i", "Change", "", Request.get("https://x/pets").withMethod("POST").withBody(new Body.Raw(body, "json")).withDescription(FIELDS)).fields();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"text\": \"\", \"name\": \"a\"}", "{\"name\": 12345, \"shared\": null, \"tags\": null}", "{\"name\": [\"a\"], \"shared\": {}}", "{\"tags\": \"none\", \"pay\": null, \"more\": 1}",
        "{\"pay\": {\"iban\": \"DE1\", \"note\": null, \"by\": \"bank\"}, \"name\": \"a\"}", "{\"pay\": \"cash\", \"name\": \"a\"}"})
    void whatNobodyTouchedStaysAsItStoodWithItsOrderItsNullsAndItsTypes(String body) {
        var fields = fields(body);
        assertEquals(body.replaceAll("\\s", ""), fields.json(fields.presets(), body).replaceAll("\\s", ""));
    }

    @Test
    void aFieldThatIsEmptiedGoesAndAnotherShapeTakesNothingOfTheOneBefore() {
        var body = "{\"text\": \"x\", \"name\": \"a\", \"pay\": {\"number\": \"1234\", \"by\": \"card\"}}";
        var fields = fields(body);
        var values = new HashMap<>(fields.presets());
        assertEquals("Card", values.get("BODY:pay"));
        values.put("BODY:text", "");
        values.put("BODY:name", "");
        values.put("BODY:pay", "Bank");
        values.put("BODY:pay.by", "bank");
        assertEquals("{\"name\":\"\",\"pay\":{\"by\":\"bank\",\"iban\":\"\"}}", fields.json(values, body).replaceAll("\\s", ""));
    }

    @Test
    void listsAndObjectsAreJsonInABodyAlone() {
        var request = Request.get("https://x/pets/:ids?status=sold").withAddress("https://x/pets/:ids?status=sold&size=1e%2B20", List.of(new Entry("status", "sold", "(required, array of string)", true, false),
                new Entry("size", "1e%2B20", "(number double)", true, false)), List.of(new Entry("ids", "a,b", "(array of string)", true, false)));
        var fields = new ApiMethod("i", "Find", "", request).fields();
        assertEquals(java.util.Map.of(), fields.faults(fields.presets()));
    }

    @Test
    void aChoiceMayHaveACommaInIt() {
        assertEquals(List.of("Bonn", "Paris, Texas", "say \"hi\""), Remarks.of("Where (string, one of: Bonn, \"Paris, Texas\", say \"hi\")").choices());
    }
}

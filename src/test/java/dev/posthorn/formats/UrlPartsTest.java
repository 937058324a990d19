package dev.posthorn.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A URL whose text and parts name different servers goes to the one of the parts, as in Postman.
final class UrlPartsTest {

    private static final List<List<String>> URLS = List.of(
            List.of("https://a.test/x?q=1#h", "{\"raw\": \"https://a.test/x?q=1#h\", \"protocol\": \"https\", \"host\": [\"a\", \"test\"], \"path\": [\"x\"]}"),
            List.of("http://127.0.0.1:4050/x?q=1", "{\"raw\": \"https://{{host}}/x?q=1\", \"protocol\": \"http\", \"host\": [\"127\", \"0\", \"0\", \"1\"], \"port\": \"4050\", \"path\": [\"x\"]}"),
            List.of("http://127.0.0.1:4050/x", "{\"raw\": \"http://127.0.0.1:4050{{site}}/x\", \"protocol\": \"http\", \"host\": [\"127\", \"0\", \"0\", \"1\"], \"port\": \"4050\", \"path\": [\"x\"]}"),
            List.of("{{base}}/x/:id", "{\"raw\": \"{{base}}/x/:id\", \"host\": [\"{{base}}\"], \"path\": [\"x\", \":id\"]}"),
            List.of("http://a.test:81/x", "{\"raw\": \"http://a.test:81/x\", \"host\": \"a.test\"}"));

    @Test
    void thePartsNameTheServer() throws Exception {
        for (var url : URLS) {
            assertEquals(url.getFirst(), PostmanUrl.read((Json.Obj) JsonReader.read(url.get(1)), "").text());
        }
    }
}

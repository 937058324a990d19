package dev.posthorn.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SwitchKindsTest {

    @TempDir
    private Path folder;

    private static List<String> wrong(Path path) throws Exception {
        return Lint.check(path).stream().filter(f -> f.rule().equals("wrong-setting")).map(Finding::sentence).toList();
    }

    @Test
    void aSwitchOfTheWrongKindIsNamedWithItsPlace() throws Exception {
        var file = Files.writeString(folder.resolve("c.json"), """
                {"info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "protocolProfileBehavior": {"maxRedirects": "7", "strictSSL": null},
                 "item": [{"name": "Carts", "protocolProfileBehavior": {"protocolVersion": "http3"}, "item": [
                   {"name": "Read", "protocolProfileBehavior": {"strictSSL": "false"}, "request": {"method": "GET", "url": "http://h/"}}]}]}
                """);
        assertEquals(List.of("\"Carts\": the setting protocolVersion is the text \"http3\", where auto, http1 or http2 is needed: it counts as not set.",
                "\"Carts / Read\": the setting strictSSL is the text \"false\", where true or false is needed: it counts as not set."), wrong(file));
    }

    @Test
    void inAFolderOfPostman3Too() throws Exception {
        var shop = Files.createDirectories(folder.resolve("postman/collections/Shop"));
        Files.writeString(shop.resolve("Read.request.yaml"), "$kind: http-request\nurl: http://h/\nmethod: GET\nsettings:\n  followRedirects: \"no\"\n");
        assertEquals(1, wrong(folder).size());
    }
}

package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Authorizations of every type, those that nobody knows too, come through reading, editing and converting without a loss.
final class AuthKeptTest {

    /// The types of Postman with odd orders, types of attributes, values that are no text, and blocks of types that are not chosen.
    private static final List<String> AUTHS = List.of(
            "{\"type\": \"noauth\"}",
            "{\"type\": \"noauth\", \"bearer\": [{\"key\": \"token\", \"value\": \"kept\", \"type\": \"string\"}]}",
            "null",
            "{\"type\": \"inherit\"}",
            "{\"basic\": [{\"type\": \"string\", \"value\": \"p\", \"key\": \"password\"}, {\"key\": \"username\", \"value\": \"u\", \"type\": \"string\"}], \"type\": \"basic\"}",
            "{\"type\": \"bearer\", \"bearer\": [{\"key\": \"token\", \"value\": \"{{t}}\", \"type\": \"any\"}, {\"key\": \"prefix\", \"value\": \"Token\", \"type\": \"string\"}]}",
            "{\"type\": \"apikey\", \"apikey\": [{\"key\": \"value\", \"value\": \"v\", \"type\": \"string\"}, {\"key\": \"key\", \"value\": \"X-Key\", \"type\": \"string\"},"
                    + " {\"key\": \"in\", \"value\": \"query\", \"type\": \"string\"}]}",
            "{\"type\": \"digest\", \"digest\": [{\"key\": \"algorithm\", \"value\": \"SHA-256-sess\", \"type\": \"string\"}, {\"key\": \"nonceCount\", \"value\": 1, \"type\": \"any\"},"
                    + " {\"key\": \"disableRetryRequest\", \"value\": true, \"type\": \"boolean\"}, {\"key\": \"username\", \"value\": \"\", \"type\": \"string\"}]}",
            "{\"type\": \"awsv4\", \"awsv4\": [{\"key\": \"addAuthDataToQuery\", \"value\": false, \"type\": \"boolean\"}, {\"key\": \"secretKey\", \"value\": \"s\"},"
                    + " {\"key\": \"sessionToken\", \"value\": null, \"type\": \"any\"}]}",
            "{\"type\": \"hawk\", \"hawk\": [{\"key\": \"includePayloadHash\", \"value\": \"false\", \"type\": \"boolean\"}, {\"key\": \"timestamp\", \"value\": 1700000000, \"type\": \"number\"},"
                    + " {\"key\": \"authKey\", \"value\": \"k\", \"type\": \"string\"}]}",
            "{\"type\": \"edgegrid\", \"edgegrid\": [{\"key\": \"maxBodySize\", \"value\": 131072.0, \"type\": \"any\"}, {\"key\": \"headersToSign\", \"value\": \"a,b\", \"type\": \"string\"}]}",
            "{\"type\": \"jwt\", \"jwt\": [{\"key\": \"payload\", \"value\": \"{\\n  \\\"a\\\": 1\\n}\", \"type\": \"string\"}, {\"key\": \"isSecretBase64Encoded\", \"value\": false, \"type\": \"boolean\"},"
                    + " {\"key\": \"header\", \"value\": {}, \"type\": \"any\"}, {\"key\": \"headerPrefix\", \"value\": \"\", \"type\": \"string\"}]}",
            "{\"type\": \"asap\", \"asap\": [{\"key\": \"exp\", \"value\": \"3600\", \"type\": \"string\"}, {\"key\": \"claims\", \"value\": {\"n\": [1, null, 2.50]}, \"type\": \"any\"},"
                    + " {\"key\": \"privateKey\", \"value\": \"-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----\\n\", \"type\": \"string\"}]}",
            "{\"type\": \"ntlm\", \"ntlm\": [{\"key\": \"workstation\", \"value\": \"W\", \"type\": \"string\"}, {\"key\": \"domain\", \"value\": \"D\", \"type\": \"string\"}]}",
            "{\"type\": \"oauth1\", \"oauth1\": [{\"key\": \"addParamsToHeader\", \"value\": true, \"type\": \"boolean\"}, {\"key\": \"version\", \"value\": \"1.0\", \"type\": \"string\"},"
                    + " {\"key\": \"signatureMethod\", \"value\": \"HMAC-SHA1\", \"type\": \"string\"}, {\"key\": \"signatureMethod\", \"value\": \"PLAINTEXT\", \"type\": \"string\"}]}",
            "{\"type\": \"oauth2\", \"oauth2\": [{\"key\": \"tokenRequestParams\", \"value\": [{\"key\": \"audience\", \"value\": \"x\", \"enabled\": true, \"send_as\": \"request_body\"}], \"type\": \"any\"},"
                    + " {\"key\": \"authRequestParams\", \"value\": [], \"type\": \"any\"}, {\"key\": \"useBrowser\", \"value\": true, \"type\": \"boolean\"},"
                    + " {\"key\": \"clientSecret\", \"value\": \"s\", \"type\": \"string\"}], \"basic\": [{\"key\": \"username\", \"value\": \"other\", \"type\": \"string\"}]}",
            "{\"type\": \"azure\", \"azure\": [{\"key\": \"tenant\", \"value\": \"t\", \"type\": \"string\"}]}",
            "{\"type\": \"sasl\", \"sasl\": [{\"key\": \"mechanism\", \"value\": \"PLAIN\", \"type\": \"string\"}]}",
            "{\"type\": \"future\", \"future\": [{\"key\": \"a\", \"value\": [1, {\"b\": null}], \"type\": \"any\", \"more\": 7}], \"stranger\": 1.50}",
            "{\"type\": \"wsse\", \"wsse\": [{\"key\": \"password\", \"value\": \"p\", \"type\": \"string\"}]}",
            "{\"type\": \"basic\", \"basic\": {\"username\": \"u\", \"showPassword\": false, \"password\": \"p\"}}",
            "{\"type\": \"basic\"}");

    @TempDir
    private Path folder;

    private static String file(List<String> auths, String version) {
        return "{\"info\": {\"name\": \"A\", \"schema\": \"https://schema.getpostman.com/json/collection/" + version + "/collection.json\"},\n\"auth\": " + auths.getLast() + ",\n\"item\": [\n"
                + String.join(",\n", IntStream.range(0, auths.size()).mapToObj(i -> "{\"name\": \"r" + i + "\", \"request\": {\"method\": \"GET\", \"auth\": " + auths.get(i)
                        + ", \"header\": [], \"url\": \"http://h/" + i + "\"}}").toList())
                + ",\n{\"name\": \"f\", \"auth\": " + auths.getFirst() + ", \"item\": [{\"name\": \"no auth at all\", \"request\": {\"url\": \"http://h\"}}]}\n]}";
    }

    static Stream<String> versions() {
        return Stream.of("v2.1.0", "v2.0.0");
    }

    /// As a 2.0 file has them: an object of values by their keys.
    private static List<String> auths(String version) {
        if (version.equals("v2.1.0")) {
            return AUTHS;
        }
        return List.of("{\"type\": \"oauth2\", \"oauth2\": {\"useBrowser\": true, \"clientSecret\": \"s\", \"tokenRequestParams\": [{\"key\": \"a\", \"value\": \"b\"}], \"n\": null},"
                + " \"basic\": {\"username\": \"other\"}}", "{\"digest\": {\"nonceCount\": 1, \"username\": \"u\"}, \"type\": \"digest\"}", "{\"type\": \"future\", \"future\": {\"z\": 1, \"a\": [2]}}",
                "null", "{\"type\": \"noauth\"}", "{\"type\": \"basic\", \"basic\": {}}");
    }

    private static Request request(String file, String id) {
        var read = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("c.json"), file.getBytes(StandardCharsets.UTF_8)));
        return ((RequestItem) read.collection().path(id).getLast()).request();
    }

    private static String save(String file, String id, Request request) {
        var edited = new CollectionText(Path.of("c.json"), file.getBytes(StandardCharsets.UTF_8)).save(id, request);
        return switch (edited) {
            case Edited.Changed changed -> new String(((dev.posthorn.formats.FileChange.Write) changed.changes().getFirst()).bytes(), StandardCharsets.UTF_8);
            default -> throw new AssertionError(edited.toString());
        };
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEditOfSomethingElseLeavesEveryAuthorizationAsItIsWritten(String version) {
        var auths = auths(version);
        var file = file(auths, version);
        for (var i = 0; i < auths.size(); i++) {
            var id = "/item/" + i;
            var after = save(file, id, request(file, id).withMethod("PUT"));
            assertEquals(file.replace("\"r" + i + "\", \"request\": {\"method\": \"GET\"", "\"r" + i + "\", \"request\": {\"method\": \"PUT\""), after);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void allOfThemComeBackFromAFolderOfPostmanThree(String version) throws Exception {
        var source = RichSample.source(file(auths(version), version));
        assertEquals(List.of(), RoundTrip.verify(source, Files.createDirectories(folder.resolve(version))));
    }

    @Test
    void oneChangedValueKeepsTheOthersTheirOrderAndTheirTypes() {
        var file = file(AUTHS, "v2.1.0");
        for (var i = 0; i < AUTHS.size(); i++) {
            var id = "/item/" + i;
            var auth = request(file, id).auth();
            var key = auth.values().entrySet().stream().filter(e -> e.getValue() instanceof String text && !text.isEmpty() && !auth.type().equals("oauth1")).map(Map.Entry::getKey).findFirst();
            if (key.isPresent()) {
                var old = AUTHS.get(i);
                var before = auth.text(key.get());
                var written = dev.posthorn.tree.JsonWriter.compact(before);
                var expected = file.replace("\"auth\": " + old + ", \"header\": [], \"url\": \"http://h/" + i + "\"",
                        "\"auth\": " + old.replaceFirst(java.util.regex.Pattern.quote(written), "\"changed\"") + ", \"header\": [], \"url\": \"http://h/" + i + "\"");
                var after = save(file, id, request(file, id).withAuth(auth.with(key.get(), "changed")));
                assertEquals(expected, after, auth.type() + " " + key.get());
            }
        }
    }

    @Test
    void aTypeThatIsLeftKeepsItsBlockAndComesBackWithItsOddities() throws Exception {
        var id = "/item/4";
        var file = file(AUTHS, "v2.1.0");
        var basic = request(file, id).auth();
        var bearer = save(file, id, request(file, id).withAuth(new Auth("bearer", Map.of("token", "{{t}}"))));
        assertEquals(new Auth("bearer", Map.of("token", "{{t}}")), request(bearer, id).auth());
        assertTrue(bearer.contains("{\"type\": \"string\", \"value\": \"p\", \"key\": \"password\"}"), bearer);
        var back = save(bearer, id, request(bearer, id).withAuth(basic));
        assertEquals(basic, request(back, id).auth());
        assertTrue(back.contains(AUTHS.get(4).substring(1, AUTHS.get(4).indexOf("], \"type\""))), back);
        assertInstanceOf(Json.Obj.class, JsonReader.read(back));
    }

    @Test
    void whatIsReadOfATypeHasItsValuesAsTheyAre() {
        var file = file(AUTHS, "v2.1.0");
        var auths = new ArrayList<Auth>();
        for (var i = 0; i < AUTHS.size(); i++) {
            auths.add(request(file, "/item/" + i).auth());
        }
        assertEquals(Auth.NONE, auths.get(0));
        assertEquals(Auth.INHERIT, auths.get(2));
        assertEquals(Auth.INHERIT, auths.get(3));
        assertEquals(List.of("password", "username"), List.copyOf(auths.get(4).values().keySet()));
        assertEquals(true, auths.get(7).values().get("disableRetryRequest"));
        assertEquals(1, auths.get(7).values().get("nonceCount"));
        assertTrue(auths.get(8).values().containsKey("sessionToken") && auths.get(8).values().get("sessionToken") == null);
        assertEquals(List.of(Map.of("key", "audience", "value", "x", "enabled", true, "send_as", "request_body")), auths.get(15).values().get("tokenRequestParams"));
        assertFalse(auths.get(15).values().containsKey("username"));
        assertEquals("future", auths.get(18).type());
        assertEquals(false, auths.get(20).values().get("showPassword"));
    }
}

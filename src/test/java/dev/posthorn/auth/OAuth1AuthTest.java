package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Against RFC 5849, the test cases of the OAuth wiki (wiki.oauth.net/TestCases), the draft of the body hash, Twitter's "Creating a signature", and the unit tests of Postman's
/// node-oauth1. The keys are those of the documents.
final class OAuth1AuthTest {

    private static final Surroundings AROUND = Given.at("2012-11-25T08:30:34Z");
    private static final String FORM = "application/x-www-form-urlencoded";

    /// wiki.oauth.net/TestCases, section 9.3: PKCS#8.
    private static final String WIKI = """
            -----BEGIN PRIVATE KEY-----
            MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALRiMLAh9iimur8V
            A7qVvdqxevEuUkW4K+2KdMXmnQbG9Aa7k7eBjK1S+0LYmVjPKlJGNXHDGuy5Fw/d
            7rjVJ0BLB+ubPK8iA/Tw3hLQgXMRRGRXXCn8ikfuQfjUS1uZSatdLB81mydBETlJ
            hI6GH4twrbDJCR2Bwy/XWXgqgGRzAgMBAAECgYBYWVtleUzavkbrPjy0T5FMou8H
            X9u2AC2ry8vD/l7cqedtwMPp9k7TubgNFo+NGvKsl2ynyprOZR1xjQ7WgrgVB+mm
            uScOM/5HVceFuGRDhYTCObE+y1kxRloNYXnx3ei1zbeYLPCHdhxRYW7T0qcynNmw
            rn05/KO2RLjgQNalsQJBANeA3Q4Nugqy4QBUCEC09SqylT2K9FrrItqL2QKc9v0Z
            zO2uwllCbg0dwpVuYPYXYvikNHHg+aCWF+VXsb9rpPsCQQDWR9TT4ORdzoj+Nccn
            qkMsDmzt0EfNaAOwHOmVJ2RVBspPcxt5iN4HI7HNeG6U5YsFBb+/GZbgfBT3kpNG
            WPTpAkBI+gFhjfJvRw38n3g/+UeAkwMI2TJQS4n8+hid0uus3/zOjDySH3XHCUno
            cn1xOJAyZODBo47E+67R4jV1/gzbAkEAklJaspRPXP877NssM5nAZMU0/O/NGCZ+
            3jPgDUno6WbJn5cqm8MqWhW1xGkImgRk+fkDBquiq4gPiT898jusgQJAd5Zrr6Q8
            AO/0isr/3aa6O6NLQxISLKcPDk2NOccAfS/xOtfOz4sJYM3+Bs4Io9+dZGSDCA54
            Lw03eHTNQghS0A==
            -----END PRIVATE KEY-----
            """;

    /// Of node-oauth1's tests: PKCS#1 on one line.
    private static final String POSTMAN = "-----BEGIN RSA PRIVATE KEY-----\\nMIICWwIBAAKBgFKLvzM9zbm3I0+HWcHlBSqpfRY/bKs6NDLclERrzfnReFV4utjkhjaEQPPT6tHVHKrZkcxmIgwe3XrkJkUjcuingXIF+Fc3KpY61qJ4HSM50qIuHdi+C5YfuXwNrh6OOeZAhhqgSw2e2XqPfATb"
            + "kYYwpIFpdVdcH/Pb2ynpd6VXAgMBAAECgYAbQE+LFyhH25Iou0KCpJ0kDHhjU+UIUlrRP8kjHYQOqXzUmtr0p903OkpHNPsc8wJX1SQxGra60aXE4HVR9fYFQNliAnSmA/ztGR4ddnirK1Gzog4y2OOkicTdSqJ/"
            + "1XXtTEDSRkA0Z2DIqcWgudeSDzVjUpreYwQ/rCEZbi50AQJBAJcf9wi5bU8tdZUCg3/8MNDwHhr4If4V/9kmhsgNp+M/9tHwCbD05hCbiGS7g58DPF+6V2K30qQYq7yvBP8Te4ECQQCL1GhX/YwkD6rexi0E1bjz"
            + "+RqhNLTR9kexkTfSYmL6zHeeIFSH8ROioGOJMU51lUtMNkkrKEeki5SZpkfaQOzXAkAvBnJPU6vQ7HtfH8YdiDMEgQNNLxMcxmmzf4qHK8CnNRsvnnrVho8kcdFSTwsY6t/Zhdl1TXANQeQGtYtfeAeBAkEAhUB3"
            + "51JSWJMtrHqCsFbTmHxNKk7F+kiObeMLpUvpM0PiwifhJmNQ6Oubr0Pzlw4c4ZXiCGSsUVxK0lmpo423pQJATYDoxVhZrKA3xDAifWoyxbyxf/WXtUGDaAOuZc/naVN5TKiqaEO6G+k3NpmOXNKsYU/Zd9e6P/Tn"
            + "fU74TyDDDA==\\n-----END RSA PRIVATE KEY-----";

    private static Map<String, Object> values(Object... pairs) {
        var values = new HashMap<String, Object>(Map.of("addParamsToHeader", true, "version", "", "signatureMethod", "HMAC-SHA1"));
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return values;
    }

    private static AuthType.Signed.Ready signed(Map<String, Object> values, Wire wire) {
        return Given.signed("oauth1", values, AROUND, wire);
    }

    private static String base(Map<String, Object> values, Wire wire) {
        return Given.working(signed(values, wire), "Signature base string");
    }

    @Test
    void theThreeStepsOfTheRfc() {
        var client = values("consumerKey", "dpf43f3p2l4k3l03", "consumerSecret", "kd94hf93k423kf44");
        var first = new HashMap<>(client);
        first.putAll(Map.of("realm", "Photos", "timestamp", "137131200", "nonce", "wIjqoS", "callback", "http://printer.example.com/ready"));
        assertEquals("OAuth realm=\"Photos\",oauth_consumer_key=\"dpf43f3p2l4k3l03\",oauth_signature_method=\"HMAC-SHA1\",oauth_timestamp=\"137131200\",oauth_nonce=\"wIjqoS\","
                + "oauth_callback=\"http%3A%2F%2Fprinter.example.com%2Fready\",oauth_signature=\"74KNZJeDHnMBp0EMJ9ZHt%2FXKycU%3D\"",
                Given.authorization(signed(first, Given.request("POST", "https://photos.example.net/initiate"))));
        var second = new HashMap<>(client);
        second.putAll(Map.of("token", "hh5s93j4hdidpola", "tokenSecret", "hdhd0244k9j7ao03", "timestamp", "137131201", "nonce", "walatlh", "verifier", "hfdp7dh39dks9884"));
        assertTrue(Given.authorization(signed(second, Given.request("POST", "https://photos.example.net/token"))).endsWith("oauth_signature=\"gKgrFCywp7rO0OXSjdot%2FIHF7IU%3D\""));
        var third = new HashMap<>(client);
        third.putAll(Map.of("token", "nnch734d00sl2jdk", "tokenSecret", "pfkkdhi9sl3r4s00", "timestamp", "137131202", "nonce", "chapoH"));
        assertTrue(Given.authorization(signed(third, Given.request("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original")))
                .endsWith("oauth_signature=\"MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D\""));
    }

    @Test
    void theBaseStringOfTheRfc() {
        var wire = Given.with(Given.request("POST", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", "Authorization: old"), "c2&a3=2+q", FORM);
        assertEquals("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2"
                + "%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
                base(values("consumerKey", "9djdj82h48djs9d2", "consumerSecret", "j49sk3j29djd", "token", "kkk9d7dh3k39sjv7", "tokenSecret", "dh893hdasih9", "timestamp", "137131201",
                        "nonce", "7d8f3e4a", "realm", "Example"), wire));
        assertTrue(base(values("consumerKey", "k", "consumerSecret", "s"), Given.request("GET", "http://h.test:8080/r%20v/X?id=123", "Host: www.example.net:8443"))
                .startsWith("GET&http%3A%2F%2Fwww.example.net%3A8443%2Fr%2520v%2FX&id%3D123%26"));
    }

    @Test
    void theExamplesOfTheWikiAndOfTwitter() {
        var photos = values("consumerKey", "dpf43f3p2l4k3l03", "consumerSecret", "kd94hf93k423kf44", "token", "nnch734d00sl2jdk", "tokenSecret", "pfkkdhi9sl3r4s00", "timestamp", "1191242096",
                "nonce", "kllo9940pd9333jh", "version", "1.0");
        assertEquals("tR3+Ty81lMeYAr/Fid0kMTYa/WM=", last(signed(photos, Given.request("GET", "http://photos.example.net/photos?file=vacation.jpg&size=original"))));
        var twitter = values("consumerKey", "xvz1evFS4wEEPTGEFPHBog", "consumerSecret", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                "token", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "tokenSecret", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE", "timestamp", "1318622958",
                "nonce", "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", "version", "1.0");
        var status = "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21";
        assertEquals("tnnArxj06cWHq44gCs1OSKk/jLY=", last(signed(twitter, Given.with(Given.request("POST", "https://api.twitter.com/1/statuses/update.json?include_entities=true"), status, FORM))));
        assertEquals("hCtSmYh+iHYCEqBWrE7C7hYmtUk=", last(signed(twitter, Given.with(Given.request("POST", "https://api.twitter.com/1.1/statuses/update.json?include_entities=true"), status, FORM))));
    }

    private static String last(AuthType.Signed.Ready ready) {
        return ready.workings().stream().filter(w -> w.title().equals("Signature")).findFirst().orElseThrow().text();
    }

    @TestFactory
    Stream<DynamicTest> theSignaturesOfPostman() {
        return """
                PLAINTEXT alpha&beta
                HMAC-SHA1 kst31ZZPywC/vi+UVOU93hgdEMg=
                HMAC-SHA256 H3w+AlCMRPSZNn8gOI6GyvEXol6R0jVqNw4rr58nZmg=
                HMAC-SHA512 GF7ju0CZzAT7dM7cYx8z1km5MOrrjaQ+cJY00CX1sz052gIOOWacY55NcJkqSi28OQqcO6mhdxTOnO60uH4cEw==
                RSA-SHA1 Tok9L4dAnBWzd0KNgI9/kR3fhfE2keZybvf8UYPB1/bbdQsMHQRQYL1Ui1V94ZBlijeQmyHo67XLJe1zGwCTK5fAGSOtQU0mfvj4AvG4sG5SVg8auWgm5BQt/Lhe9cQJpVNqRhV8rMxOZ6mF9STpDGSx80MY2+FG4eThexe0vkQ=
                RSA-SHA256 A8ayuJe1RJd0zL4R8aBgbEY0PFviN6bk8G4QqAcGPSZfeGjFjwBlXWFysNy5iR8mm3/yWGboUMHWmtyPDtOnL2cJTc8fKhXwITFi7FmsUeA5cBK/HdWYoHLdWuNIZgDHsv8qvZCS4QD4qIILiys4uFK+W1br0zSJR9bsOTIZLng=
                RSA-SHA512 ArsxDvfXOVTQBfXLbNEkWEm+xfEnzAQLM7RET04cMtHrrcm80mWWMcsMN1jykR8ZnXVsVufO565cJQgWqBJ2aWQgUa4Yu2RQWGLuIYwnaiX6TxysO/ZuV5zDlTWQdQpjUmFWKuixZouMDH7CiV37PJLKkYaJzQaGTamHsJiUubE=
                """.lines().map(l -> l.split(" ")).map(c -> DynamicTest.dynamicTest(c[0], () -> assertEquals(c[1], last(signed(values("consumerKey", "foo", "consumerSecret", "alpha",
                        "token", "bar", "tokenSecret", "beta", "privateKey", POSTMAN, "signatureMethod", c[0], "nonce", "baz", "timestamp", "1588771035", "version", "1.0"),
                        Given.request("GET", "https://postman.com/path"))))));
    }

    @Test
    void theRsaExampleOfTheWiki() {
        assertEquals("jvTp/wX1TYtByB1m+Pbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2/9n4s5wUmUl4aCI4BwpraNx4RtEXMe5qg5T1LVTGliMRpKasKsW//e+RinhejgCuzoH26dyF8iY2ZZ/5D1ilgeijhV/vBka5twt399mXwaYdCwFYE=",
                last(signed(values("consumerKey", "dpf43f3p2l4k3l03", "privateKey", WIKI, "signatureMethod", "RSA-SHA1", "timestamp", "1196666512", "nonce", "13917289812797014437",
                        "version", "1.0"), Given.request("GET", "http://photos.example.net/photos?file=vacaction.jpg&size=original"))));
    }

    @Test
    void theHashOfTheBodyIsThatOfTheDraft() {
        var values = values("consumerKey", "token", "consumerSecret", "s", "token", "token", "timestamp", "1236874236", "nonce", "10369470270925", "version", "1.0", "includeBodyHash", true);
        assertEquals("PUT&http%3A%2F%2Fwww.example.com%2Fresource&oauth_body_hash%3DLve95gjOVATpfV8EL5X4nxwjKHE%253D%26oauth_consumer_key%3Dtoken%26oauth_nonce%3D10369470270925"
                + "%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D1236874236%26oauth_token%3Dtoken%26oauth_version%3D1.0",
                base(values, Given.with(Given.request("PUT", "http://www.example.com/resource"), "Hello World!", "text/plain")));
        assertTrue(Given.authorization(signed(values, Given.request("GET", "http://www.example.com/resource"))).contains("oauth_body_hash=\"2jmj7l5rSw0yVb%2FvlWAYkK%2FYBwk%3D\""));
        var form = signed(values, Given.with(Given.request("PUT", "http://www.example.com/resource"), "a=1", FORM));
        assertFalse(Given.authorization(form).contains("oauth_body_hash"));
        assertTrue(Given.notes(form).contains("The body is a form"), Given.notes(form));
        assertTrue(Given.authorization(signed(values, new Wire("POST", "http://h.test/", List.of(), new Payload.Multipart("b", List.of())))).contains("oauth_body_hash="));
    }

    @Test
    void theParametersGoIntoHeaderFormOrQuery() throws Exception {
        var values = values("consumerKey", "k y", "consumerSecret", "s", "timestamp", "1", "nonce", "n", "addParamsToHeader", false);
        var query = signed(values, Given.request("GET", "http://h.test/?a=%C3%BC+b&oauth_token=old#x", "Authorization: old")).wire();
        assertTrue(query.url().matches("http://h\\.test/\\?a=%C3%BC\\+b&oauth_consumer_key=k%20y&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1&oauth_nonce=n&oauth_signature=[^&]+%3D"), query.url());
        assertEquals(List.of(), query.headers());
        var form = Given.with(Given.request("POST", "http://h.test/"), "a=1&oauth_signature=old&b", FORM);
        var posted = signed(values, form).wire();
        assertEquals("http://h.test/", posted.url());
        assertTrue(Given.body(posted).startsWith("a=1&b&oauth_consumer_key=k%20y&"), Given.body(posted));
        assertTrue(signed(values, new Wire("PATCH", form.url(), form.headers(), form.payload())).wire().url().contains("oauth_signature="));
        var signing = AuthTypes.signing(new Auth("oauth1", values), AROUND);
        var first = ((AuthType.Signed.Ready) signing.sign(form)).wire();
        var second = ((AuthType.Signed.Ready) signing.follow(first)).wire();
        assertEquals(Given.body(first), Given.body(second));
    }

    @Test
    void emptyParametersAreSignedOnlyWhereThatIsWanted() {
        var values = values("consumerKey", "k", "consumerSecret", "s", "timestamp", "1", "nonce", "n", "addEmptyParamsToSign", true);
        var header = signed(values, Given.request("GET", "http://h.test/"));
        assertTrue(Given.working(header, "Signature base string").endsWith("%26oauth_token%3D%26oauth_version%3D"));
        assertFalse(Given.authorization(header).contains("oauth_token"));
        values.put("addParamsToHeader", false);
        assertTrue(signed(values, Given.request("GET", "http://h.test/")).wire().url().contains("&oauth_token=&"));
        values.put("addEmptyParamsToSign", false);
        assertFalse(signed(values, Given.request("GET", "http://h.test/")).wire().url().contains("oauth_token"));
    }

    @Test
    void theHeaderIsNotEncodedWhereThatIsWanted() {
        var values = values("consumerKey", "k", "consumerSecret", "s", "callback", "http://c.test/", "realm", "a b", "disableHeaderEncoding", true);
        var header = Given.authorization(signed(values, Given.request("GET", "http://h.test/")));
        assertTrue(header.startsWith("OAuth realm=\"a b\",") && header.contains("oauth_callback=\"http://c.test/\"") && header.endsWith("=\""), header);
        assertTrue(header.matches(".*oauth_timestamp=\"1353832234\",oauth_nonce=\"[A-Za-z0-9]{11}\".*"), header);
    }

    @Test
    void whatIsWrongIsNamed() {
        var wire = Given.request("GET", "http://h.test/");
        assertTrue(Given.refusal("oauth1", values("consumerKey", "k"), AROUND, wire).contains("the field \"Consumer secret\" is empty"));
        assertTrue(Given.refusal("oauth1", values("signatureMethod", "MD5"), AROUND, wire).contains("\"MD5\" is no signature method; there are HMAC-SHA1, "));
        for (var bad : Map.of("hello", "it is not PEM", WIKI.replace("MIICdg", "AAAAAA"), "there is no whole RSA key in it",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----", "locked with a passphrase",
                "-----BEGIN EC PRIVATE KEY-----\nAA==\n-----END EC PRIVATE KEY-----", "elliptic curves",
                "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----", "it is a certificate").entrySet()) {
            var refusal = Given.refusal("oauth1", values("consumerKey", "k", "signatureMethod", "RSA-SHA256", "privateKey", bad.getKey()), AROUND, wire);
            assertTrue(refusal.contains("the private key cannot be used: ") && refusal.contains(bad.getValue()), refusal);
        }
    }

    @Test
    void theFormAsksForWhatTheMethodNeeds() {
        var type = AuthTypes.of("oauth1").orElseThrow();
        var hmac = type.form(new Auth("oauth1", Map.of())).getFirst().fields().stream().map(Field::key).toList();
        assertTrue(hmac.contains("consumerSecret") && !hmac.contains("privateKey"), hmac.toString());
        var rsa = type.form(new Auth("oauth1", Map.of("signatureMethod", "RSA-SHA256"))).getFirst().fields().stream().map(Field::key).toList();
        assertTrue(rsa.contains("privateKey") && !rsa.contains("consumerSecret"), rsa.toString());
        assertEquals(16, type.fields().size());
    }
}

package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Against AWS's published test suite (awslabs/aws-c-auth, tests/aws-signing-test-suite/v4) and the examples of the S3 documentation ("Signature calculations for the
/// Authorization header", "Authenticating requests: using query parameters"). The keys are those of the documents.
final class AwsAuthTest {

    private static final String TOKEN = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
    private static final String STS = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    /// Name, method and path, headers but Host, body, then the signatures in the header and in the query. Left out: the requests of other than S3 whose path is not to be
    /// normalized, which no such service has, and the one whose token is not to be signed.
    private static final String SUITE = """
        == get-header-key-duplicate
        GET /
        My-Header1:value2
        My-Header1:value2
        My-Header1:value1
        -- c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea 3349ee0b81b4b589da0ff28a395c3591e04de515651dd74f298fa992d1507a97
        == get-header-value-multiline
        GET /
        My-Header1:value1
          value2
             value3
        -- cfd34249e4b1c8d6b91ef74165d41a32e5fab3306300901bb65a51a73575eefd e6f5def831211aca02987a44b96826706278c7bc078112ae0263659c5b2f2d56
        == get-header-value-order
        GET /
        My-Header1:value4
        My-Header1:value1
        My-Header1:value3
        My-Header1:value2
        -- 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01 313720e71ca6202fdcfa9b20f88de01a4eb0638a83c833b1c184359a4eda864e
        == get-header-value-trim
        GET /
        My-Header1: value1
        My-Header2: "a   b   c"
        -- acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736 e7bb0fd515e125e1aec2ecc4c0c17484fb06f6846b927c35e46005dd3df3acd4
        == get-relative-normalized
        GET /example/..
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == get-relative-relative-normalized
        GET /example1/example2/../..
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == get-slash-dot-slash-normalized
        GET /./
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == get-slash-normalized
        GET //
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == get-slash-pointless-dot-normalized
        GET /./example
        -- ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5 35034b1a0bdd969f346975386daf8aedfd4976573b8348cf4f67eaa41c5857de
        == get-slashes-normalized
        GET //example//
        -- 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84 c1834e8fb0307243711f0f907f6ab7311ed300d87f13792d7ee4da89ab93e082
        == get-space-normalized
        GET /example space/
        -- 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741 7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6
        == get-space-unnormalized
        GET /example space/
        -- 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741 7a1f416954786484c9824d93c1f26ef64acb9b1b6c9154d08c9f07d0e394abf6
        == get-unreserved
        GET /-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz
        -- 07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f 95968482db1b9e0fadef6efc1bd24689f77c77d9ef56919c96a28cc92e0d6005
        == get-utf8
        GET /ሴ
        -- 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85 10eae3f14a260bd3911cc6d008d3c576d143b05b62f09782a7a4b37f52178e44
        == get-vanilla-empty-query-key
        GET /?Param1=value1
        -- a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb 49096700cbbaa5753443850f40df10f904fc2fdb544dc9512203cc77c471a9de
        == get-vanilla-query-order-encoded
        GET /?Param-3=Value3&Param=Value2&%E1%88%B4=Value1
        -- 371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac c5f1848ceec943ac2ca68ee720460c23aaae30a2300586597ada94c4a65e4787
        == get-vanilla-query-order-key-case
        GET /?Param2=value2&Param1=value1
        -- b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500 86012e2c9ad4d77369f5d81c11f75158aae4f895a085212cc6d3f923d300bed5
        == get-vanilla-query-unreserved
        GET /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz
        -- 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197 8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf
        == get-vanilla-query
        GET /
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == get-vanilla-utf8-query
        GET /?ሴ=bar
        -- 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04 0bdd809b1519ac4f0c1dc3540e2cc46bd0c7f778eda408b2ebf3b913d21ff600
        == get-vanilla-with-session-token
        GET /
        -- 07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8 7ff2b50b376cb4d151970630573d6291dc128cc5c2a12ffb237f73cc53f67b6c
        == get-vanilla
        GET /
        -- 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31 e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d
        == post-header-key-case
        POST /
        -- 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b 2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b
        == post-header-key-sort
        POST /
        My-Header1:value1
        -- c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c c09d07e0d55871f10f2a6d350d994acf6825a3cae70673d7def55616e6119dd7
        == post-header-value-case
        POST /
        My-Header1:VALUE1
        -- cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d 0698bc9e4f7f9139065ba2909c0e99da257e8e2a42492a097bcd46d792391fed
        == post-sts-header-before
        POST /
        -- 85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead 46c2e3c63c1dbe7d39f8ada16fe7f001c1f56c5791441565323677f96308871c
        == post-vanilla-empty-query-value
        POST /?Param1=value1
        -- 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11 a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682
        == post-vanilla-query
        POST /?Param1=value1
        -- 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11 a9ef26247f293bffe40eeff86a0480ba8c14d31503b2e0c3399e3a16bf1a3682
        == post-vanilla
        POST /
        -- 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b 2ce6e6d2e0cf2f9d1b55fafec88cd20574c31dc2e7631979f71ba2310083e95b
        == post-x-www-form-urlencoded-parameters
        POST /
        Content-Type:application/x-www-form-urlencoded; charset=utf-8
        Content-Length:13

        Param1=value1
        -- 328d1b9eaadca9f5818ef05e8392801e091653bafec24fcab71e7344e7f51422 0dbeb9b026c7b6675f266b8427efec9b4fa8b1f6ef1477d717aea231106eab4d
        == post-x-www-form-urlencoded
        POST /
        Content-Type:application/x-www-form-urlencoded
        Content-Length:13

        Param1=value1
        -- d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b 89a40deed0f26f9461242825a082d2222717248abc7ab41f552ad84a94ad46e9
        """;

    private static final Map<String, Object> KEYS = Map.of("accessKey", "AKIDEXAMPLE", "secretKey", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "region", "us-east-1", "service", "service");
    private static final Surroundings AROUND = Given.at("2015-08-30T12:36:00Z");
    private static final Map<String, Object> S3 = Map.of("accessKey", "AKIAIOSFODNN7EXAMPLE", "secretKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "region", "us-east-1", "service", "s3");
    private static final Surroundings FRIDAY = Given.at("2013-05-24T00:00:00Z");

    private static Map<String, Object> and(Map<String, Object> values, String key, Object value) {
        var more = new HashMap<>(values);
        more.put(key, value);
        return more;
    }

    @TestFactory
    Stream<DynamicTest> theTestSuiteOfAws() {
        return Arrays.stream(SUITE.split("(?m)^== ")).filter(c -> !c.isBlank()).map(text -> {
            var cut = text.indexOf("\n-- ");
            var lines = text.substring(0, cut).split("\n", -1);
            var signatures = text.substring(cut + 4).strip().split(" ");
            return DynamicTest.dynamicTest(lines[0], () -> agrees(lines, signatures[0], signatures[1]));
        });
    }

    private static void agrees(String[] lines, String header, String query) {
        var first = lines[1].split(" ", 2);
        var headers = new ArrayList<Header>();
        var body = "";
        for (var i = 2; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                body = lines[i + 1];
                break;
            }
            var more = lines[i].startsWith(" ");
            var last = more ? headers.removeLast() : null;
            headers.add(more ? new Header(last.name(), last.value() + "\n" + lines[i]) : new Header(lines[i].split(":")[0], lines[i].substring(lines[i].indexOf(':') + 1)));
        }
        var payload = body.isEmpty() ? Payload.empty() : new Payload.Bytes(body.getBytes(), "application/x-www-form-urlencoded");
        var wire = new Wire(first[0], "https://example.amazonaws.com" + first[1], headers, payload);
        var token = lines[0].equals("get-vanilla-with-session-token") ? TOKEN : lines[0].equals("post-sts-header-before") ? STS : "";
        var values = and(KEYS, "sessionToken", token);
        var signed = Given.signed("awsv4", values, AROUND, wire);
        assertEquals(header, Given.working(signed, "Signature"), Given.working(signed, "Canonical request"));
        assertTrue(Given.authorization(signed).endsWith("Signature=" + header));
        var presigned = Given.signed("awsv4", and(values, "addAuthDataToQuery", true), AROUND,
                wire.withUrl(wire.url() + (wire.url().contains("?") ? "&" : "?") + "X-Amz-Expires=3600"));
        assertEquals(query, Given.working(presigned, "Signature"), Given.working(presigned, "Canonical request"));
        assertTrue(presigned.wire().url().endsWith("&X-Amz-Signature=" + query));
    }

    @Test
    void theExamplesOfS3() {
        var host = "https://examplebucket.s3.amazonaws.com/";
        assertEquals("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41", signature(Given.request("GET", host + "test.txt", "Range: bytes=0-9")));
        assertEquals("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd", signature(Given.with(
                Given.request("PUT", host + "test$file.text", "Date: Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class: REDUCED_REDUNDANCY"), "Welcome to Amazon S3.", "")));
        assertEquals("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543", signature(Given.request("GET", host + "?lifecycle")));
        assertEquals("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7", signature(Given.request("GET", host + "?max-keys=2&prefix=J")));
        var presigned = Given.signed("awsv4", and(S3, "addAuthDataToQuery", true), FRIDAY, Given.request("GET", host + "test.txt"));
        assertEquals(host + "test.txt?X-Amz-Expires=86400&X-Amz-Date=20130524T000000Z&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404", presigned.wire().url());
        assertEquals(List.of(), presigned.wire().headers());
    }

    private static String signature(Wire wire) {
        return Given.working(Given.signed("awsv4", S3, FRIDAY, wire), "Signature");
    }

    @Test
    void anOldSignatureGivesWayToANewOne() {
        var wire = Given.request("GET", "https://h.test/a?X-Amz-Signature=old&X-Amz-Date=old&b=1&X-Amz-Expires=60", "authorization: old", "x-amz-date: old", "X-Other: kept");
        var signed = Given.signed("awsv4", KEYS, AROUND, wire).wire();
        assertEquals("https://h.test/a?b=1&X-Amz-Expires=60", signed.url());
        assertEquals(List.of("X-Other", "X-Amz-Date", "Authorization"), Given.names(signed));
        var signing = AuthTypes.signing(new dev.posthorn.model.Auth("awsv4", and(S3, "addAuthDataToQuery", true)), AROUND);
        var first = ((AuthType.Signed.Ready) signing.sign(wire)).wire();
        var second = ((AuthType.Signed.Ready) signing.follow(first.withUrl(first.url().replace("/a?", "/b?")))).wire();
        assertEquals(1, second.url().split("X-Amz-Signature=", -1).length - 1);
        assertEquals(1, second.url().split("X-Amz-Expires=60", -1).length - 1);
        assertFalse(second.url().endsWith(first.url().substring(first.url().length() - 64)));
    }

    @Test
    void pathsAreEncodedTwiceButForS3Once() {
        var wire = Given.request("GET", "https://h.test/a%20b/%E1%88%B4+(x)|y");
        assertTrue(canonical(KEYS, wire).startsWith("GET\n/a%2520b/%25E1%2588%25B4%2B%28x%29%7Cy\n"), canonical(KEYS, wire));
        assertTrue(canonical(S3, wire).startsWith("GET\n/a%20b/%E1%88%B4%20%28x%29%7Cy\n"), canonical(S3, wire));
        assertTrue(canonical(S3, Given.request("GET", "https://h.test//a/../b/./c%2Fd")).startsWith("GET\n//a/../b/./c/d\n"));
    }

    @Test
    void aQueryIsSignedAsTheServerDecodesIt() {
        var canonical = canonical(KEYS, Given.request("GET", "https://h.test/?b=x+y&a=%7e&flag&b=a&%zz=1"));
        assertEquals("%25zz=1&a=~&b=a&b=x%20y&flag=", canonical.split("\n")[2]);
    }

    private static String canonical(Map<String, Object> values, Wire wire) {
        return Given.working(Given.signed("awsv4", values, FRIDAY, wire), "Canonical request");
    }

    @Test
    void formDataIsUnsignedForS3AndHashedForOthers() {
        var wire = new Wire("POST", "https://h.test/", List.of(new Header("Content-Type", "text/plain"), new Header("Cookie", "a=b")), new Payload.Multipart("b", List.of()));
        var s3 = Given.signed("awsv4", S3, FRIDAY, wire);
        assertEquals("UNSIGNED-PAYLOAD", Header.first(s3.wire().headers(), "X-Amz-Content-Sha256").orElseThrow());
        assertTrue(Given.notes(s3).contains("form-data"), Given.notes(s3));
        var other = Given.signed("awsv4", KEYS, FRIDAY, wire);
        assertEquals(64, Header.first(other.wire().headers(), "X-Amz-Content-Sha256").orElseThrow().length());
        assertTrue(Given.authorization(other).contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date,"), Given.authorization(other));
    }

    @Test
    void theHostIsTheOneThatIsSentAndDefaultsArePostmans() {
        var keys = Map.<String, Object>of("accessKey", " AKIDEXAMPLE ", "secretKey", "s", "region", "", "service", "");
        assertTrue(canonical(keys, Given.request("GET", "https://user@EXAMPLE.test:443")).contains("\nhost:example.test\n"));
        assertTrue(canonical(keys, Given.request("GET", "https://h.test", "Host: other.test")).contains("\nhost:other.test\n"));
        assertTrue(Given.authorization(Given.signed("awsv4", keys, FRIDAY, Given.request("GET", "https://h.test"))).contains("AKIDEXAMPLE/20130524/us-east-1/execute-api/aws4_request"));
        assertTrue(Given.notes(Given.signed("awsv4", keys, FRIDAY, Given.request("GET", "https://x.lambda.eu-west-1.amazonaws.com/"))).contains("service lambda in eu-west-1"));
    }

    @Test
    void whatIsMissingIsNamed() {
        var wire = Given.request("GET", "https://h.test/");
        assertEquals("Nothing was sent: the authorization \"AWS Signature\" could not be applied: the field \"Secret key\" is empty.",
                Given.refusal("awsv4", Map.of("accessKey", "a"), AROUND, wire));
        assertTrue(Given.refusal("awsv4", Map.of(), AROUND, wire).contains("\"Access key\""));
        assertTrue(Given.refusal("awsv4", KEYS, AROUND, Given.request("PROPFIND", "https://h.test/")).contains("does not know the method PROPFIND"));
        assertTrue(Given.refusal("awsv4", KEYS, AROUND, Given.request("GET", "h.test")).contains("names no server"));
        var lost = new Wire("PUT", "https://h.test/", List.of(), new Payload.FromFile(Path.of("lost.bin"), ""));
        assertEquals("Nothing was sent: the file lost.bin (body) cannot be read.", Given.refusal("awsv4", KEYS, AROUND, lost));
    }
}

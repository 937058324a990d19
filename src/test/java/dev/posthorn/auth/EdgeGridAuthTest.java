package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Against Akamai's published test data (akamai/AkamaiOPEN-edgegrid-python, testdata.json and testcases.json).
final class EdgeGridAuthTest {

    private static final String HOST = "akaa-baseurl-xxxxxxxxxxx-xxxxxxxxxxxxx.luna.akamaiapis.net";
    private static final Map<String, Object> VALUES = Map.of("accessToken", "akab-access-token-xxx-xxxxxxxxxxxxxxxx", "clientToken", "akab-client-token-xxx-xxxxxxxxxxxxxxxx",
            "clientSecret", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=", "maxBodySize", "2048", "headersToSign", "X-Test1, x-test2,X-Test3,",
            "nonce", "nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "timestamp", "20140321T19:34:21+0000");
    private static final String HEAD = "EG1-HMAC-SHA256 client_token=akab-client-token-xxx-xxxxxxxxxxxxxxxx;access_token=akab-access-token-xxx-xxxxxxxxxxxxxxxx;"
            + "timestamp=20140321T19:34:21+0000;nonce=nonce-xx-xxxx-xxxx-xxxx-xxxxxxxxxxxx;";

    /// name | method and path | body | headers | signature
    private static final String CASES = """
            simple GET | GET / | | | tL+y4hxyHxgWVD30X3pWnGKHcPzmrIF+LThiAOhMxYU=
            GET with querystring | GET /testapi/v1/t1?p1=1&p2=2 | | | hKDH1UlnQySSHjvIcZpDMbQHihTQ0XyVAKZaApabdeA=
            POST inside limit | POST /testapi/v1/t3 | datadatadatadatadatadatadatadata | | hXm4iCxtpN22m4cbZb4lVLW5rhX8Ca82vCFqXzSTPe4=
            POST too large | POST /testapi/v1/t3 | d*2049 | | 6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY=
            POST length equals max_body | POST /testapi/v1/t3 | d*2048 | | 6Q6PiTipLae6n4GsSIDTCJ54bEbHUBp+4MUXrbQCBoY=
            POST empty body | POST /testapi/v1/t6 | | | 1gEDxeQGD5GovIkJJGcBaKnZ+VaPtrc4qBUHixjsPCQ=
            Simple header signing with GET | GET /testapi/v1/t4 | | X-Test1: test-simple-header | 8F9AybcRw+PLxnvT+H0JRkjROrrUgsxJTnRXMzqvcwY=
            Header containing spaces | GET /testapi/v1/t4 | | X-Test1: "     test-header-with-spaces     " | ucq2AbjCNtobHfCTuS38fdkl5UDdWHZhQX46fYR8CqI=
            Header with leading and interior spaces | GET /testapi/v1/t4 | | X-Test1:      first-thing      second-thing | WtnneL539UadAAOJwnsXvPqT4Kt6z7HMgBEwAFpt3+c=
            Headers out of order | GET /testapi/v1/t4 | | X-Test2: t2, X-Test1: t1, X-Test3: t3 | Wus73Nx8jOYM+kkBFF2q8D1EATRIMr0WLWwpLBgkBqY=
            Extra header | GET /testapi/v1/t5 | | X-Test2: t2, X-Test1: t1, X-Test3: t3, X-Extra: this won't be included | Knd/jc0A5Ghhizjayr0AUUvl2MZjBpS3FDSzvtq4Ixc=
            PUT test | PUT /testapi/v1/t6 | P*31 | | GNBWEYSEWOLtu+7dD52da2C39aX/Jchpon3K/AmBqBU=
            PATCH test | PATCH /testapi/v1/t6 | P*31 | | JIl05ImY1AOnMtmw+9LKgaFA8mnzsEKabbnHmI8LsQ4=
            GET with query params | GET /testapi/v1/configs/111?from=12345&limit=200000 | | | XM+hsuSs6nuy/5eDRty1IjtVCAdr8xPFRAZ/b8RXDm8=
            GET with query params and separator in path | GET /testapi/v1/configs/111;222;333?from=12345&limit=200000 | | | pmQF7Is2+O4r/mMojPR4yeF58BrempNNoBX5/DT0Fxs=
            """;

    @TestFactory
    Stream<DynamicTest> theTestCasesOfAkamai() {
        return CASES.lines().map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new)).map(c -> DynamicTest.dynamicTest(c[0], () -> {
            var headers = c[3].isBlank() ? new String[0] : c[3].split(", ");
            var wire = Given.request(c[1].split(" ")[0], "https://" + HOST + c[1].split(" ")[1], headers);
            var times = c[2].split("\\*");
            var body = times.length == 2 ? times[0].repeat(Integer.parseInt(times[1])) : times[0];
            var signed = Given.signed("edgegrid", VALUES, Given.at("2026-01-01T00:00:00Z"), body.isEmpty() ? wire : Given.with(wire, body, "text/plain"));
            assertEquals(HEAD + "signature=" + c[4], Given.authorization(signed), Given.working(signed, "Data to sign"));
        }));
    }

    @Test
    void timeAndNonceAreMadeWhereNoneIsGiven() {
        var values = new HashMap<>(VALUES);
        values.put("nonce", "");
        values.put("timestamp", "");
        var header = Given.authorization(Given.signed("edgegrid", values, Given.at("2026-01-02T03:04:05Z"), Given.request("GET", "https://" + HOST + "/")));
        assertTrue(header.matches(".*;timestamp=20260102T03:04:05\\+0000;nonce=[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12};signature=.*"), header);
    }

    @Test
    void theBaseUrlGivesTheHostAndTheListMayBeAList() {
        var values = new HashMap<>(VALUES);
        values.put("baseURL", "https://Base.test/path");
        values.put("headersToSign", List.of("X-One"));
        var signed = Given.signed("edgegrid", values, Given.at("2026-01-02T03:04:05Z"), Given.request("GET", "http://127.0.0.1:8080/x?y", "x-one:  a  b"));
        assertEquals(List.of("GET", "http", "base.test", "/x?y", "x-one:a b", "", HEAD), Arrays.asList(Given.working(signed, "Data to sign").split("\t", -1)));
        var missing = Given.signed("edgegrid", VALUES, Given.at("2026-01-02T03:04:05Z"), Given.request("GET", "http://127.0.0.1:8080/"));
        assertTrue(missing.workings().getFirst().text().contains("\t127.0.0.1:8080\t"));
        assertTrue(Given.notes(missing).contains("The header X-Test1 is not signed"), Given.notes(missing));
    }

    @Test
    void aFormOfPartsIsHashedAsItGoesOut() {
        var wire = new Wire("POST", "https://h.test/", List.of(), new Payload.Multipart("b", List.of()));
        // printf -- '--b--\r\n' | openssl dgst -sha256 -binary | base64
        assertEquals(MULTIPART, Given.working(Given.signed("edgegrid", VALUES, Given.at("2026-01-02T03:04:05Z"), wire), "Data to sign").split("\t", -1)[5]);
    }

    private static final String MULTIPART = "uIKCG/dOrByLIoQ2Mnn6A4eqwuOG+OnA9ooONV7iJkk=";

    @Test
    void whatIsMissingIsNamed() {
        var around = Given.at("2026-01-02T03:04:05Z");
        var wire = Given.request("GET", "https://h.test/");
        assertTrue(Given.refusal("edgegrid", Map.of("accessToken", "a", "clientToken", "b"), around, wire).contains("the field \"Client secret\" is empty"));
        var values = new HashMap<>(VALUES);
        values.put("maxBodySize", "many");
        assertTrue(Given.refusal("edgegrid", values, around, wire).contains("\"Max body size\" must be a whole number of bytes, not \"many\""));
    }
}

package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings of the vendors' types, right and wrong, and what a person is told of them.
final class VendorSendsTest extends VendorBench {

    @Test
    void bothPlatformsLetOneIn() {
        assertTrue(told(contact()).startsWith("200 "));
        assertTrue(told(session("creatio-net", "/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor")).startsWith("200 "));
        var zero = told(session("creatio-net", "/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor"));
        assertTrue(zero.contains("begins with /0"), zero);
    }

    @Test
    void aClientCertificateSignsInPlaceOfTheSecret() {
        var key = text(Request.get(demo.address() + "/bizagi/client-key.pem"));
        var told = told(stakeholders(Map.of("clientId", "bizagi-certificate", "scope", "api", "client_authentication", "private_key_jwt", "privateKey", key)));
        assertTrue(told.startsWith("200 "), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workflow      | token | automatic | workflow-demo-token | 200
            workflow      | token | query     | workflow-demo-token | 200
            workflow      | token | automatic | another             | does not accept the API access token
            workflow      | open  | automatic | workflow-demo-token | is not open
            workflow-oidc | oidc  | automatic | workflow-demo-token | 200
            workflow-oidc | oidc  | automatic | another             | secret is the server's API access token
            workflow      | oidc  | automatic | workflow-demo-token | OpenID Connect may not be switched on
            workflow-open | open  | automatic | workflow-demo-token | 200
            """)
    void theAccessControlOfAWorkflowServer(String site, String mode, String place, String token, String wanted) {
        var told = told(instance(site, Map.of("mode", mode, "place", place, "token", token)));
        assertTrue(told.contains(wanted), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clientSecret | another | client
            scope        | login   | too few scopes
            projectUrl   | {demo}/creatio | Work portal
            tokenPath    | /elsewhere | Work portal
            """)
    void aSettingOfBizagi(String key, String value, String wanted) {
        var told = told(stakeholders(Map.of(key, value.replace("{demo}", demo.address()))));
        assertTrue(told.contains(wanted), told);
    }

    @Test
    void theCookiesOfTheJarGoAlongOnceWhereARequestIsSentAgain() {
        workbench.cookies().set(demo.address() + "/", "colour=blue; path=/");
        assertTrue(told(account()).startsWith("200 "));
        demo.vendors().expireTokens();
        var outcome = assertInstanceOf(Outcome.Received.class, send(account().withHeaders(List.of(Entry.of("Cookie", "own=1")))));
        assertEquals(List.of("own=1; colour=blue", "own=1; colour=blue"), outcome.hops().stream().map(h -> Header.first(h.sent().headers(), "Cookie").orElse("")).toList());
    }
}

package dev.posthorn.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What settings of OAuth 2.0 may say for the sake of one vendor.
final class VendorSettingsTest {

    private static String basic(Map<String, Object> more) throws NoToken {
        var values = new java.util.HashMap<String, Object>(Map.of("clientId", "id", "clientSecret", "a+b/c=:d", "client_authentication", "header"));
        values.putAll(more);
        var wire = new Proving(Clock.systemUTC(), new Random(1)).prove(new Form().put("grant_type", "client_credentials"), new OAuthSettings(new Auth("oauth2", values)), "https://host/token").wire("https://host/token");
        return new String(Base64.getDecoder().decode(Header.first(wire.headers(), "Authorization").orElseThrow().substring(6)));
    }

    @Test
    void theBasicHeaderHasTheSecretAsItIsWhereTheVendorSaysSo() throws NoToken {
        assertEquals("id:a+b/c=:d", basic(Map.of("basicEncoding", "plain")));
        assertEquals("id:a%2Bb%2Fc%3D%3Ad", basic(Map.of()));
    }

    @Test
    void aLifetimeInMinutesCountsWhereItIsOne() {
        assertEquals(Optional.of(Duration.ofSeconds(90)), lifetime("1.5"));
        assertEquals(Optional.of(Duration.ofMinutes(20)), lifetime(" 20 "));
        for (var none : new String[] {"", "0", "-1", "soon", "99999999999"}) {
            assertEquals(Optional.empty(), lifetime(none));
        }
    }

    private static Optional<Duration> lifetime(String minutes) {
        return new OAuthSettings(new Auth("oauth2", Map.of("tokenMinutes", minutes))).lifetime();
    }
}

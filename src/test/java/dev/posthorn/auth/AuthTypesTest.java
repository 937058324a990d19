package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AuthTypesTest {

    private static final Wire WIRE = new Wire("GET", "http://h/x?a=1&key=old", List.of(new Header("authorization", "old"), new Header("X-KEY", "old")), Payload.empty());

    private static final Surroundings AROUND = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());

    private static Wire signed(String type, Map<String, Object> values) {
        return assertInstanceOf(AuthType.Signed.Ready.class, AuthTypes.signing(new Auth(type, values), AROUND).sign(WIRE)).wire();
    }

    @Test
    void basicReplacesAnAuthorizationInAnyCase() {
        assertEquals(List.of(new Header("X-KEY", "old"), new Header("Authorization", "Basic w7xzZXI6cMOkc3M=")),
                signed("basic", Map.of("username", "üser", "password", "päss")).headers());
    }

    @Test
    void bearerWithoutATokenSendsNothing() {
        assertEquals("Bearer t", signed("bearer", Map.of("token", "t")).headers().getLast().value());
        assertEquals(WIRE, signed("bearer", Map.of("token", " ")));
        assertEquals(WIRE, signed("noauth", Map.of()));
    }

    @Test
    void anApiKeyTakesThePlaceOfOneWithItsName() {
        assertEquals(List.of(new Header("authorization", "old"), new Header("x-key", "v")), signed("apikey", Map.of("key", "x-key", "value", "v")).headers());
        assertEquals("http://h/x?a=1&key=v%20%26", signed("apikey", Map.of("key", "key", "value", "v &", "in", "query")).url());
        assertEquals(WIRE, signed("apikey", Map.of()));
    }

    @Test
    void aTypeThatIsOnlyKeptIsRefusedByName() {
        var given = assertInstanceOf(AuthType.Signed.GivenUp.class, AuthTypes.signing(new Auth("sasl", Map.of()), AROUND).sign(WIRE));
        assertEquals("Nothing was sent: the authorization \"SASL\" could not be applied: Posthorn keeps it in the file but cannot sign with it.",
                given.failure().sentence());
    }
}

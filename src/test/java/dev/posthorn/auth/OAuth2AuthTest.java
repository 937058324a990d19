package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a token goes, and what is shown of it.
class OAuth2AuthTest {

    private static final Wire WIRE = new Wire("GET", "http://h/x?a=1&access_token=old", List.of(new Header("authorization", "old"), new Header("X", "y")), Payload.empty());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /// Has the token "one", and "two" instead of it.
    private static final class Two implements TokenSource {
        private int asked;

        @Override
        public Got token(Auth values) {
            return values.text("accessToken").isEmpty() ? new Got.Has(new Token("id", "one", Optional.of(CLOCK.instant().plusSeconds(600)))) : new Got.Has(new Token("", values.text("accessToken"), Optional.empty()));
        }

        @Override
        public Got instead(Token refused, Auth values) {
            asked++;
            return new Got.Has(new Token("id", "two", Optional.empty()));
        }

        @Override
        public Optional<Token> known(Auth values) {
            return Optional.empty();
        }
    }

    private final Two source = new Two();

    private Signing signing(Map<String, Object> values) {
        return AuthTypes.signing(new Auth("oauth2", values), new Surroundings(CLOCK, new Random(1), (_, _) -> { }, source, Path.of(""), Map.of()));
    }

    private AuthType.Signed.Ready signed(Map<String, Object> values) {
        return assertInstanceOf(AuthType.Signed.Ready.class, signing(values).sign(WIRE));
    }

    private static Response answer(int status, String challenge) {
        return new Response(status, "", "HTTP/1.1", challenge.isEmpty() ? List.of() : List.of(new Header("WWW-Authenticate", challenge)), new BodyInMemory(new byte[0]), null, null, "", false);
    }

    @Test
    void theTokenGoesIntoTheHeaderWithItsPrefixOrIntoTheQuery() {
        assertEquals(List.of(new Header("Authorization", "Bearer one"), new Header("X", "y")), signed(Map.of()).wire().headers());
        assertEquals("Token one", signed(Map.of("headerPrefix", "Token")).wire().headers().getFirst().value());
        assertEquals("one", signed(Map.of("headerPrefix", "")).wire().headers().getFirst().value());
        var query = signed(Map.of("addTokenTo", "queryParams", "accessToken", "a+b")).wire();
        assertEquals(List.of("http://h/x?a=1&access_token=a%2Bb", WIRE.headers()), List.of(query.url(), query.headers()));
        assertEquals(WIRE, signed(Map.of("tokenType", "mac")).wire());
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        var signing = signing(Map.of());
        var sent = assertInstanceOf(AuthType.Signed.Ready.class, signing.sign(WIRE)).wire();
        assertTrue(signing.again(sent, answer(403, "Bearer")).isEmpty());
        assertTrue(signing.again(sent, answer(401, "Basic realm=\"x\"")).isEmpty());
        var again = signing.again(sent, answer(401, "Bearer error=\"invalid_token\"")).orElseThrow();
        assertEquals(List.of(new Header("Authorization", "Bearer two"), new Header("X", "y")), again.headers());
        assertTrue(signing.again(again, answer(401, "")).isEmpty());
        assertEquals(1, source.asked);
    }

    @Test
    void aTokenInTheFileIsNotReplaced() {
        var signing = signing(Map.of("accessToken", "given"));
        signing.sign(WIRE);
        assertTrue(signing.again(WIRE, answer(401, "")).isEmpty());
        assertEquals(0, source.asked);
    }

    @Test
    void aRedirectGetsTheTokenInItsQueryToo() {
        var signing = signing(Map.of("addTokenTo", "queryParams"));
        signing.sign(WIRE);
        assertEquals("http://h/next?access_token=one", assertInstanceOf(AuthType.Signed.Ready.class, signing.follow(WIRE.withUrl("http://h/next"))).wire().url());
    }

    @Test
    void theWorkingsSayWhereTheTokenIsFromAndHowLongItLasts() {
        var kept = text(signed(Map.of("grant_type", "client_credentials", "autoRefresh", "true")));
        assertTrue(kept.contains("got with client credentials and is kept") && kept.contains("expires in 10 minutes") && kept.contains("renewed shortly before"), kept);
        var literal = text(signed(Map.of("accessToken", "given", "addTokenTo", "queryParams")));
        assertTrue(literal.contains("never renewed") && literal.contains("into the query as access_token"), literal);
    }

    private static String text(AuthType.Signed.Ready ready) {
        return ready.workings().stream().map(Working::text).collect(Collectors.joining("\n"));
    }

    private static List<String> keys(String grant) {
        return new OAuth2Auth().form(new Auth("oauth2", Map.of("grant_type", grant))).stream().flatMap(s -> s.fields().stream()).map(Field::key).toList();
    }

    @ParameterizedTest
    @CsvSource({"authorization_code, authUrl redirect_uri state clientSecret, username code_verifier", "authorization_code_with_pkce, challengeAlgorithm code_verifier, username",
        "implicit, authUrl clientId, accessTokenUrl clientSecret client_authentication", "password_credentials, username password, authUrl", "client_credentials, accessTokenUrl, authUrl redirect_uri username",
        "device_code, deviceUrl, authUrl", "token_exchange, subject_token actor_token, username", "jwt_bearer, assertion privateKey, subject_token"})
    void theFormHasWhatTheGrantNeedsAndNothingElse(String grant, String has, String lacks) {
        var keys = keys(grant);
        for (var key : has.split(" ")) {
            assertTrue(keys.contains(key), key);
        }
        for (var key : lacks.split(" ")) {
            assertTrue(!keys.contains(key), key);
        }
        assertEquals(keys.size(), new LinkedHashSet<>(keys).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "authUrl", "accessTokenUrl", "refreshTokenUrl", "redirect_uri", "useBrowser", "clientId", "clientSecret", "scope", "state", "username", "password", "audience", "resource",
        "tokenName", "client_authentication", "challengeAlgorithm", "code_verifier", "authRequestParams", "tokenRequestParams", "refreshRequestParams", "accessToken", "tokenType", "addTokenTo", "headerPrefix"})
    void variablesWorkInEveryKeyOfPostman(String key) {
        assertTrue(new OAuth2Auth().fields().stream().anyMatch(f -> f.key().equals(key)));
    }
}

package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.posthorn.model.Mend;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each button that a doctor can offer is pressed, and what it promises is there: mostly, that the next answer is good.
final class MendJourneyTest extends VendorMends {

    private Stream<Row> rows() {
        return Stream.of(tokens(), persons(), answers(), vendors(), forms()).flatMap(s -> s);
    }

    private Stream<Row> tokens() {
        return Stream.of(
                again("access_denied", "OAuthErrors", "no"), again("invalid_token", "OAuthErrors", "x"), again("expired_token", "OAuthErrors", "x"), again("login_required", "OAuthErrors", "x"),
                again("invalid_grant", "OAuthErrors", "x"), again("invalid_request", "ProviderWords", "AADSTS65001: nobody has consented"), again("bad_verification_code", "ProviderWords", "x"),
                changes("another way of answering", "OAuthErrors", error("unsupported_response_type", "x"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("PKCE is wanted", "OAuthErrors", error("invalid_request", "code_challenge is required"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("a second factor", "ProviderWords", error("invalid_grant", "AADSTS50076: multi-factor"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("no windows of programs", "ProviderWords", error("disallowed_useragent", "x"), "Use the system's browser", "useBrowser", true, _ -> false),
                changes("a scope too many", "ScopeFaults", error("invalid_scope", "castles is unknown"), "Ask without castles", "scope", "fields", s -> s.get("scope").equals("fields"), "scope", "fields castles"),
                row("credentials in another place", "CredentialPlaces Change", () -> {
                    place("header", "Send as Basic header", "query");
                    place("body", "Send in the body", "header");
                    place("query", "Send in the query (GET)", "header");
                }),
                copies("our address", "CallerBlocked", error("access_denied", "This IP address is not allowed"), "Copy our address 127.0.0.1", "127.0.0.1"),
                copies("the redirect URL", "RedirectDiffers", error("redirect_uri_mismatch", "x"), "Copy the redirect URL", "http://127.0.0.1:7777/back", "redirect_uri", "http://127.0.0.1:7777/back"),
                row("no grant is chosen", "Faults Change", () -> {
                    program("grant_type", "");
                    fails();
                    press("Use Authorization Code (with PKCE)");
                    set("grant_type", "authorization_code_with_pkce");
                    program("grant_type", "");
                    fails();
                    press("Use Client Credentials");
                    answers(200);
                }),
                row("renewing is switched off", "Faults Change, Faults LogIn", () -> {
                    expired("autoRefresh", false);
                    press("Switch auto-refresh on");
                    answers(200);
                    expired("autoRefresh", false);
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("the login is gone", "Faults LogIn", () -> {
                    program("login", "gone");
                    fails();
                    granted(() -> press("Log in"));
                    answers(200);
                }),
                row("no id token came", "TokenLife Change, TokenLife LogIn", () -> {
                    program("useToken", "id_token");
                    fails();
                    press("Send the access token");
                    answers(200);
                    program("useToken", "id_token");
                    fails();
                    stub.granting(Map.of("id_token", "a.b.c"));
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("no access token came", "TokenLife Change", () -> {
                    stub.granting(Map.of("id_token", "a.b.c", "access_token", ""));
                    program();
                    fails();
                    press("Send the id token");
                    answers(200);
                }));
    }

    private void place(String wanted, String label, String before) {
        stub.refuseUntil(error("invalid_client", "x"), sent -> sent.get("place").equals(wanted));
        program("client_authentication", before);
        fails();
        press(label);
        answers(200);
    }

    /// A program's token has expired.
    private void expired(Object... pairs) {
        stub.granting(Map.of("expires_in", 0));
        program(pairs);
        send();
        stub.granting(Map.of());
        fails();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMendMakesItGood(Row row) {
        away();
        ann.forget();
        stub.reset();
        demo.vendors().reset();
        row.play().run();
    }

    /// A mend that is new has no row above.
    @Test
    void eachMendOfTheDoctorsHasItsRow() {
        var offered = new TreeMap<String, Long>();
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.posthorn.auth", "dev.posthorn.oauth", "dev.posthorn.vendors", "dev.posthorn.workbench").stream()
                .flatMap(c -> c.getConstructorCallsFromSelf().stream()).filter(call -> call.getTargetOwner().isAssignableTo(Mend.class) && !call.getOriginOwner().isAssignableTo(Mend.class))
                .forEach(call -> offered.merge(call.getOriginOwner().getSimpleName() + " " + call.getTargetOwner().getSimpleName(), 1L, Long::sum));
        // What the guided start offers is pressed in its own journey.
        assertEquals(2, offered.remove("ConnectionCheck Change"));
        var played = rows().flatMap(r -> r.of().stream()).collect(Collectors.groupingBy(of -> of, TreeMap::new, Collectors.counting()));
        assertTrue(offered.size() > 10, offered::toString);
        assertEquals(offered, played);
    }
}

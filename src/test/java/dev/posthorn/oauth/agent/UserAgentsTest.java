package dev.posthorn.oauth.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.UserAgent.Came;
import dev.posthorn.oauth.UserAgent.Unusable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Which way a login goes, what is said about it, and the ways without a listener.
final class UserAgentsTest {

    private static Strategy.Choice choice(String redirect, boolean browser, boolean window) {
        return Strategy.of(new OAuthSettings(new Auth("oauth2", Map.of("redirect_uri", redirect, "useBrowser", browser))), window);
    }

    @Test
    void theRedirectUrlDecidesWhereTheLoginIsShown() {
        assertEquals(Strategy.BROWSER, choice("", false, true).strategy());
        assertEquals(Strategy.BROWSER, choice("http://localhost:8080/cb", false, true).strategy());
        assertTrue(choice("https://localhost:8443/", false, true).note().contains("will warn about the certificate"));
        assertEquals(Strategy.WINDOW, choice("https://app.example/cb", false, true).strategy());
        assertEquals(Strategy.PASTE, choice("https://app.example/cb", false, false).strategy());
        assertEquals(Strategy.WINDOW, choice("com.example.app:/oauth", false, true).strategy());
        assertEquals(Strategy.PASTE, choice("urn:ietf:wg:oauth:2.0:oob", false, true).strategy());
        var postman = choice("https://oauth.pstmn.io/v1/browser-callback", true, true);
        assertEquals(Strategy.WINDOW, postman.strategy());
        assertTrue(postman.note().startsWith("This redirect URL belongs to Postman, whose own program the system's browser would open."), postman.note());
        assertEquals(Strategy.OWN, postman.copy());
    }

    @Test
    void aRedirectUrlThatCannotWorkIsExplained() {
        assertTrue(fault("http://loc alhost/").contains("is no URL"));
        assertTrue(fault("localhost/cb").contains("does not begin with https://"));
        assertTrue(fault("http://localhost/cb#x").contains("must not have a fragment"));
        assertTrue(fault("javascript:alert(1)").contains("Nobody can be redirected"));
        assertTrue(fault("http://localhost:99999/").contains("ports end at 65535"));
        assertTrue(fault("https:///cb").contains("has no host") || fault("https:///cb").contains("is no URL"));
    }

    private static String fault(String redirect) {
        return assertThrows(Unusable.class, () -> RedirectAddress.of(redirect)).getMessage();
    }

    @Test
    void thePastedAddressIsCheckedAndACodeAloneIsTaken() throws Exception {
        assertTrue(pasted("https://app.example/cb?code=1&state=other").orElseThrow().contains("belongs to another login"));
        assertTrue(pasted("https://app.example/cb?code=1").orElseThrow().contains("bears no state"));
        assertTrue(pasted("https://app.example/cb").orElseThrow().contains("neither a code nor an error"));
        assertTrue(pasted("https://id.example/login?code=1&state=s").orElseThrow().contains("but the login ends at https://app.example/cb"));
        assertTrue(pasted("https://app.example.evil/cb?code=1&state=s").orElseThrow().contains("but the login ends at"));
        assertTrue(pasted("  ").orElseThrow().startsWith("Nothing was pasted."));
        assertTrue(pasted("I am logged in now").orElseThrow().contains("neither an address nor a code"));
        assertTrue(pasted("https://app.example/cb?code=%zz&state=s").orElseThrow().contains("damaged"));
        assertEquals(Optional.empty(), pasted("https://app.example/cb?code=1\n &state=s"));
        assertEquals(Optional.empty(), pasted("https://app.example/cb#access_token=t&state=s"));
        assertEquals(Optional.empty(), pasted("?code=1&state=s"));
        assertEquals(Optional.empty(), pasted("4/0AbCd-EfGh"));
    }

    private static Optional<String> pasted(String text) throws Unusable {
        return Pasted.take(text, RedirectAddress.of("https://app.example/cb"), "s", waiting());
    }

    private static Waiting waiting() {
        return new Waiting(Clock.systemUTC(), Duration.ofMinutes(5));
    }

    @Test
    void aLoginByHandEndsWithWhatThePersonPastes() throws Exception {
        var offered = new CompletableFuture<Person.Pasting>();
        var shown = new CompletableFuture<String>();
        var person = new Person() {
            @Override
            public void page(URI page, String note) {
                shown.complete(page + " " + note);
            }

            @Override
            public void code(URI page, String code, Instant expires) { }

            @Override
            public Offer offer(Pasting pasting) {
                offered.complete(pasting);
                return () -> { };
            }
        };
        try (var agent = new Pasted(_ -> Optional.of("There is no browser here."), person, waiting())) {
            assertEquals(URI.create("https://app.example/cb"), agent.ready("https://app.example/cb"));
            var came = CompletableFuture.supplyAsync(() -> agent.ask(URI.create("https://id.example/a"), "s", LoginWatcher.NONE, new Cancellation()));
            assertTrue(shown.get(60, TimeUnit.SECONDS).startsWith("https://id.example/a There is no browser here. Log in there."), shown.get());
            assertEquals(Optional.empty(), offered.get(60, TimeUnit.SECONDS).paste("the-code"));
            assertEquals(Map.of("code", "the-code", "state", "s"), assertInstanceOf(Came.Redirected.class, came.get(60, TimeUnit.SECONDS)).parameters());
            assertTrue(offered.get().paste("the-code").orElseThrow().contains("This login is over"));
        }
    }

    @Test
    void theWindowTakesTheRightRedirectFromAddressFormOrTitle() throws Exception {
        assertTrue(caught(c -> c.stops("https://app.example/cb?code=1&state=s")));
        assertTrue(caught(c -> c.stopsForm("https://app.example/cb", Map.of("code", "1", "state", "s"))));
        assertTrue(caught(c -> c.stopsTitle("Success code=1", true)));
        assertTrue(caught(c -> c.stopsTitle("Bizagi - state=s&code=1", false)));
        assertTrue(!caught(c -> c.stopsTitle("Success code=1", false)), "not from a stranger's page");
        assertTrue(!caught(c -> c.stopsTitle("Zip code=1 and state=other", true)), "another state");
        assertTrue(!caught(c -> c.stops("https://app.example.evil/cb?code=1&state=s")));
        assertTrue(!caught(c -> c.stops("https://app.example/cb/x?code=1&state=s")));
        assertTrue(!caught(c -> c.stops("https://app.example/cb?code=1&state=other")));
        assertTrue(!caught(c -> c.stops("https://app.example/cb")), "nothing came yet");
    }

    private static boolean caught(java.util.function.Consumer<RedirectCatch> happening) throws Unusable {
        var waiting = waiting();
        var redirect = new RedirectCatch(RedirectAddress.of("https://app.example/cb"), waiting);
        redirect.expect("s");
        happening.accept(redirect);
        return redirect.over();
    }

    @Test
    void theBrowserIsStartedWithoutAShellAndOnlyForWebPages() {
        var started = new ArrayList<List<String>>();
        SystemBrowser.Starter failing = command -> {
            started.add(command);
            throw new IOException("none");
        };
        var page = URI.create("https://id.example/authorize?a=1&b=$(touch%20x);c");
        var linux = new SystemBrowser("Linux", Map.of("DISPLAY", ":0", "BROWSER", "firefox:chromium"), failing).open(page).orElseThrow();
        assertTrue(linux.contains("there is no xdg-open") && linux.contains("Open the address below"), linux);
        new SystemBrowser("Mac OS X", Map.of(), failing).open(page);
        new SystemBrowser("Windows 11", Map.of(), failing).open(page);
        var url = page.toString();
        assertEquals(List.of(List.of("xdg-open", url), List.of("firefox", url), List.of("open", url), List.of("rundll32", "url.dll,FileProtocolHandler", url)), started);
        assertTrue(new SystemBrowser("Linux", Map.of("DISPLAY", ":0"), failing).open(URI.create("file:///etc/passwd")).orElseThrow().contains("Only http and https"));
        assertTrue(new SystemBrowser("Linux", Map.of(), failing).open(page).orElseThrow().contains("There is no desktop here"));
        assertEquals(4, started.size());
    }
}

package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.identity.Browser;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Network;
import dev.posthorn.oauth.agent.Pasted;
import dev.posthorn.oauth.agent.Waiting;
import dev.posthorn.store.ApplicationFile;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.KeptTokens;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Keepers;
import dev.posthorn.workbench.Workbench;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginCommandTest {

    private static final String CALLBACK = "https://posthorn.example/callback";

    @TempDir
    private Path folder;
    private DemoServer server;
    private Path file;
    private final Printed printed = new Printed();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        server = DemoServer.start(0);
        file = folder.resolve("api.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Api", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "item": [
                  {"name": "Robot", "request": {"method": "GET", "url": "{{id}}/api/orders", "auth": %s}},
                  {"name": "Wrong", "request": {"method": "GET", "url": "{{id}}/api/orders", "auth": %s}},
                  {"name": "Person", "request": {"method": "GET", "url": "{{id}}/api/orders", "auth": %s}},
                  {"name": "Basic", "request": {"method": "GET", "url": "{{id}}", "auth": {"type": "basic"}}}]}
                """.formatted(oauth("client_credentials", "workbench-secret"), oauth("client_credentials", "nonsense"), oauth("authorization_code_with_pkce", "workbench-secret")));
    }

    private static String oauth(String grant, String secret) {
        return """
                {"type": "oauth2", "oauth2": [
                  {"key": "grant_type", "value": "%s"}, {"key": "authUrl", "value": "{{id}}/authorize"}, {"key": "accessTokenUrl", "value": "{{id}}/token"},
                  {"key": "clientId", "value": "workbench"}, {"key": "clientSecret", "value": "%s"}, {"key": "scope", "value": "orders.read"}, {"key": "redirect_uri", "value": "%s"}]}""".formatted(grant, secret, CALLBACK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... words) {
        var home = new Home(folder.resolve("home"));
        var secrets = new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        var values = new LocalValues(new CurrentValues(home), secrets);
        var terminal = printed.terminal(false);
        var keepers = new Keepers(new KeptTokens(home, secrets), new ApplicationFile(home, secrets), folder, Map.of());
        var arguments = new ArrayList<>(List.of(words[0], file.toString()));
        arguments.addAll(List.of(words).subList(1, words.length));
        arguments.addAll(List.of("--env-var", "id=" + server.address() + "/identity"));
        return new Commands(List.of(
                new Command("login", "Logs in.", () -> new LoginCommand(GivenFiles::read, () -> workbench(keepers), () -> values, Map.of(),
                        (_, _) -> person(terminal), Clock.systemUTC(), terminal)),
                new Command("send", "Sends.", () -> new SendCommand(GivenFiles::read, () -> workbench(keepers), () -> values, Map.of(), terminal, bytes, "9"))),
                () -> 9, terminal, "").run(arguments.toArray(String[]::new));
    }

    private Workbench workbench(Keepers keepers) {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic, () -> Network.DEFAULT, console::exchanged), automatic,
                new Cookies(Clock.systemUTC()), new DemoOnDemand(), Thread::startVirtualThread, Clock.systemUTC(), new SecureRandom(), console, keepers);
    }

    /// Logs in elsewhere and pastes, first something else, then where the browser ended.
    private static Pasted person(Terminal terminal) {
        try {
            var typing = new PipedWriter();
            var keyboard = new BufferedReader(new PipedReader(typing, 1 << 14));
            return new Pasted(page -> {
                Thread.startVirtualThread(() -> logIn(page, typing));
                return Optional.empty();
            }, new PersonAtTerminal(terminal, keyboard), new Waiting(Clock.systemUTC(), Duration.ofMinutes(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void logIn(URI page, PipedWriter typing) {
        try (var browser = new Browser()) {
            var at = browser.open(page, CALLBACK);
            at = browser.submit(at, Map.of("user", List.of("ann"), "password", List.of("secret"), "decision", List.of("allow")), CALLBACK);
            typing.write("https://elsewhere.example/?code=1\n" + at.at() + "\n");
            typing.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theTokenIsKeptAndSendHasIt() {
        assertEquals(0, run("login", "Robot"), printed.err());
        assertTrue(printed.err().contains("Logged in: the token holds for "), printed.err());
        assertEquals("", printed.out());
        assertEquals(0, run("send", "--fail", "Robot"), printed.err());
        assertEquals(1, server.identity().counts().of("token.client_credentials"));
    }

    @Test
    void theTokenIsPrintedForAScriptAlone() {
        assertEquals(0, run("login", "--print", "Robot"), printed.err());
        assertFalse(printed.out().isBlank());
        assertFalse(printed.err().contains(printed.out().strip()), "not among the other words");
    }

    @Test
    void whatIsWrongIsSaidInTheDoctorsWords() {
        assertEquals(1, run("login", "Wrong"));
        assertTrue(printed.err().startsWith("posthorn: The server refuses the client id or the client secret"), printed.err());
        assertFalse(printed.err().contains("nonsense"), printed.err());
    }

    @Test
    void wherePeoplePasteTheWrongAddressIsRefusedAndTheRightOneTaken() {
        assertEquals(0, run("login", "Person"), printed.err());
        assertTrue(printed.err().contains("Log in at:\n  " + server.address() + "/identity/authorize?"), printed.err());
        assertTrue(printed.err().contains("elsewhere.example"), printed.err());
        assertTrue(printed.err().contains("Logged in: the token holds for "), printed.err());
        assertEquals(0, run("send", "--fail", "Person"), printed.err());
    }

    @Test
    void aRequestOfAnotherTypeHasNothingToLogInTo() {
        assertEquals(2, run("login", "Basic"));
        assertTrue(printed.err().contains("\"Basic\" has no authorization that logs in"), printed.err());
    }
}

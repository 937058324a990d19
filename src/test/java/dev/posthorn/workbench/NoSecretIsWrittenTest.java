package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.exports.Exporters;
import dev.posthorn.exports.HarOfAnswer;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Item;
import dev.posthorn.model.Network;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.model.Settings;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.store.ApplicationFile;
import dev.posthorn.store.ApplicationText;
import dev.posthorn.store.DraftEntry;
import dev.posthorn.store.Drafts;
import dev.posthorn.store.History;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.KeptTokens;
import dev.posthorn.store.Veil;
import dev.posthorn.tree.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs in, sends and exports with values that stand nowhere else, and then looks for them in each byte that the program wrote.
final class NoSecretIsWrittenTest {

    @TempDir
    private Path folder;
    private final Set<String> markers = new LinkedHashSet<>();
    private final LinkedHashMap<String, Auth> auths = new LinkedHashMap<>();
    private Home home;
    private HttpServer server;
    private String base;
    private Workbench workbench;
    private History history;
    private KeptTokens tokens;
    private ApplicationFile applications;
    private KeptSecrets secrets;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/echo", NoSecretIsWrittenTest::echo);
        server.createContext("/redirect", this::redirect);
        server.createContext("/landing", this::landing);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        home = new Home(folder.resolve("home"));
        secrets = new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10));
        tokens = new KeptTokens(home, secrets);
        applications = new ApplicationFile(home, secrets);
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        workbench = new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic, () -> Network.DEFAULT, console::exchanged), automatic,
                new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new SecureRandom(), console,
                new Keepers(tokens, applications, folder.resolve("user"), Map.of()));
        history = new History(home);
    }

    @AfterEach
    void stop() {
        history.close();
        workbench.close();
        server.stop(0);
    }

    private synchronized String marker(String what) {
        var marker = "nevershown" + what.replaceAll("[^A-Za-z]", "") + (markers.size() + 100);
        markers.add(marker);
        return marker;
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, 200, "application/json", JsonWriter.compact(Map.of("access_token", marker("access"), "refresh_token", marker("refresh"), "token_type", "Bearer",
                "expires_in", 3600, "device_secret", "x", "scope", "read")));
    }

    /// Gives back what proves who is asking in the ways that servers do: as JSON, in prose, in a URL.
    private static void echo(HttpExchange exchange) throws IOException {
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = new LinkedHashMap<String, Object>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var proof = exchange.getRequestHeaders().getFirst("Authorization");
        answer(exchange, 200, "application/json", JsonWriter.pretty(Map.of("headers", headers, "url", exchange.getRequestURI().toString(), "form", sent,
                "said", "You are " + (proof == null ? "nobody" : proof.substring(proof.indexOf(' ') + 1)) + ", aren't you?")));
    }

    private void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/landing?code=" + marker("code") + "&state=s#access_token=" + marker("fragment") + "&token_type=bearer");
        answer(exchange, 302, "text/plain", "");
    }

    private void landing(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/html", "<html><form method=post><input type='hidden' name='SAMLResponse' value='" + marker("saml") + "'/><input name=\"id_token\" value=\""
                + marker("idtoken") + "\"><a href=\"/cb?a=1&amp;access_token=" + marker("link") + "\">on</a></form></html>");
    }

    private RequestItem item(String name, Request request) {
        return new RequestItem("/item/" + name, name, request, List.of());
    }

    /// Every type that is known here with a secret of its own in each secret field.
    private List<Item> everyType() {
        auths.put("digest", new Auth("digest", Map.of("username", "u", "password", marker("digest"))));
        auths.put("awsv4", new Auth("awsv4", Map.of("accessKey", "AKID", "secretKey", marker("aws"), "sessionToken", marker("awssession"), "region", "eu", "service", "s3")));
        auths.put("hawk", new Auth("hawk", Map.of("authId", "id", "authKey", marker("hawk"), "algorithm", "sha256")));
        auths.put("oauth1", new Auth("oauth1", Map.of("consumerKey", "ck", "consumerSecret", marker("consumer"), "token", marker("onetoken"), "tokenSecret", marker("onesecret"),
                "signatureMethod", "PLAINTEXT")));
        auths.put("edgegrid", new Auth("edgegrid", Map.of("accessToken", marker("edgeaccess"), "clientToken", marker("edgeclient"), "clientSecret", marker("edgesecret"))));
        auths.put("ntlm", new Auth("ntlm", Map.of("username", "u", "password", marker("ntlm"))));
        auths.put("unheard-of", new Auth("unheard-of", Map.of("password", marker("unheard"), "place", "here")));
        auths.put("oauth2", new Auth("oauth2", Map.of("accessToken", marker("fileaccess"), "clientSecret", marker("fileclient"), "password", marker("filepassword"),
                "tokenRequestParams", List.of(Map.of("key", "client_assertion", "value", marker("assertion"), "enabled", true, "send_as", "request_body")))));
        for (var type : AuthTypes.ALL) {
            var values = new LinkedHashMap<String, Object>(auths.getOrDefault(type.id(), Auth.NONE).values());
            type.fields().stream().filter(f -> SecretPlaces.attribute(type.id(), f.key()) && !values.containsKey(f.key())).forEach(f -> values.put(f.key(), marker(type.id() + f.key())));
            auths.put(type.id(), new Auth(type.id(), values));
        }
        auths.put("apikey", auths.get("apikey").with("key", "X-Odd-Name"));
        var items = new ArrayList<Item>();
        auths.forEach((type, auth) -> items.add(item("with " + type, Request.get(base + "/echo?type=" + type).withAuth(auth))));
        items.add(item("key in query", Request.get(base + "/echo").withAuth(new Auth("apikey", Map.of("key", "odd", "value", marker("querykey"), "in", "query")))));
        items.add(item("form", Request.get(base + "/echo").withMethod("POST").withBody(new Body.UrlEncoded(List.of(Entry.of("grant_type", "authorization_code"),
                Entry.of("code", marker("formcode")), Entry.of("code_verifier", marker("verifier")), Entry.of("client_secret", marker("formsecret")))))));
        items.add(item("redirect", Request.get(base + "/redirect")));
        items.add(item("lost", Request.get("http://127.0.0.1:1/?access_token=" + marker("lost") + "&page=7")));
        items.add(item("wrong url", Request.get("http://:x/?access_token=" + marker("wrong"))));
        items.add(item("rows", Request.get(base + "/echo").withHeaders(List.of(Entry.of("X-WSSE", "UsernameToken PasswordDigest=\"" + marker("wsse") + "\""),
                Entry.of("X-Plain", marker("secretrow")).withSecret(true), Entry.of("X-Env", "{{pass}}")))));
        return items;
    }

    @Test
    void noTokenAndNoSecretIsInAnyFileThatTheProgramWrote() throws Exception {
        var environment = new Environment("E", false, List.of(Entry.of("pass", marker("variable")).withSecret(true)));
        var collection = new Collection("All", "", Auth.NONE, List.of(), List.of(), Settings.NONE, everyType());
        var context = new Context(collection, List.of(), environment, null, List.of(), folder);
        logIn();
        sendAll(context, collection);
        export(collection);
        try (var drafts = new Drafts(home)) {
            drafts.load();
            for (var item : collection.items()) {
                drafts.put(new DraftEntry(item.id(), null, "", item.name(), null, ((RequestItem) item).request()));
            }
        }
        try (var again = new Drafts(home)) {
            assertEquals(collection.items().stream().map(i -> ((RequestItem) i).request()).toList(),
                    again.load().stream().map(d -> ((dev.posthorn.store.DraftContent.OfRequest) d.draft()).request()).toList());
        }
        for (var entry : workbench.console().entries()) {
            shown(entry);
        }
        for (var marker : markers) {
            assertEquals(0, history.count(marker).join(), marker);
        }
        rows();
        history.close();
        files();
        assertTrue(markers.size() > 40, markers.toString());
    }

    /// As itself, with a secret of an application, and renewed; then a request with the token that came, which the server repeats.
    private void logIn() {
        var values = new LinkedHashMap<String, Object>(Map.of("grant_type", "client_credentials", "accessTokenUrl", base + "/token", "clientId", "me",
                "clientSecret", marker("appsecret"), "client_authentication", "body"));
        applications.put(new Application("app", "App", "", new Auth("oauth2", values), "", ""));
        var settings = new OAuthSettings(new Auth("oauth2", values));
        var in = assertInstanceOf(LoginResult.In.class, workbench.logins().login(settings, "app", null, LoginWatcher.NONE, new Cancellation()));
        assertInstanceOf(LoginResult.In.class, workbench.logins().refresh(in.token(), settings, LoginWatcher.NONE, new Cancellation()));
        var outcome = workbench.sendNow(Request.get(base + "/echo").withHeaders(List.of(Entry.of("X-Custom", tokens.all().getFirst().accessToken()))), Context.none(folder),
                Progress.silent(), new Cancellation());
        new Recorder(history, Clock.systemUTC(), workbench::knownSecrets).add(Context.none(folder), "With a token", Request.get(base), outcome).join();
        Workbench.release(outcome);
        assertEquals(1, new KeptTokens(home, secrets).all().size());
    }

    private void sendAll(Context context, Collection collection) throws IOException {
        var recorder = new Recorder(history, Clock.systemUTC(), workbench::knownSecrets);
        var har = Files.createDirectories(home.folder().resolve("har"));
        for (var item : collection.items()) {
            var request = ((RequestItem) item).request();
            var outcome = workbench.sendNow(request, context, item.name(), Progress.silent(), new Cancellation());
            recorder.add(context, item.name(), request, outcome).join();
            Files.writeString(har.resolve(item.name() + ".har"), new HarOfAnswer("1", true, Recorder.mask(context, request, outcome)).of(outcome));
            Workbench.release(outcome);
        }
        assertTrue(history.count("").join() > collection.items().size());
    }

    private void export(Collection collection) throws IOException {
        var exports = Files.createDirectories(home.folder().resolve("exports"));
        Files.writeString(exports.resolve("application.json"), ApplicationText.of(applications.all().getFirst()));
        for (var id : List.of("openapi", "openapi-json", "markdown", "html")) {
            var exporter = Exporters.byId(id);
            if (exporter.isPresent()) {
                for (var file : exporter.get().export(new Source.OfCollection("All", Map.of(), collection, Report.EMPTY)).files()) {
                    Files.write(exports.resolve(id), file.bytes());
                }
            }
        }
        try (var made = Files.list(exports)) {
            assertTrue(made.count() >= 4, "exports were made");
        }
    }

    private void shown(ConsoleEntry entry) throws IOException {
        if (entry instanceof ConsoleEntry.Exchanged(_, _, var traffic, var veil)) {
            clean(Veil.covered(veil.url(traffic.sent().url())), "console, URL");
            clean(Veil.covered(veil.head(traffic.trace().heads().request())), "console, request");
            clean(Veil.covered(veil.head(traffic.trace().heads().response())), "console, answer");
            if (traffic.received() != null) {
                try (var body = traffic.received().body().open()) {
                    clean(Veil.covered(veil.body(new String(body.readAllBytes(), StandardCharsets.UTF_8))), "console, body of " + traffic.sent().url());
                }
            }
        }
    }

    /// Each cell of the database as text, and unpacked where it is packed.
    private void rows() throws SQLException, IOException {
        var cells = 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.folder().resolve("history.db")); var ask = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = ask.executeQuery("select name from sqlite_master where type = 'table' and name not like 'words%'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows = ask.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            clean(rows.getObject(column) instanceof byte[] bytes ? unpacked(bytes) : rows.getString(column), "history, table " + table);
                            cells++;
                        }
                    }
                }
            }
        }
        assertTrue(cells > 100, "the history was read");
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.util.zip.ZipException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private void files() throws IOException {
        var found = 0;
        try (var files = Files.walk(home.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                clean(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString());
                found++;
            }
        }
        assertTrue(found > 10, "files were looked at");
        for (var name : List.of("tokens.json", "applications.json", "secrets.json", "history.db", "drafts")) {
            assertTrue(Files.exists(home.folder().resolve(name)), name);
        }
    }

    private void clean(String text, String where) {
        // Quick, since texts are long and markers many: "nevershown", "u:nevershown" and ":nevershow" in Base64.
        if (text == null || !text.contains("nevershown") && !text.contains("dTpuZXZlcnNob3du") && !text.contains("Om5ldmVyc2hv")) {
            return;
        }
        for (var marker : markers) {
            for (var form : List.of(marker, Base64.getEncoder().encodeToString(("u:" + marker).getBytes(StandardCharsets.UTF_8)),
                    Base64.getEncoder().encodeToString((":" + marker).getBytes(StandardCharsets.UTF_8)), URLEncoder.encode(marker, StandardCharsets.UTF_8))) {
                assertFalse(text.contains(form), () -> where + " holds " + marker + ": …" + text.substring(Math.max(0, text.indexOf(form) - 200), Math.min(text.length(), text.indexOf(form) + 80)));
            }
        }
    }
}

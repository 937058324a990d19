package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.VariableKey;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs over collections made here, against a server that answers the number in the path as its status.
final class RunCommandTest {

    @TempDir
    Path folder;

    private final Printed printed = new Printed();
    private final List<String> asked = new ArrayList<>();
    private final Map<Path, Given> files = new HashMap<>();
    private final Map<String, String> process = new HashMap<>();
    private LocalValues values;
    private HttpServer server;
    private String address;

    @BeforeEach
    void start() throws Exception {
        var home = new Home(folder.resolve("home"));
        values = new LocalValues(new CurrentValues(home), new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var body = "horn".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/200");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(boolean colour, String... arguments) {
        var terminal = printed.terminal(colour);
        return new Commands(List.of(new Command("run", "Runs.", () -> new RunCommand(
                path -> files.getOrDefault(path, new Given(List.of(new Opened.Bad(path, path + " is no collection: it holds a shopping list.", 1)), List.of())),
                _ -> workbench(), () -> values, process, terminal, "1.0"))), () -> 9, terminal, "").run(arguments);
    }

    private Workbench workbench() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()),
                new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
    }

    private static RequestItem request(String id, String name, String method, String url) {
        return new RequestItem(id, name, Request.get(url).withMethod(method), List.of());
    }

    private static Folder folder(String id, String name, Item... items) {
        return new Folder(id, name, "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(items));
    }

    private Path collection(String name, Item... items) {
        var file = folder.resolve(name + ".json");
        var collection = new Collection(name, "", Auth.NONE, List.of(Entry.of("base", address)), List.of(), Settings.NONE, List.of(items));
        files.put(file, new Given(List.of(new Opened.Good(file, "Postman 2.1", collection)), List.of()));
        return file;
    }

    private Path environment(String name, Entry... variables) throws Exception {
        var file = Files.writeString(folder.resolve(name + ".postman_environment.json"), "{}");
        files.put(file, new Given(List.of(), List.of(new OpenedEnvironment(file, new Environment(name, false, List.of(variables))))));
        return file;
    }

    @Test
    void everyRequestGetsALineInOrderAndAllAnsweredIsExitCodeZero() {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200"), folder("2", "Orders", request("3", "Créer", "POST", "{{base}}/201")));
        assertEquals(0, run(false, "run", file.toString()));
        assertEquals(List.of("GET /200", "POST /201"), asked);
        var lines = printed.out().lines().toList();
        assertEquals("Shop", lines.get(0));
        assertTrue(lines.get(1).matches("  GET   Read          200 OK +\\d+ ms +4 B"), lines.get(1));
        assertTrue(lines.get(2).matches("  POST  Orders/Créer  201 Created +\\d+ ms +4 B"), lines.get(2));
        assertTrue(lines.get(3).matches("2 requests: all answered, in .*\\."), lines.get(3));
        assertEquals("", printed.err());
    }

    @Test
    void aPostmanFileSendsTheBodyOfAGetOnlyWhereItSaysSo() {
        server.createContext("/body", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        var get = Request.get(address + "/body").withBody(new Body.Raw("horn", "text"));
        var kept = get.withSettings(Settings.NONE.with("disableBodyPruning", true));
        var file = collection("Bodies", new RequestItem("1", "Left away", get, List.of()), new RequestItem("2", "Kept", kept, List.of()), new RequestItem("3", "Post", get.withMethod("POST"), List.of()));
        assertEquals(0, run(false, "run", file.toString()));
        assertEquals(List.of("GET ", "GET horn", "POST horn"), asked);
    }

    @Test
    void aRequestThatWasRedirectedIsNamedByTheAddressThatWasAskedFor() {
        var file = collection("Horns", request("1", "Old place", "GET", address + "/moved?tone=c"));
        assertEquals(0, run(false, "run", file.toString()), printed.err());
        assertTrue(printed.out().contains("/moved?tone=c"), printed.out());
        assertFalse(printed.out().contains(address + "/200"), printed.out());
    }

    @Test
    void aStatusOfAnErrorIsShownAndIsNoFailure() {
        assertEquals(0, run(false, "run", collection("Shop", request("1", "Gone", "GET", "{{base}}/404")).toString()));
        assertTrue(printed.out().contains("404"), printed.out());
    }

    @Test
    void noAnswerIsExitCodeOneAndSaysWhy() {
        var file = collection("Shop", request("1", "Lost", "GET", "{{nowhere}}/200"), request("2", "Read", "GET", "{{base}}/200"));
        assertEquals(1, run(false, "run", file.toString()));
        assertTrue(printed.out().contains("no answer") && printed.out().contains("{{nowhere}}"), printed.out());
        assertTrue(printed.out().contains("2 requests: 1 answered, 1 failed"), printed.out());
        assertEquals(List.of("GET /200"), asked);
    }

    @Test
    void aFileThatIsNoCollectionIsASentenceAndExitCodeTwo() {
        assertEquals(2, run(false, "run", "list.txt"));
        assertEquals("posthorn: list.txt is no collection: it holds a shopping list.", printed.err().strip());
        assertEquals(2, run(false, "run", "--list", "list.txt"));
        assertEquals("", printed.out());
    }

    @Test
    void variablesComeFromTheEnvironmentByFileOrNameAndFromTheCommandLine() throws Exception {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/{{code}}"));
        var environment = environment("Test", Entry.of("code", "202"));
        assertEquals(0, run(false, "run", file.toString(), "-e", environment.toString()));
        assertEquals(0, run(false, "run", file.toString(), "-e", "Test"));
        assertEquals(0, run(false, "run", file.toString(), "-e", "Test", "--env-var", "code=203"));
        assertEquals(List.of("GET /202", "GET /202", "GET /203"), asked);
    }

    @Test
    void anUnknownEnvironmentNamesThoseThereAre() throws Exception {
        environment("Test");
        assertEquals(2, run(false, "run", collection("Shop").toString(), "-e", "Tset"));
        assertTrue(printed.err().contains("no environment \"Tset\"") && printed.err().contains("\"Test\""), printed.err());
    }

    @Test
    void oneFolderAloneCanBeSent() {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200"),
                folder("2", "Orders", folder("3", "New", request("4", "Create", "POST", "{{base}}/201"))));
        assertEquals(0, run(false, "run", file.toString(), "--folder", "Orders/New"));
        assertEquals(List.of("POST /201"), asked);
        assertEquals(2, run(false, "run", file.toString(), "--folder", "Odrers"));
        assertTrue(printed.err().contains("no folder \"Odrers\"; it has \"Orders\", \"Orders/New\"."), printed.err());
    }

    @Test
    void listPrintsTheTreeAndSendsNothing() {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200"),
                folder("2", "Orders", request("3", "Cre\u001b[31mate\nnow", "POST", "{{base}}/201")));
        assertEquals(0, run(false, "run", "--list", file.toString()));
        assertEquals("""
                Shop (Postman 2.1, 2 requests)
                ├─ GET Read
                └─ Orders/
                   └─ POST Cre [31mate now
                """, printed.out());
        assertEquals(List.of(), asked);
    }

    @Test
    void listShowsAnEnvironmentWithItsSecretsHidden() throws Exception {
        var file = environment("Test", Entry.of("host", "example.org"), Entry.of("token", "abc").withSecret(true));
        assertEquals(0, run(false, "run", "--list", file.toString()));
        assertTrue(printed.out().contains("host = example.org") && printed.out().contains("token = ••••"), printed.out());
        assertFalse(printed.out().contains("abc"));
        assertEquals(2, run(false, "run", file.toString()));
        assertTrue(printed.err().contains("is an environment"), printed.err());
    }

    @Test
    void coloursAreForTerminalsAndCanBeSwitchedOff() {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200")).toString();
        run(true, "run", file);
        assertTrue(printed.out().contains("\u001b[32m"));
        var before = printed.out().length();
        run(true, "run", file, "--no-color");
        assertFalse(printed.out().substring(before).contains("\u001b"));
    }

    @Test
    void deepCollectionsAreListed() {
        Item inner = request("r", "Deep", "GET", "{{base}}/200");
        for (var depth = 0; depth < 3000; depth++) {
            inner = folder("f" + depth, "f", inner);
        }
        assertEquals(0, run(false, "run", "--list", collection("Shop", inner).toString()));
        assertTrue(printed.out().contains("GET Deep"));
    }

    private Path withSecret() throws Exception {
        environment("Staging", Entry.of("api-key", "").withSecret(true), Entry.of("unused", "").withSecret(true));
        var request = Request.get("{{base}}/200").withHeaders(List.of(Entry.of("X-Key", "{{api-key}}")));
        return collection("Shop", new RequestItem("1", "Read", request, List.of()));
    }

    @Test
    void aSecretWithoutAValueIsNamedBeforeAnythingIsSentAndIsExitCodeTwo() throws Exception {
        var file = withSecret().toString();
        assertEquals(2, run(false, "run", file, "-e", "Staging"));
        assertEquals(List.of(), asked);
        assertTrue(printed.err().contains("api-key (environment Staging)") && printed.err().contains("POSTHORN_SECRET_API_KEY"), printed.err());
        assertFalse(printed.err().contains("unused"), printed.err());
    }

    @Test
    void aSecretComesFromTheCommandLineFromTheProcessOrFromThisMachine() throws Exception {
        var file = withSecret().toString();
        assertEquals(0, run(false, "run", file, "-e", "Staging", "--env-var", "api-key=1"));
        process.put("POSTHORN_SECRET_API_KEY", "2");
        assertEquals(0, run(false, "run", file, "-e", "Staging"));
        process.clear();
        values.set(new VariableKey(folder.resolve("Staging.postman_environment.json").toString(), "api-key"), true, "3");
        assertEquals(0, run(false, "run", file, "-e", "Staging"));
        assertEquals("", printed.err());
    }

    @Test
    void aReferenceOfAnAuthorizationThatLeadsToNothingIsToldUnlessAScriptSetsIt() {
        var bearer = new Auth("bearer", Map.of("token", "{{token}}"));
        var file = collection("Shop", new RequestItem("1", "Read", Request.get("{{base}}/200").withAuth(bearer), List.of())).toString();
        assertEquals(0, run(false, "run", file));
        assertTrue(printed.err().contains("{{token}} has no value so far (authorization of Read)"), printed.err());
        var told = printed.err();
        process.put("POSTHORN_SECRET_TOKEN", "t");
        assertEquals(0, run(false, "run", file));
        process.clear();
        var login = Request.get("{{base}}/200").withScripts(List.of(new Script(Script.Phase.TEST, "pm.environment.set('token', 'x')")));
        var both = collection("Both", new RequestItem("1", "Log in", login, List.of()), new RequestItem("2", "Read", Request.get("{{base}}/200").withAuth(bearer), List.of()));
        assertEquals(0, run(false, "run", both.toString()));
        assertEquals(told, printed.err());
    }

    @Test
    void currentValuesOfThisMachineComeBeforeInitialOnes() throws Exception {
        environment("Test", Entry.of("code", "404"));
        values.set(new VariableKey(folder.resolve("Test.postman_environment.json").toString(), "code"), false, "202");
        assertEquals(0, run(false, "run", collection("Shop", request("1", "Read", "GET", "{{base}}/{{code}}")).toString(), "-e", "Test"));
        assertEquals(List.of("GET /202"), asked);
    }

    @Test
    void aStreamThatNeverEndsIsEndedByTheTimeoutAndSaid() {
        server.createContext("/stream", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        var endless = Request.get("{{base}}/stream").withSettings(Settings.NONE.with("requestTimeout", 300));
        assertEquals(1, run(false, "run", collection("Shop", new RequestItem("1", "Events", endless, List.of())).toString()));
        assertTrue(printed.out().contains("gave up after 300 ms while it was still coming"), printed.out() + printed.err());
    }

    @Test
    void aDataFileGivesEachIterationItsRowAndReportsAndExportsAreWritten() throws Exception {
        var data = Files.writeString(folder.resolve("rows.csv"), "code\n200\n201\n");
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/{{code}}"));
        var environment = environment("Test", Entry.of("key", "never-shown-anywhere").withSecret(true), Entry.of("open", "1"));
        assertEquals(0, run(false, "run", file.toString(), "-d", data.toString(), "-e", environment.toString(), "--env-var", "more=2", "--global-var", "all=3", "-r", "cli,json,junit",
                "--reporter-json-export", folder.resolve("out/run.json").toString(), "--reporter-junit-export", folder.resolve("run.xml").toString(),
                "--export-environment", folder.resolve("env.json").toString(), "--export-globals", folder.resolve("glob.json").toString(),
                "--export-cookie-jar", folder.resolve("jar.json").toString()), printed.err());
        assertEquals(List.of("GET /200", "GET /201"), asked);
        assertTrue(Files.readString(folder.resolve("out/run.json")).contains("\"iterations\":{\"total\":2"));
        assertTrue(Files.readString(folder.resolve("run.xml")).contains("<testsuite name=\"Read\""));
        var written = Files.readString(folder.resolve("env.json"));
        assertTrue(written.contains("\"more\"") && written.contains("\"open\"") && !written.contains("never-shown-anywhere"), written);
        assertTrue(Files.readString(folder.resolve("glob.json")).contains("\"all\""));
        assertTrue(Files.readString(folder.resolve("jar.json")).contains("tough-cookie"));
    }

    @Test
    void oneRequestOrSeveralFoldersCanBeChosen() {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200"), folder("2", "A", request("3", "In", "GET", "{{base}}/201")), folder("4", "B", request("5", "Out", "GET", "{{base}}/202")));
        assertEquals(0, run(false, "run", file.toString(), "--folder", "Read"));
        assertEquals(0, run(false, "run", file.toString(), "--folder", "B", "--folder", "A", "-n", "2"));
        assertEquals(List.of("GET /200", "GET /201", "GET /202", "GET /201", "GET /202"), asked);
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsSent() throws Exception {
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200")).toString();
        var cases = Map.of("-r nope", "there is no reporter \"nope\"; there are cli", "-n 0", "1 or more, not 0", "--bail always", "--bail is failure or folder", "--color red", "on, off or auto",
                "-d none.csv", "none.csv does not exist", "--ssl-client-key k.pem", "needs --ssl-client-cert", "--working-dir nowhere", "nowhere does not exist",
                "--reporter-export x.json", "needs a reporter that writes a file", "--cookie-jar none.json", "there is no such file");
        for (var one : cases.entrySet()) {
            var words = new ArrayList<>(List.of("run", file));
            words.addAll(List.of(one.getKey().split(" ")));
            assertEquals(2, run(false, words.toArray(String[]::new)), one.getKey());
            assertTrue(printed.err().contains(one.getValue()), one.getKey() + ": " + printed.err());
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void aRunThatFailedIsGreenOnlyWhereThatWasAskedFor() {
        server.stop(0);
        var file = collection("Shop", request("1", "Read", "GET", "{{base}}/200")).toString();
        assertEquals(1, run(false, "run", file, "--silent"));
        assertEquals(0, run(false, "run", file, "--silent", "-x"));
        assertEquals("", printed.out());
    }
}

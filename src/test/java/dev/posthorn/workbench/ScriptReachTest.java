package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.script.Host;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the scripts of a run reach, and what they do not: files, and the variables and cookies of rounds that run beside them.
final class ScriptReachTest {

    private static final String KEPT_APART = "never-shown-anywhere";

    @TempDir
    private static Path home;
    private static Workbench workbench;
    private static HttpServer server;
    private static String address;
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private Path files;
    private Path outside;

    /// The server answers with the Cookie header and the body that it got, and sets the cookie `horn` to what the query says.
    @BeforeAll
    static void open() throws Exception {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(),
                Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(1));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            var query = exchange.getRequestURI().getQuery();
            if (query != null) {
                exchange.getResponseHeaders().add("Set-Cookie", "horn=" + query + "; Path=/");
            }
            var head = (Objects.toString(exchange.getRequestHeaders().getFirst("Cookie"), "") + "\n").getBytes();
            exchange.sendResponseHeaders(200, head.length + body.length);
            exchange.getResponseBody().write(head);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @AfterAll
    static void close() {
        workbench.close();
        server.stop(0);
    }

    @BeforeEach
    void write() throws Exception {
        files = Files.createDirectories(home.resolve("shop"));
        Files.writeString(files.resolve("own.txt"), "our own");
        outside = Files.writeString(home.resolve("key.txt"), KEPT_APART);
    }

    private RunResult run(int rounds, int lanes, RequestItem... items) {
        var collection = new Collection("C", "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(items));
        var context = new Context(collection, List.of(), null, null, List.of(), files);
        var listener = new RunListener() {
            @Override
            public void started(Step step) {}

            @Override
            public void said(Step step, Host.Severity severity, String text) {
                said.add(text);
            }

            @Override
            public void finished(Step step, Sent sent) {
                sent.report().faults().forEach(f -> failed.add(step.round() + ": " + f));
                sent.report().assertions().filter(a -> a.error() != null).forEach(a -> failed.add(step.round() + ": " + a));
            }
        };
        var rows = IntStream.range(0, rounds).<Map<String, Object>>mapToObj(n -> Map.of("row", "r" + n)).toList();
        return new Run(workbench).run(RunPlan.of(context, null).withRounds(rounds, rows).inLanes(lanes).within(Duration.ZERO, Duration.ofSeconds(60)), listener, new Cancellation());
    }

    private static RequestItem item(String name, Body body, String before, String after) {
        return new RequestItem(name, name, Request.get(address).withMethod("POST").withBody(body)
                .withScripts(List.of(new Script(Script.Phase.PRE_REQUEST, before), new Script(Script.Phase.TEST, after))), List.of());
    }

    @Test
    void aRequestThatAScriptSendsCarriesNoFile() throws Exception {
        run(1, 1, item("A", new Body.None(), """
                for (const src of ['own.txt', 'KEY', '../key.txt']) {
                  for (const body of [{mode: 'file', file: {src}}, {mode: 'file', file: src}, {mode: 'formdata', formdata: [{key: 'f', type: 'file', src}]}]) {
                    await pm.sendRequest({url: 'URL', method: 'POST', body}).then(r => console.log(r.text()), e => console.log('refused'));
                  }
                }""".replace("URL", address).replace("KEY", outside.toString()), ""));
        assertEquals(9, said.stream().filter(line -> line.isBlank() || line.equals("refused") || line.contains("not allowed")).count() / 2, said.toString());
        assertTrue(said.stream().noneMatch(line -> line.contains(KEPT_APART) || line.contains("our own")), said.toString());
    }

    @Test
    void aScriptCannotSwapTheFileOfItsRequestForOneElsewhereAndTheUsersOwnFileMayLieAnywhere() {
        var read = "console.log(pm.response.text())";
        var result = run(1, 1, item("Swapped", new Body.Raw("{}", "json"), "pm.request.body.update({mode: 'file', file: {src: '" + outside + "'}})", ""),
                item("Own", new Body.Binary(outside.toString(), ""), "pm.request.headers.add({key: 'X-A', value: 'b'})", read));
        assertEquals(1, result.counts().failed());
        assertEquals(1, result.counts().answered());
        assertEquals(1, said.stream().filter(line -> line.contains(KEPT_APART)).count(), said.toString());
    }

    @Test
    void roundsThatRunAtOnceDoNotSeeEachOthersVariablesAndCookies() {
        var set = item("Set", new Body.None(), "pm.environment.set('round', pm.iterationData.get('row')); pm.globals.set('g', pm.info.iteration); pm.request.url.query.add(pm.iterationData.get('row'))", "");
        var see = item("See", new Body.Raw("{{round}} {{row}} {{g}}", "text"), "", """
                const row = pm.iterationData.get('row');
                pm.test('mine', () => {
                  pm.expect(row).to.equal('r' + pm.info.iteration);
                  pm.expect(pm.response.text()).to.equal('horn=' + row + '\\n' + row + ' ' + row + ' ' + pm.info.iteration);
                  pm.expect(pm.environment.get('round')).to.equal(row);
                  pm.expect(pm.cookies.get('horn')).to.equal(row);
                });""");
        var result = run(24, 4, set, see);
        assertTrue(failed.isEmpty(), failed.toString());
        assertEquals(List.of(24, 48, 24, 0), List.of(result.counts().rounds(), result.counts().answered(), result.counts().tests(), result.counts().failedTests()));
    }
}

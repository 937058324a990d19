package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Requests to the vendors that the demo server plays, and all that a person is told of what came of them.
abstract class VendorBench {

    static DemoServer demo;

    @TempDir
    Path folder;

    Workbench workbench;
    private Duration ahead = Duration.ZERO;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        var engine = new Engine(new BodyStore(folder), automatic, () -> Network.DEFAULT.withRoute(new Network.Route.Direct()), console::exchanged);
        workbench = new Workbench(engine, automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), clock(), new Random(), console, Keepers.none());
    }

    @AfterEach
    void close() {
        workbench.close();
        demo.vendors().reset();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(ahead);
            }
        };
    }

    /// The clock of this side goes on at once.
    final void later(Duration time) {
        ahead = ahead.plus(time);
    }

    final Request session(String site, String path) {
        return Request.get(demo.address() + "/" + site + path).withAuth(new Auth("creatioSession",
                Map.of("baseUrl", demo.address() + "/" + site, "username", "Supervisor", "password", "Supervisor", "platform", site.endsWith("-net") ? "net" : "framework")));
    }

    final Request contact() {
        return session("creatio", "/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor");
    }

    final Request account() {
        return Request.get(demo.address() + "/creatio/0/odata/Account?$top=1").withAuth(new Auth("creatioOAuth",
                Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret")));
    }

    final Request stakeholders(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "scope", "all"));
        values.putAll(more);
        return Request.get(demo.address() + "/bizagi/odata/data/stakeholders").withAuth(new Auth("bizagi", values));
    }

    final Request instance(String site, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("serverUrl", demo.address() + "/" + site, "token", "workflow-demo-token"));
        values.putAll(more);
        return Request.get(demo.address() + "/" + site + "/workflowapi/isprocessexists/0b9a1d4e-8f6b-4d7e-9a43-2b1c5f0e7d11").withMethod("POST").withBody(new Body.Raw("{\"a\": 1}", "json"))
                .withAuth(new Auth("workflowServer", values));
    }

    final Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(folder), Progress.silent(), new Cancellation());
    }

    /// All that a person is told: the failure, or status, findings and remarks.
    final String told(Request request) {
        var outcome = send(request);
        return switch (outcome) {
            case Outcome.Failed(var failure, _, _, _, _) -> failure.sentence() + " " + failure.advice();
            case Outcome.Received received -> received.response().status() + " " + Stream.concat(workbench.findings(request, Context.none(folder), outcome).stream().map(VendorBench::said),
                    Workbench.remarks(outcome).map(r -> r.sentence())).collect(Collectors.joining(" "));
            case Outcome.Cancelled _, Outcome.Skipped _ -> outcome.toString();
        };
    }

    static String said(Finding finding) {
        return finding.sentence() + " " + finding.advice();
    }

    final String text(Request request) {
        return text(assertInstanceOf(Outcome.Received.class, send(request)).response());
    }

    static String text(Response response) {
        try (var in = response.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody logs in at the page of the Bizagi; what that person is told.
    final String atBizagi(FormFiller person) {
        var settings = AuthTypes.oauth(AuthTypes.complete(new Auth("bizagi", Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret",
                "grant_type", "authorization_code", "redirectStrategy", "web", "redirect_uri", FormFiller.CALLBACK)))).orElseThrow();
        var cancellation = new Cancellation();
        person.stranded(cancellation::cancel);
        return switch (workbench.logins().login(new OAuthSettings(settings), "", person, LoginWatcher.NONE, cancellation)) {
            case LoginResult.In(_, var notes) -> notes.stream().map(VendorBench::said).collect(Collectors.joining(" "));
            case LoginResult.Failed(var finding) -> said(finding);
            case LoginResult.Ended(var reason) -> reason;
        };
    }

    static long count(String what) {
        return demo.vendors().counts().of(what);
    }

    static Map<String, Long> counted() {
        return Map.of("logins", count("creatio.logins"), "sessions", count("creatio.sessions"));
    }

    /// A send whose outcome comes later.
    final Job begin(Request request, CompletableFuture<Outcome> done) {
        return workbench.send(request, Context.none(folder), "", new SendListener() {
            @Override
            public void changed(TabState.Sending state) { }

            @Override
            public void done(Sent sent) {
                done.complete(sent.outcome());
            }
        });
    }

    /// The statuses of a hundred at once, each once.
    final List<Integer> parallel(Request request) {
        var all = IntStream.range(0, 100).mapToObj(_ -> {
            var done = new CompletableFuture<Outcome>();
            begin(request, done);
            return done;
        }).toList();
        return all.stream().map(f -> assertInstanceOf(Outcome.Received.class, f.orTimeout(60, TimeUnit.SECONDS).join()).response().status()).distinct().toList();
    }
}

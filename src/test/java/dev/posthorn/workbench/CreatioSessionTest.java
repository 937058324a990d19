package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Body;
import dev.posthorn.model.CookieNews;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.vendors.SessionView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sends in sessions of Creatio, at a site that counts logins and sessions.
final class CreatioSessionTest {

    @TempDir
    private Path folder;

    private final Cookies jar = new Cookies(Clock.systemUTC());
    private FakeCreatio site;
    private Workbench workbench;
    private Map<String, Object> values = Map.of();

    @BeforeEach
    void open() throws IOException {
        site = new FakeCreatio();
        values = Map.of("baseUrl", site.base(), "username", "Supervisor", "password", FakeCreatio.PASSWORD);
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        var engine = new Engine(new BodyStore(folder), automatic, () -> Network.DEFAULT.withRoute(new Network.Route.Direct()), console::exchanged);
        workbench = new Workbench(engine, automatic, jar, new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(), console, Keepers.none());
    }

    @AfterEach
    void close() {
        site.close();
        workbench.close();
    }

    private Auth auth() {
        return new Auth("creatioSession", values);
    }

    private Request call(String name) {
        return Request.get(site.base() + "/0/rest/Service/" + name).withAuth(auth());
    }

    private Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(folder), Progress.silent(), new Cancellation());
    }

    private int status(Request request) {
        return assertInstanceOf(Outcome.Received.class, send(request)).response().status();
    }

    private List<Outcome> parallel(int many) {
        var moment = workbench.logins().moment();
        assertTrue(moment > 0);
        var all = IntStream.range(0, many).mapToObj(i -> {
            var done = new CompletableFuture<Outcome>();
            workbench.send(call("Get" + i), Context.none(folder), "call " + i, new SendListener() {
                @Override
                public void changed(TabState.Sending state) { }

                @Override
                public void done(Sent sent) {
                    done.complete(sent.outcome());
                }
            });
            return done;
        }).toList();
        // All have begun now: a login that is refused from here on stands for each of them.
        site.loginGate.countDown();
        return all.stream().map(f -> f.orTimeout(60, TimeUnit.SECONDS).join()).toList();
    }

    private static void allAnswered(List<Outcome> outcomes) {
        outcomes.forEach(o -> assertEquals(200, assertInstanceOf(Outcome.Received.class, o, o::toString).response().status()));
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        for (var i = 0; i < 6_000 && !state.getAsBoolean(); i++) {
            Thread.sleep(Duration.ofMillis(5));
        }
        assertTrue(state.getAsBoolean());
    }

    @Test
    void aHundredAtOnceLogInOnceAndOpenOneSession() {
        allAnswered(parallel(100));
        assertEquals(1, site.logins.get());
        assertEquals(1, site.opened.get());
        assertEquals(100, site.calls.get());
    }

    @ParameterizedTest
    @EnumSource(FakeCreatio.Lost.class)
    void aHundredInALostSessionLogInOnceMoreAndOpenOneMore(FakeCreatio.Lost way) {
        allAnswered(parallel(3));
        site.lost = way;
        site.restart();
        allAnswered(parallel(100));
        assertEquals(2, site.logins.get());
        assertEquals(2, site.opened.get());
    }

    @Test
    void theNewLoginIsSaidInTheExchange() {
        status(call("A"));
        site.restart();
        var outcome = assertInstanceOf(Outcome.Received.class, send(call("B")));
        assertEquals(2, outcome.hops().size());
        assertTrue(Workbench.remarks(outcome).anyMatch(r -> r.sentence().contains("logged in anew")), outcome::toString);
    }

    @Test
    void aFileIsSentWholeOnceMoreInTheNewSession() throws IOException {
        status(call("A"));
        Files.writeString(folder.resolve("rows.csv"), "x".repeat(300_000));
        site.restart();
        assertEquals(200, status(call("B").withMethod("POST").withBody(new Body.Binary("rows.csv", ""))));
        assertEquals(List.of(0, 300_000, 300_000), site.lengths);
        assertEquals(2, site.logins.get());
    }

    @Test
    void whereTheNewSessionIsLostTooItIsNotTriedAgain() {
        status(call("A"));
        site.dead = true;
        var request = call("B");
        var outcome = assertInstanceOf(Outcome.Received.class, send(request));
        assertEquals(401, outcome.response().status());
        assertEquals(List.of(2, 3), List.of(site.logins.get(), site.calls.get()));
        var told = workbench.findings(request, Context.none(folder), outcome);
        assertEquals(List.of("session-refused"), told.stream().map(Finding::fault).toList());
    }

    @Test
    void whereTheFirstCallBreaksOffTheNextGoesFirst() throws InterruptedException {
        site.breakFirst = true;
        var outcomes = parallel(20);
        assertTrue(outcomes.stream().filter(o -> o instanceof Outcome.Received).count() >= 19, outcomes::toString);
        assertEquals(1, site.logins.get());
        assertEquals(1, site.opened.get());
    }

    @Test
    void theOthersWaitForTheFirstOneAndGoOnWhenItIsCancelled() throws InterruptedException {
        site.gate = new CountDownLatch(1);
        var first = new Cancellation();
        var cancelled = CompletableFuture.supplyAsync(() -> workbench.sendNow(call("A"), Context.none(folder), Progress.silent(), first), Executors.newVirtualThreadPerTaskExecutor());
        await(() -> site.calls.get() == 1);
        var second = CompletableFuture.supplyAsync(() -> status(call("B")), Executors.newVirtualThreadPerTaskExecutor());
        first.cancel();
        assertInstanceOf(Outcome.Cancelled.class, cancelled.orTimeout(60, TimeUnit.SECONDS).join());
        await(() -> site.calls.get() == 2);
        site.gate.countDown();
        assertEquals(200, second.orTimeout(60, TimeUnit.SECONDS).join());
        assertEquals(1, site.logins.get());
    }

    @Test
    void theLoginGoesOnWhereTheOneThatBeganItIsCancelled() throws InterruptedException {
        site.loginGate = new CountDownLatch(1);
        var first = new Cancellation();
        var cancelled = CompletableFuture.supplyAsync(() -> workbench.sendNow(call("A"), Context.none(folder), Progress.silent(), first), Executors.newVirtualThreadPerTaskExecutor());
        await(() -> site.logins.get() == 1);
        var second = CompletableFuture.supplyAsync(() -> status(call("B")), Executors.newVirtualThreadPerTaskExecutor());
        var third = new Cancellation();
        var waits = CompletableFuture.supplyAsync(() -> workbench.sessions().source(third, workbench.logins().moment()).enter(
                new dev.posthorn.auth.SessionSource.Door(site.base(), "Supervisor", FakeCreatio.PASSWORD)), Executors.newVirtualThreadPerTaskExecutor());
        third.cancel();
        assertInstanceOf(dev.posthorn.auth.SessionSource.Got.None.class, waits.orTimeout(60, TimeUnit.SECONDS).join());
        first.cancel();
        assertInstanceOf(Outcome.Cancelled.class, cancelled.orTimeout(60, TimeUnit.SECONDS).join());
        site.loginGate.countDown();
        assertEquals(200, second.orTimeout(60, TimeUnit.SECONDS).join());
        assertTrue(site.logins.get() <= 2, "a second login only where nobody waited in between");
        assertEquals(1, site.opened.get());
    }

    @Test
    void aWrongPasswordIsTriedOnceByAHundredAndSaidInTheServersWords() {
        values = Map.of("baseUrl", site.base(), "username", "Supervisor", "password", "wrong-one");
        site.loginGate = new CountDownLatch(1);
        var outcomes = parallel(100);
        assertEquals(1, site.logins.get());
        outcomes.forEach(o -> assertTrue(failure(o).sentence().contains("Invalid username or password specified."), o::toString));
        assertEquals(0, site.calls.get());
    }

    private static BadLogin.NoSession failure(Outcome outcome) {
        return assertInstanceOf(BadLogin.NoSession.class, assertInstanceOf(Outcome.Failed.class, outcome, outcome::toString).failure());
    }

    @Test
    void aRefusalIsNotHeldAgainstTheRightPassword() {
        var right = values;
        values = Map.of("baseUrl", site.base(), "username", "Supervisor", "password", "wrong-one");
        failure(send(call("A")));
        values = right;
        assertEquals(200, status(call("B")));
        assertEquals(2, site.logins.get());
    }

    @Test
    void aCallThatIsForbiddenInAFreshSessionTooAsksForNoMoreLogins() {
        site.forbidden.add("Secret");
        assertEquals(200, status(call("A")));
        assertEquals(403, status(call("Secret")));
        assertEquals(2, site.logins.get());
        assertEquals(200, status(call("A")));
        assertEquals(403, status(call("Secret")));
        assertEquals(2, site.logins.get());
    }

    @Test
    void theCookiesOfTheSessionAreNotTheJars() {
        jar.set(site.base() + "/", "UserName=somebody-else; path=/");
        jar.set(site.base() + "/", "colour=blue; path=/");
        var outcome = assertInstanceOf(Outcome.Received.class, send(call("A")));
        var sent = Header.first(outcome.sent().headers(), "Cookie").orElse("");
        assertTrue(sent.contains("UserName=Supervisor") && sent.contains("colour=blue") && !sent.contains("somebody-else"), sent);
        assertEquals(List.of("UserName", "colour"), jar.all().stream().map(c -> c.name()).toList());
        assertEquals(List.of(CookieNews.Fate.OFF), outcome.hops().getFirst().cookies().stream().map(CookieNews::fate).toList());
        assertEquals(5, workbench.sessions().of(auth()).orElseThrow().cookies().size());
    }

    @Test
    void withoutTheProtectionNoCsrfHeaderIsSentAndWhereItIsWantedAlwaysNothingIs() {
        site.csrf = false;
        var sent = assertInstanceOf(Outcome.Received.class, send(call("A"))).sent();
        assertTrue(Header.first(sent.headers(), "BPMCSRF").isEmpty());
        var always = assertInstanceOf(Outcome.Failed.class, send(call("B").withAuth(auth().with("csrf", "always"))));
        assertTrue(always.failure().sentence().contains("brought no BPMCSRF cookie"), always.failure()::sentence);
    }

    @Test
    void aServerThatMakesNoSessionCookieHoldsNobodyUp() {
        site.sessions = false;
        allAnswered(parallel(30));
        assertEquals(1, site.logins.get());
        assertEquals(200, status(call("A")));
    }

    @Test
    void loggedOutAndInByHand() {
        assertEquals(200, status(call("A")));
        workbench.sessions().logOut(auth());
        assertEquals(SessionView.State.OUT, workbench.sessions().of(auth()).orElseThrow().state());
        workbench.sessions().logIn(auth(), new Cancellation());
        var view = workbench.sessions().of(auth()).orElseThrow();
        assertEquals(SessionView.State.IN, view.state());
        assertFalse(view.opened());
        assertEquals(2, site.logins.get());
        assertEquals(200, status(call("A")));
        assertEquals(2, site.logins.get());
        assertTrue(workbench.sessions().of(auth()).orElseThrow().opened());
    }

    @Test
    void whatIsWrongAtTheLoginIsSaidInWords() {
        var seen = new ArrayList<String>();
        for (var answer : List.of(
                answer(200, "application/json", "{\"Code\":1,\"Message\":\"\",\"PasswordChangeUrl\":\"/site/Login/ChangePassword.aspx\"}"),
                answer(200, "application/json", "{\"Code\":4,\"Message\":\"Licence\",\"RedirectUrl\":\"https://login.example.com/\"}"),
                answer(403, "text/plain", "no such method"), answer(404, "text/html", "<html>none</html>"), answer(200, "text/html", "<html>a page</html>"),
                answer(200, "application/json", "{\"Code\":0}"), answer(500, "text/plain", ""), answer(200, "application/json", "{}"))) {
            seen.add(sentence(answer));
        }
        var wanted = List.of("The password has expired", "sends people on to https://login.example.com/: “Licence”", "(403)", "There is no login of Creatio", "a web page", "no cookie with it", "in trouble itself (500)".substring(0, 17), "no Code");
        for (var i = 0; i < wanted.size(); i++) {
            assertTrue(seen.get(i).contains(wanted.get(i)), seen.get(i));
        }
    }

    private String sentence(java.util.function.Consumer<com.sun.net.httpserver.HttpExchange> answer) {
        site.otherLogin = answer;
        return failure(send(call("A"))).sentence();
    }

    private static java.util.function.Consumer<com.sun.net.httpserver.HttpExchange> answer(int status, String type, String text) {
        return call -> {
            try {
                FakeCreatio.reply(call, status, type, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void aSiteThatHasMovedOffersItsNewAddress() {
        site.otherLogin = call -> {
            call.getResponseHeaders().add("Location", "https://new.example.com/ServiceModel/AuthService.svc/Login");
            answer(301, "text/html", "").accept(call);
        };
        var finding = failure(send(call("A"))).finding();
        assertEquals(List.of(new Mend.Change("Take the new base URL", Map.of("baseUrl", "https://new.example.com"))), finding.mends());
    }

    @Test
    void nothingSecretStandsInTheConsole() {
        assertEquals(200, status(call("A")));
        var shown = workbench.console().entries().toString();
        assertTrue(shown.contains("AuthService.svc/Login"), shown);
        var known = workbench.knownSecrets();
        assertTrue(known.contains(FakeCreatio.PASSWORD) && known.contains("session-1") && known.contains("csrf-ticket-1"), known::toString);
    }

    @Test
    void aRequestToAnotherServerGetsNothingOfTheSession() {
        var sent = assertInstanceOf(Outcome.Received.class, send(Request.get(site.base().replace("127.0.0.1", "localhost") + "/x").withAuth(auth()))).sent();
        assertTrue(Header.first(sent.headers(), "Cookie").isEmpty());
        assertEquals(0, site.logins.get());
    }
}

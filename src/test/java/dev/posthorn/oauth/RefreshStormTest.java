package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.auth.TokenSource.Got;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.BadLogin;
import dev.posthorn.oauth.Provider.Asked;
import dev.posthorn.oauth.Provider.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred who want a new token at once, of a server that takes each refresh token once and ends the login of who shows an old one.
final class RefreshStormTest {

    private static final int MANY = 200;

    @TempDir
    private Path folder;
    private Provider provider;
    private Desk desk;
    private OAuthSettings settings;
    private final AtomicInteger round = new AtomicInteger();
    private final AtomicBoolean stolen = new AtomicBoolean();

    @BeforeEach
    void open() throws Exception {
        provider = new Provider().token(this::rotate);
        desk = new Desk(folder);
        settings = settings("grant_type", "authorization_code", "accessTokenUrl", provider.url("/token"), "authUrl", provider.url("/authorize"), "clientId", "me", "clientSecret", "s3cret");
        desk.in(settings, Desk.Person.willing());
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    private synchronized Said rotate(Asked asked) {
        if (asked.get("grant_type").equals("refresh_token") && !asked.get("refresh_token").equals("rt" + round.get())) {
            stolen.set(true);
        }
        return stolen.get() ? Said.json(400, "{'error':'invalid_grant','error_description':'refresh token reused'}")
                : Said.json(200, "{'access_token':'at%d','expires_in':60,'refresh_token':'rt%d'}".formatted(round.incrementAndGet(), round.get()));
    }

    private void expire() {
        desk.clock.now = desk.clock.now.plus(Duration.ofMinutes(5));
    }

    private List<Got> storm() throws Exception {
        var sources = new ArrayList<TokenSource>();
        for (var i = 0; i < MANY; i++) {
            sources.add(desk.logins.source(new Cancellation()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Got>>();
            sources.forEach(s -> waiting.add(threads.submit(() -> s.token(settings.values()))));
            var got = new ArrayList<Got>();
            for (var one : waiting) {
                got.add(one.get());
            }
            return got;
        }
    }

    private static List<String> values(List<Got> got) {
        return got.stream().map(g -> assertInstanceOf(Got.Has.class, g).token().value()).distinct().toList();
    }

    private static List<String> faults(List<Got> got) {
        return got.stream().map(g -> assertInstanceOf(BadLogin.Refused.class, assertInstanceOf(Got.None.class, g).failure()).finding().fault()).distinct().toList();
    }

    @Test
    void eachExpiryMakesOneRefreshAndNoRefreshTokenIsShownTwice() throws Exception {
        for (var time = 2; time <= 4; time++) {
            expire();
            assertEquals(List.of("at" + time), values(storm()));
            assertEquals(time, provider.asked("/token").size());
        }
        assertTrue(!stolen.get());
    }

    @Test
    void whoBeganItMayGoAndTheOthersStillGetIt() throws Exception {
        expire();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        provider.token(asked -> {
            begun.countDown();
            wait(go);
            return rotate(asked);
        });
        var cancellation = new Cancellation();
        var first = CompletableFuture.supplyAsync(() -> desk.logins.source(cancellation).token(settings.values()), desk.executor);
        begun.await();
        var others = CompletableFuture.supplyAsync(() -> unchecked(this::storm), desk.executor);
        cancellation.cancel();
        assertInstanceOf(BadLogin.Stopped.class, assertInstanceOf(Got.None.class, first.get()).failure());
        go.countDown();
        assertEquals(List.of("at2"), values(others.get()));
        assertEquals(2, provider.asked("/token").size());
    }

    @Test
    void aServerInTroubleIsAskedOnceByAllAndTheLoginSurvives() throws Exception {
        for (var trouble : List.of(Said.json(500, "{}"), Said.html(200, "<html>maintenance</html>"), Said.json(200, "[".repeat(100_000)), Said.json(200, "{'a':".repeat(100_000)))) {
            expire();
            var before = provider.asked("/token").size();
            provider.token(_ -> trouble);
            assertEquals(1, faults(storm()).size());
            assertEquals(before + 1, provider.asked("/token").size());
        }
        provider.token(this::rotate);
        assertEquals(List.of("at2"), values(storm()));
    }

    @Test
    void aClockThatIsSetBackMakesNoTokenOlder() throws Exception {
        desk.clock.now = desk.clock.now.minus(Duration.ofDays(1));
        assertEquals(List.of("at1"), values(storm()));
        desk.clock.now = desk.clock.now.plus(Duration.ofDays(2));
        assertEquals(List.of("at2"), values(storm()));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T unchecked(java.util.concurrent.Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Item;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A wrong password is tried once, however the sends that need it come to their turn.
@Timeout(120)
final class OneLoginTest {

    @TempDir
    private Path folder;
    private final MockWebServer server = new MockWebServer();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean held;
    private int status = 400;
    private final AtomicInteger logins = new AtomicInteger();
    private Workbench workbench;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                logins.incrementAndGet();
                return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json").body(status == 400 ? "{\"error\": \"invalid_grant\"}" : "").build();
            }
        });
        server.start();
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), this::execute, Clock.systemUTC(), new Random(1));
    }

    private void execute(Runnable task) {
        if (held) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    @AfterEach
    void stop() {
        workbench.close();
        server.close();
    }

    private Request request() {
        return Request.get(server.url("/orders").toString()).withAuth(new Auth("oauth2", Map.of("grant_type", "password_credentials", "accessTokenUrl", server.url("/token").toString(),
                "clientId", "app", "username", "me", "password", "wrong")));
    }

    @Test
    void sendsThatBeganBeforeItWasRefusedDoNotTryAgain() {
        held = true;
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < 20; i++) {
            workbench.send(request(), Context.none(folder), "r", new SendListener() {
                @Override
                public void changed(TabState.Sending state) {
                    // Only the end counts.
                }

                @Override
                public void done(Sent sent) {
                    outcomes.add(sent.outcome());
                }
            });
        }
        held = false;
        waiting.forEach(Runnable::run);
        assertEquals(20, outcomes.stream().filter(Outcome.Failed.class::isInstance).count());
        assertEquals(1, logins.get());
    }

    private int loginsOfARun() {
        var items = new ArrayList<Item>();
        for (var i = 0; i < 5; i++) {
            items.add(new RequestItem("r" + i, "r" + i, request(), List.of()));
        }
        var context = new Context(new Collection("Shop", "", Auth.NONE, List.of(), List.of(), Settings.NONE, items), List.of(), null, null, List.of(), folder);
        new Run(workbench).run(RunPlan.of(context, null), new RunListener() {
            @Override
            public void started(Step step) {
                // Only the logins are counted.
            }

            @Override
            public void finished(Step step, Sent sent) {
                // Only the logins are counted.
            }
        }, new Cancellation());
        return logins.get();
    }

    @Test
    void aRunTriesItOnce() {
        assertEquals(1, loginsOfARun());
    }

    @Test
    void aRunTriesAgainWhereTheServerWasOnlyInTrouble() {
        status = 503;
        assertEquals(5, loginsOfARun());
    }
}

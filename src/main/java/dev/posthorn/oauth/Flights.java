package dev.posthorn.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// Lets many who want the same thing share one exchange and what came of it.
///
/// 1. Who comes while it is under way waits for it. His wait ends when his own send is cancelled; the exchange goes on.
/// 2. Who began before it failed shares the failure, however late he comes: so that many at once try a wrong password once. Who begins later may try anew.
final class Flights {

    private static final int REMEMBERED = 200;

    private record Failed(long when, LoginResult result) {}

    private final Executor executor;
    private final Map<String, CompletableFuture<LoginResult>> underWay = new HashMap<>();
    private final Map<String, Failed> failures = new LinkedHashMap<>();
    private long moment;

    Flights(Executor executor) {
        this.executor = executor;
    }

    /// A moment to compare failures with.
    synchronized long now() {
        return ++moment;
    }

    /// Shares what is known under this key; `body` runs on the executor.
    ///
    /// @param born when the one who asks began, from `now`
    LoginResult share(String key, long born, Cancellation cancellation, Supplier<LoginResult> body) {
        CompletableFuture<LoginResult> flight;
        var mine = false;
        synchronized (this) {
            var failed = failures.get(key);
            if (failed != null && failed.when() > born) {
                return failed.result();
            }
            flight = underWay.get(key);
            if (flight == null) {
                flight = new CompletableFuture<>();
                underWay.put(key, flight);
                mine = true;
            }
        }
        var shared = flight;
        if (mine) {
            try {
                executor.execute(() -> fly(key, shared, body));
            } catch (RejectedExecutionException e) {
                land(key, shared, new LoginResult.Ended("the program is closing"));
            }
        }
        var waiting = shared.copy();
        cancellation.whenCancelled(() -> waiting.complete(new LoginResult.Ended("it was cancelled")));
        return await(waiting);
    }

    /// The same for one who is in a flight himself: `body` runs on his own thread.
    LoginResult within(String key, Supplier<LoginResult> body) {
        var mine = new CompletableFuture<LoginResult>();
        CompletableFuture<LoginResult> other;
        synchronized (this) {
            other = underWay.putIfAbsent(key, mine);
        }
        if (other == null) {
            fly(key, mine, body);
        }
        return await(other == null ? mine : other);
    }

    private void fly(String key, CompletableFuture<LoginResult> flight, Supplier<LoginResult> body) {
        LoginResult result = broken("it ran out of memory or stack");
        try {
            result = body.get();
        } catch (RuntimeException e) {
            result = broken(e.toString());
        } finally {
            // Also where an error of the machine goes on its way: who waits must not wait for ever.
            land(key, flight, result);
        }
    }

    private static LoginResult broken(String reason) {
        return new LoginResult.Failed(new Finding("internal", "Posthorn itself failed while it got a token: " + reason + ".", "Try again; should it recur, tell the makers.", List.of()));
    }

    private void land(String key, CompletableFuture<LoginResult> flight, LoginResult result) {
        synchronized (this) {
            underWay.remove(key);
            failures.remove(key);
            if (result instanceof LoginResult.Failed) {
                failures.put(key, new Failed(++moment, result));
                if (failures.size() > REMEMBERED) {
                    failures.remove(failures.keySet().iterator().next());
                }
            }
        }
        flight.complete(result);
    }

    private static LoginResult await(CompletableFuture<LoginResult> flight) {
        try {
            return flight.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LoginResult.Ended("it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight always lands", e);
        }
    }
}

package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins.Discovered;
import dev.posthorn.vendors.Connection;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Finds out what somebody need not know who connects to a vendor's system: where the Identity Service is, how a Workflow Server controls access. No secret is sent for it.
final class ConnectionGuess {

    private static final long PATIENCE = 15;

    private final Workbench workbench;
    private final Context context;
    private final Cancellation cancellation;

    ConnectionGuess(Workbench workbench, Context context, Cancellation cancellation) {
        this.workbench = workbench;
        this.context = context;
        this.cancellation = cancellation;
    }

    /// The first of the usual places at which an identity server describes itself; all are asked at once. Empty where none does.
    Optional<String> identity(Connection connection) {
        var places = connection.identities();
        var asked = new ArrayList<CompletableFuture<Boolean>>();
        var patience = new Cancellation();
        cancellation.whenCancelled(patience::cancel);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            places.forEach(place -> asked.add(CompletableFuture.supplyAsync(() -> describesItself(connection, place, patience), threads).completeOnTimeout(false, PATIENCE, TimeUnit.SECONDS)));
            for (var i = 0; i < places.size(); i++) {
                if (asked.get(i).exceptionally(_ -> false).join()) {
                    return Optional.of(places.get(i));
                }
            }
            return Optional.empty();
        } finally {
            patience.cancel();
        }
    }

    private boolean describesItself(Connection connection, String place, Cancellation patience) {
        var resolved = workbench.authToSend(AuthTypes.complete(connection.typed().with("identityUrl", place)), context);
        return workbench.logins(context).discover(SiteUrl.of(resolved.text("identityUrl")), LoginWatcher.NONE, patience) instanceof Discovered.Metadata;
    }

    /// Open, token or oidc, by what the server answers to a call without any access; empty where it cannot be told.
    Optional<String> access(Connection connection) {
        var outcome = workbench.sendNow(connection.first().withAuth(Auth.NONE), context, "Connect: how access is controlled", Progress.silent(), cancellation);
        try {
            return outcome instanceof Outcome.Received received ? access(connection, received.response().status()) : Optional.empty();
        } finally {
            Workbench.release(outcome);
        }
    }

    private Optional<String> access(Connection connection, int status) {
        if (status == 401 || status == 403) {
            var resolved = workbench.authToSend(AuthTypes.complete(connection.typed()), context);
            return Optional.of(workbench.logins(context).discover(SiteUrl.of(resolved.text("serverUrl")), LoginWatcher.NONE, cancellation) instanceof Discovered.Metadata ? "oidc" : "token");
        }
        return status == 200 ? Optional.of("open") : Optional.empty();
    }
}

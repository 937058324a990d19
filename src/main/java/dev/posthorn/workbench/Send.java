package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.vars.Scopes;
import java.io.UncheckedIOException;

/// One send, from the draft to its outcome: resolve → sign → call and store → outcome.
record Send(Engine engine, Cookies cookies, Scopes scopes, Context context, Surroundings around) {

    Outcome run(Request draft, Progress progress, Cancellation cancellation) {
        Resolution.Result resolved;
        try {
            resolved = new Resolution(context, scopes).of(draft);
        } catch (UncheckedIOException e) {
            return Outcome.Failed.before(new Failure.Broken("Nothing was sent: the demo server could not start: " + e.getCause().getMessage() + "."));
        }
        return switch (resolved) {
            case Resolution.Result.Refused(var failure) -> Outcome.Failed.before(failure);
            case Resolution.Result.Ready(var wire, var _) when SocketRequest.url(wire.url()) -> Outcome.Failed.before(new Failure.SocketUrl(wire.url()));
            case Resolution.Result.Ready(var wire, var auth) ->
                engine.send(wire, AuthTypes.signing(auth, around), Switches.of(context.settings(draft.settings())), cookies, progress, cancellation);
        };
    }
}

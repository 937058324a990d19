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
import java.util.List;
import java.util.function.Consumer;

/// One send, from the draft to its outcome: resolve → sign → call and store → outcome.
///
/// @param lenient     send what has variables without a value as it is typed, else nothing is sent then
/// @param withoutValue hears of those variables
record Send(Engine engine, Cookies cookies, Scopes scopes, Context context, Surroundings around, boolean lenient, Consumer<List<Failure.Unresolved>> withoutValue) {

    Send(Engine engine, Cookies cookies, Scopes scopes, Context context, Surroundings around) {
        this(engine, cookies, scopes, context, around, false, _ -> { });
    }

    Outcome run(Request draft, Progress progress, Cancellation cancellation) {
        Resolution.Result resolved;
        try {
            var resolution = new Resolution(context, scopes);
            resolved = resolution.of(draft, lenient);
            if (lenient && !resolution.missing().isEmpty()) {
                withoutValue.accept(resolution.missing());
            }
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

package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SessionSource;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.vendors.Connection;
import dev.posthorn.vendors.IdentityCheck;
import dev.posthorn.vendors.Vendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Checks step by step whether a vendor's system can be called with what was typed, and says in words what was found at each step.
///
/// 1. The server is reached without any secret: names, connection and certificate are judged before a password goes anywhere.
/// 2. An identity server is asked what it is.
/// 3. One login, or one token: a refusal is not tried again, so that no account gets locked.
/// 4. What need not be known is found out: where Creatio's Identity Service is, how a Workflow Server controls access, `https` where the server leads there.
/// 5. One small call. A Creatio whose services lie elsewhere than the platform says is asked at the other place too, and the platform is corrected.
public final class ConnectionCheck {

    /// What a step found.
    ///
    /// @param fault what is wrong; empty where it went well
    public record Step(String title, String sentence, Optional<Finding> fault) {}

    private static final int MOST = 256 << 10;

    private final Workbench workbench;
    private final Context context;
    private final Consumer<Step> told;
    private final Cancellation cancellation;

    /// @param told hears of each step when it is over, on the caller's thread
    public ConnectionCheck(Workbench workbench, Context context, Consumer<Step> told, Cancellation cancellation) {
        this.workbench = workbench;
        this.context = context;
        this.told = told;
        this.cancellation = cancellation;
    }

    /// Blocks. The connection as it works, perhaps with another platform than was chosen; empty where it does not.
    public Optional<Connection> run(Connection connection) {
        var missing = connection.missing();
        if (!missing.isEmpty()) {
            return bad("Settings", new Finding("missing", String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not filled in.", "Fill in what is missing, then check again.", List.of()));
        }
        return reached(connection).flatMap(this::guessed).filter(c -> described(c) && loggedIn(c)).flatMap(this::called);
    }

    /// With what could be found out in the place of what was not filled in, or was chosen wrongly.
    private Optional<Connection> guessed(Connection connection) {
        return switch (connection.typed().type()) {
            case CreatioOAuthAuth.ID -> connection.guessesIdentity() ? identity(connection) : Optional.of(connection);
            case WorkflowServerAuth.ID -> access(connection);
            default -> Optional.of(connection);
        };
    }

    private Optional<Connection> identity(Connection connection) {
        var found = guess().identity(connection);
        if (found.isEmpty()) {
            return cancellation.cancelled() ? Optional.empty() : bad("Identity server", finding("identity-not-found", "No Identity Service was found at the usual places: " + String.join(", ", connection.identities()) + ".",
                    "Fill in the Identity URL: it stands in Creatio's system setting “Authorization server Url for OAuth 2.0 integrations”."));
        }
        good("Identity server", "It was found at " + found.get() + ".");
        return Optional.of(connection.with("identityUrl", found.get()));
    }

    private ConnectionGuess guess() {
        return new ConnectionGuess(workbench, context, cancellation);
    }

    private Optional<Connection> access(Connection connection) {
        var chosen = AuthTypes.complete(connection.typed()).text("mode");
        var wanted = guess().access(connection).orElse(chosen);
        if (cancellation.cancelled() || wanted.equals(chosen)) {
            return cancellation.cancelled() ? Optional.empty() : Optional.of(connection);
        }
        var words = wanted.equals("oidc") ? "OpenID Connect" : wanted.equals("open") ? "open" : "its API access token";
        if (wanted.equals("open") || !connection.typed().text("token").isBlank()) {
            good("Access", wanted.equals("open") ? "The server is open: it asks for no proof. The access control was set so." : "The server wants " + words + ". The access control was set so.");
            return Optional.of(connection.with("mode", wanted));
        }
        return bad("Access", new Finding("nothing-sent", "The server is not open: it wants " + words + ".", "Its API access token is needed for that; ask who runs the server.",
                List.of(new Mend.Change(wanted.equals("oidc") ? "Use OpenID Connect" : "Use the API access token", Map.of("mode", wanted)))));
    }

    private void good(String title, String sentence) {
        told.accept(new Step(title, sentence, Optional.empty()));
    }

    private Optional<Connection> bad(String title, Finding finding) {
        told.accept(new Step(title, "", Optional.of(finding)));
        return Optional.empty();
    }

    private boolean no(String title, Finding finding) {
        return bad(title, finding).isPresent();
    }

    private static Finding finding(String fault, String sentence, String advice) {
        return new Finding(fault, sentence, advice, List.of());
    }

    private static Finding of(Failure failure) {
        return switch (failure) {
            case BadLogin.NoSession(_, var finding) -> finding;
            case BadLogin.Refused(_, var finding) -> finding;
            default -> new Finding("no-answer", failure.sentence(), failure.advice(), List.of());
        };
    }

    private Optional<Connection> reached(Connection connection) {
        var first = visit(connection);
        if (first.url().isEmpty() && connection.otherScheme().isPresent() && first.failure() != null && first.failure().elsewhere() && !cancellation.cancelled()) {
            var other = connection.otherScheme().get();
            var second = visit(other);
            if (!second.url().isEmpty()) {
                return second.url().startsWith("https:") ? encrypted(other) : bad("Server", new Finding("only-http", "The server does not speak https at this address, only http: passwords can be read on the way.",
                        "Look for the address that users open. Where it is the right one, and the network can be trusted, go on with http.", List.of(new Mend.Change("Use http", other.address()))));
            }
        }
        if (first.url().isEmpty()) {
            return first.failure() == null ? Optional.empty() : bad("Server", first.failure().finding());
        }
        return connection.site().startsWith("http:") && first.url().startsWith("https:") && connection.otherScheme().filter(c -> first.url().startsWith(SiteUrl.origin(c.site()))).isPresent()
                ? encrypted(connection.otherScheme().get()) : plainly(connection, first.url());
    }

    private Optional<Connection> encrypted(Connection connection) {
        good("Server", "The server speaks https: the address was set so, and its certificate is good.");
        return Optional.of(connection);
    }

    private Optional<Connection> plainly(Connection connection, String url) {
        good("Server", "The server answers" + (url.startsWith("https:") ? ", and its certificate is good." : url.startsWith("http://127.0.0.1") || url.startsWith("http://localhost") ? "." : ". It is not encrypted (http): passwords can be read on the way."));
        return Optional.of(connection);
    }

    /// @param url where it ended; empty where nothing answered
    private record Visit(String url, Trouble failure) {}

    /// @param elsewhere whether something may be there by the other scheme
    private record Trouble(Finding finding, boolean elsewhere) {}

    private Visit visit(Connection connection) {
        var outcome = workbench.sendNow(Request.get(connection.site()).withAuth(Auth.NONE), context, "Connect: the server", Progress.silent(), cancellation);
        try {
            return switch (outcome) {
                case Outcome.Received received -> new Visit(received.sent().url(), null);
                case Outcome.Failed(var failure, _, _, _, _) -> new Visit("", new Trouble(of(failure), failure instanceof Failure.Refused || failure instanceof Failure.ConnectionLost
                        || failure instanceof Failure.TlsFailed tls && tls.chain().isEmpty()));
                case Outcome.Cancelled _, Outcome.Skipped _ -> new Visit("", null);
            };
        } finally {
            Workbench.release(outcome);
        }
    }

    private boolean described(Connection connection) {
        var resolved = workbench.authToSend(AuthTypes.complete(connection.typed()), context);
        var address = IdentityCheck.address(resolved);
        if (address.isEmpty()) {
            return true;
        }
        var found = IdentityCheck.read(resolved, workbench.logins(context).discover(address, LoginWatcher.NONE, cancellation));
        if (cancellation.cancelled()) {
            return false;
        }
        if (found.fault().isPresent()) {
            return no("Identity server", found.fault().get());
        }
        good("Identity server", found.sentence());
        return true;
    }

    /// A session is made here; a token comes with the first call, for which an older one is forgotten.
    private boolean loggedIn(Connection connection) {
        var resolved = workbench.authToSend(AuthTypes.complete(connection.typed()), context);
        if (!resolved.type().equals(CreatioSessionAuth.ID)) {
            AuthTypes.oauth(resolved).flatMap(workbench.logins(context).source(cancellation)::known).ifPresent(t -> workbench.logins().tokens().remove(t.id()));
            return true;
        }
        return switch (workbench.sessions().logIn(resolved, cancellation)) {
            case SessionSource.Got.None(var failure) -> !cancellation.cancelled() && no("Login", of(failure));
            case SessionSource.Got.In(var admission) -> {
                var csrf = admission.cookie(CreatioSite.of(resolved).base() + "/", CreatioSite.CSRF).isPresent();
                good("Login", "Logged in as " + resolved.text("username").strip() + ". " + (csrf ? "The protection against CSRF is on: the header BPMCSRF goes along by itself."
                        : "The login brought no BPMCSRF cookie: the protection against CSRF is off, as in trials."));
                yield true;
            }
        };
    }

    private Optional<Connection> called(Connection connection) {
        var answer = call(connection);
        if (answer.isEmpty() || answer.get().fault().isEmpty()) {
            return answer.flatMap(a -> accepted(connection, a));
        }
        if (connection.vendor() == Vendor.CREATIO && answer.get().nowhere()) {
            var other = connection.otherPlatform();
            var second = call(other);
            if (second.isPresent() && second.get().fault().isEmpty()) {
                good("Platform", other.typed().text("platform").equals("net") ? "The site runs on .NET: its services have no /0. The platform was set so."
                        : "The site runs on .NET Framework: its services lie below /0. The platform was set so.");
                return accepted(other, second.get());
            }
        }
        return bad(answer.get().login() ? connection.typed().type().equals(CreatioSessionAuth.ID) ? "Login" : "Token" : "First call", answer.get().fault().get());
    }

    private Optional<Connection> accepted(Connection connection, Answered answer) {
        good("First call", answer.sentence());
        return Optional.of(connection);
    }

    /// @param login   whether it failed before anything was called
    /// @param nowhere whether there is nothing at the address
    private record Answered(String sentence, Optional<Finding> fault, boolean login, boolean nowhere) {}

    /// Empty where it was cancelled.
    private Optional<Answered> call(Connection connection) {
        var request = connection.first();
        var outcome = workbench.sendNow(request, context, "Connect: first call", Progress.silent(), cancellation);
        try {
            return switch (outcome) {
                case Outcome.Failed(var failure, _, _, _, _) when failure instanceof BadLogin.Needed -> Optional.of(new Answered("Everything is filled in. A person logs in at the vendor's page when the first request is sent.", Optional.empty(), true, false));
                case Outcome.Failed(var failure, _, _, _, _) -> Optional.of(new Answered("", Optional.of(of(failure)), failure instanceof BadLogin, false));
                case Outcome.Received received -> Optional.of(judged(connection, request, received));
                case Outcome.Cancelled _, Outcome.Skipped _ -> Optional.empty();
            };
        } finally {
            Workbench.release(outcome);
        }
    }

    private Answered judged(Connection connection, Request request, Outcome.Received received) {
        var answer = received.response();
        var status = answer.status();
        var found = workbench.findings(request, context, received).stream().filter(f -> !f.fault().equals("html-instead-of-json")).findFirst();
        if (found.isPresent()) {
            return new Answered("", found, false, status == 404);
        }
        var text = text(answer);
        if (status / 100 == 2 && fits(connection, text)) {
            return new Answered("A call was answered well (" + status + "): " + connection.vendor().title() + " is ready.", Optional.empty(), false, false);
        }
        return new Answered("", Optional.of(strange(connection, received, text)), false, status == 404 || status / 100 == 2);
    }

    private static Finding strange(Connection connection, Outcome.Received received, String text) {
        var status = received.response().status();
        var url = received.sent().url();
        var title = connection.vendor().title();
        if (status == 401 || status == 403) {
            return finding("not-allowed", title + " answered " + status + " to the first call: the login is good, but this user or client may not read data.", "Ask who runs the system for the right to use its data services.");
        }
        if (status == 429 || status >= 500) {
            return finding("server-trouble", title + " answered " + status + ": it is in trouble itself.", "Try again later; what is typed may be right.");
        }
        var page = text.stripLeading().startsWith("<");
        return finding("not-this-product", "There is " + (status / 100 == 2 ? page ? "a web page" : "another answer than expected" : "nothing (" + status + ")") + " at " + url + ", where " + title + " would answer with JSON.",
                "Compare the address with the one that users open" + (connection.typed().type().equals(WorkflowServerAuth.ID) ? " (port 8077 by default)." : ", letter by letter, without a page behind it."));
    }

    /// Whether the JSON is of the kind that this vendor answers.
    private static boolean fits(Connection connection, String text) {
        try {
            return JsonReader.read(text) instanceof Json.Obj object && (connection.vendor() == Vendor.WORKFLOW_SERVER ? object.has("success") || object.has("data") : object.has("value") || object.has("@odata.context"));
        } catch (JsonProblem e) {
            return false;
        }
    }

    private static String text(Response answer) {
        try (var in = answer.body().open()) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /// What a button of a finding changes in what was typed.
    public static Auth mended(Auth typed, Map<String, Object> values) {
        var now = typed;
        for (var value : values.entrySet()) {
            now = now.with(value.getKey(), value.getValue());
        }
        return now;
    }
}

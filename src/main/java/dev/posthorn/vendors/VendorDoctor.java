package dev.posthorn.vendors;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioLoss;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what an answer of Creatio, Bizagi or Workflow Server means for the authorization, where they mean something else by it than the rules of HTTP.
public final class VendorDoctor {

    private VendorDoctor() {}

    /// Empty where nothing is wrong, or where there is nothing to say that holds for this vendor alone. Reads the beginning of a web page.
    ///
    /// @param resolved the authorization in force, with its variables resolved
    public static Optional<Finding> of(Auth resolved, Outcome.Received received) {
        var auth = AuthTypes.complete(resolved);
        var found = switch (auth.type()) {
            case "creatioSession" -> session(auth, received.sent(), received.response());
            case "creatioOAuth" -> token(auth, received.sent(), received.response());
            case "bizagi" -> bizagi(received.response());
            case "workflowServer" -> workflow(auth, received.response());
            default -> Optional.<Finding>empty();
        };
        return found.isPresent() || VendorCall.of(auth).isEmpty() ? found : SpoiltAnswer.of(auth, received);
    }

    private static Optional<Finding> session(Auth auth, Wire sent, Response answer) {
        var site = CreatioSite.of(auth);
        var lost = CreatioLoss.of(answer);
        if (lost.isEmpty()) {
            return path(site, sent, answer);
        }
        if (!SiteUrl.origin(site.base()).equals(SiteUrl.origin(sent.url()))) {
            return finding("other-site", lost.get() + " The request went to " + SiteUrl.origin(sent.url()) + " and the session is one of " + site.base() + ", so nothing of it went along.",
                    "Correct the base URL in the Authorization tab, or the URL of the request.");
        }
        if (answer.status() == 403) {
            return Optional.of(forbidden(auth, sent));
        }
        if (sent.headers().stream().noneMatch(h -> h.is("Cookie") && h.value().contains(".ASPXAUTH="))) {
            return finding("no-cookies", lost.get() + " No cookie of the login went along" + (sent.url().startsWith("http:") ? ": the site gives them for https alone." : ": their paths lead elsewhere."),
                    sent.url().startsWith("http:") ? "Write https:// in the base URL and in the request." : "Compare the path of the request with the base URL, letter by letter.");
        }
        return Optional.of(new Finding("session-refused", lost.get() + " It does so in a session that was logged in just now, too, so another login would not help.",
                "Compare the path of the request with the platform: services begin with " + site.services() + ". Where several servers stand behind one address, they must share their sessions.",
                List.of(new Mend.LogIn("Log in now"))));
    }

    private static Finding forbidden(Auth auth, Wire sent) {
        if (auth.text("csrf").equals("never")) {
            return new Finding("csrf-missing", "Creatio answered 403, and the header BPMCSRF was not sent: the protection against CSRF is likely on at this site.", "Let the header be sent.",
                    List.of(new Mend.Change("Send BPMCSRF where there is the cookie", Map.of("csrf", "automatic"))));
        }
        if (Header.first(sent.headers(), CreatioSite.CSRF).isEmpty()) {
            return new Finding("csrf-missing", "Creatio answered 403, and the header BPMCSRF was not sent, since the login brought no cookie of that name for this address.",
                    "Log in anew: the protection against CSRF may have been switched on since.", List.of(new Mend.LogIn("Log in now")));
        }
        return new Finding("not-allowed", "Creatio answered 403 to a user who is logged in: the user may not call this, or the name of the method is misspelt.",
                "Compare service and method letter by letter, and ask who runs the site for the rights of " + auth.text("username").strip() + ".", List.of());
    }

    /// A path that does not fit the platform.
    private static Optional<Finding> path(CreatioSite site, Wire sent, Response answer) {
        var against = site.against(sent.url());
        if (answer.status() != 404 || against.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding("platform-differs", "There is nothing at this address (404). " + against, "Correct the URL of the request, or choose the other platform.",
                List.of(site.net() ? new Mend.Change("The site runs on .NET Framework", Map.of("platform", "framework")) : new Mend.Change("The site runs on .NET", Map.of("platform", "net")))));
    }

    private static Optional<Finding> token(Auth auth, Wire sent, Response answer) {
        var lost = CreatioLoss.of(answer).filter(_ -> answer.status() != 403);
        if (lost.isEmpty()) {
            return auth.text("baseUrl").isBlank() ? Optional.empty() : path(CreatioSite.of(auth), sent, answer);
        }
        if (Header.first(sent.headers(), "Authorization").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding("token-refused", lost.get() + (answer.status() == 401 ? " It does not accept the token, also not a new one." : " It took no notice of the token."),
                "Look in Creatio whether OAuth is switched on and bound to this Identity Service, whether the application is active, and whether its user may log in.", List.of(new Mend.LogIn("Get another token"))));
    }

    private static Optional<Finding> bizagi(Response answer) {
        var small = answer.headers().stream().anyMatch(h -> h.is("WWW-Authenticate") && h.value().contains("insufficient_scope"));
        return small ? Optional.of(new Finding("scope-too-small", "The token has too few scopes for this call.",
                "Data services want login and api, metadata services api, and the application must be registered for them (Work portal, Admin › Security › OAuth2 Applications).",
                List.of(new Mend.Change("Ask for login and api", Map.of("scope", "login api")), new Mend.Change("Ask for all", Map.of("scope", "all")), new Mend.LogIn("Get another token")))) : Optional.empty();
    }

    private static Optional<Finding> workflow(Auth auth, Response answer) {
        if (answer.status() != 401 && answer.status() != 403) {
            return Optional.empty();
        }
        var byToken = new Mend.Change("Use the API access token", Map.of("mode", "token"));
        var byOpenId = new Mend.Change("Use OpenID Connect", Map.of("mode", "oidc"));
        return switch (auth.text("mode")) {
            case "token" -> {
                var mends = new ArrayList<Mend>();
                if (!auth.text("place").equals("query")) {
                    mends.add(new Mend.Change("Send it in the query", Map.of("place", "query")));
                }
                mends.add(byOpenId);
                yield Optional.of(new Finding("token-refused", "The server does not accept the API access token (" + answer.status() + ").",
                        "Compare it with the one in the server's configuration; some versions take it in the query alone.", mends));
            }
            case "oidc" -> answer.status() == 401 ? Optional.of(new Finding("token-refused", "The server does not accept the token of OpenID Connect, also not a new one.",
                    "Look whether OpenID Connect is what the server is configured for; else send the API access token itself.", List.of(new Mend.LogIn("Get another token"), byToken))) : Optional.empty();
            default -> Optional.of(new Finding("nothing-sent", "The server answered " + answer.status() + ": it is not open.", "Choose how it controls access, and type its API access token.", List.of(byToken, byOpenId)));
        };
    }

    private static Optional<Finding> finding(String fault, String sentence, String advice) {
        return Optional.of(new Finding(fault, sentence, advice, List.of()));
    }
}

package dev.posthorn.demo.bizagi;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Shelf;
import dev.posthorn.demo.vendor.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The login page of the played Bizagi: somebody logs in and allows a program some scopes; the code goes back by the program's redirect strategy.
final class BizagiLogin {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final List<String> PARAMETERS = List.of("client_id", "response_type", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    private final Stage stage;
    private final Shelf<Code> codes = new Shelf<>(1_000);

    BizagiLogin(Stage stage) {
        this.stage = stage;
    }

    /// What a code stands for.
    record Code(String client, String user, List<String> scopes, String redirect, String challenge, boolean hashed, Instant until) {

        /// RFC 7636 §4.6.
        boolean verified(String verifier) {
            if (challenge.isEmpty()) {
                return true;
            }
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
                return challenge.equals(hashed ? Base64.getUrlEncoder().withoutPadding().encodeToString(hash) : verifier);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A code counts once.
    Optional<Code> take(String code) {
        return codes.take(code).filter(c -> stage.now().isBefore(c.until()));
    }

    void reset() {
        codes.clear();
    }

    Answer answer(Asked asked) {
        var sent = asked.is("POST") ? asked.form() : asked.parameters();
        var found = Registration.of(sent.getOrDefault("client_id", ""));
        if (found.isEmpty()) {
            return blocked(asked, "invalid_client", "The application \"" + sent.getOrDefault("client_id", "") + "\" is not registered.");
        }
        var application = found.get();
        asked.note().who(application.id());
        var redirect = sent.getOrDefault("redirect_uri", "");
        if (stage.faults().has(Fault.REDIRECT_MISMATCH) || !application.mayBeSentTo(redirect)) {
            return blocked(asked, "redirect_uri_mismatch", "The redirect URI in the request, \"" + redirect + "\", is not the one that is registered for the application"
                    + (application.redirect().isEmpty() ? "." : ": " + application.redirect()));
        }
        if (!sent.getOrDefault("response_type", "").equals("code") || !application.grants().contains("authorization_code")) {
            return back(asked, application, sent, Map.of("error", application.grants().contains("authorization_code") ? "unsupported_response_type" : "unauthorized_client"));
        }
        var scopes = Arrays.stream(sent.getOrDefault("scope", "").split("[ ,+]+")).filter(s -> !s.isEmpty()).toList();
        var refused = BizagiTokens.refusedScope(stage, application, scopes);
        if (!refused.isEmpty()) {
            asked.note().wrong(refused);
            return back(asked, application, sent, Map.of("error", "invalid_scope", "error_description", refused));
        }
        if (stage.faults().has(Fault.DENIED)) {
            asked.note().wrong("Fault: the person says no.");
            return back(asked, application, sent, Map.of("error", "access_denied"));
        }
        return asked.is("POST") ? decided(asked, application, sent, scopes) : page(application, sent, scopes, "");
    }

    private static Answer blocked(Asked asked, String error, String why) {
        asked.note().wrong(why);
        return Answer.page(400, "Access blocked", "<p class=\"bad\">Error 400: <b>" + error + "</b></p>\n<p>" + Pages.escaped(why) + "</p>");
    }

    private Answer page(Registration application, Map<String, String> sent, List<String> scopes, String trouble) {
        var hidden = PARAMETERS.stream().filter(sent::containsKey).map(p -> Pages.hidden(p, sent.get(p))).collect(Collectors.joining());
        return Answer.page(200, "Log in to Bizagi", "<p><b>" + Pages.escaped(application.id()) + "</b> would like to act for you: " + Pages.escaped(String.join(", ", scopes)) + ".</p>\n"
                + (trouble.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + Pages.escaped(trouble) + "</p>\n") + "<form method=\"post\" action=\"/bizagi/oauth2/server/authorize\">\n" + hidden
                + "<label>User name <input type=\"text\" name=\"user\" autocomplete=\"username\" placeholder=\"admon\"></label>\n"
                + "<label>Password <input type=\"password\" name=\"password\" autocomplete=\"current-password\" placeholder=\"secret\"></label>\n"
                + "<button name=\"decision\" value=\"allow\">Allow</button><button name=\"decision\" value=\"deny\">Deny</button>\n</form>");
    }

    private Answer decided(Asked asked, Registration application, Map<String, String> sent, List<String> scopes) {
        if (sent.getOrDefault("decision", "").equals("deny")) {
            return back(asked, application, sent, Map.of("error", "access_denied"));
        }
        var user = sent.getOrDefault("user", "");
        stage.counts().add("bizagi.logins");
        if (!BizagiData.USERS.contains(user) || !sent.getOrDefault("password", "").equals("secret")) {
            asked.note().wrong("User name or password is wrong.");
            return page(application, sent, scopes, "User name or password is wrong.");
        }
        var code = stage.fresh(16);
        codes.put(code, new Code(application.id(), user, scopes, sent.getOrDefault("redirect_uri", ""), sent.getOrDefault("code_challenge", ""), sent.getOrDefault("code_challenge_method", "").equals("S256"),
                stage.now().plus(LIFE)));
        return back(asked, application, sent, Map.of("code", code));
    }

    /// By redirect, or in the title of a page, as the strategy says.
    private static Answer back(Asked asked, Registration application, Map<String, String> sent, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        if (sent.containsKey("state")) {
            all.put("state", sent.get("state"));
        }
        var text = all.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        if (application.strategy() == Registration.Strategy.TITLE) {
            return Answer.page(200, (fields.containsKey("code") ? "Success " : "Denied ") + text, "<p>Go back to the program: it has read the code from the title of this page.</p>");
        }
        var redirect = sent.getOrDefault("redirect_uri", "");
        return Answer.redirect(redirect + (redirect.contains("?") ? "&" : "?") + text);
    }
}

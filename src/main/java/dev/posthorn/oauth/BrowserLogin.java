package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A login at the provider's own page, which sends the person back to us: the authorization code grant, with and without PKCE, and the implicit one.
///
/// The page is not asked for by ourselves before a person sees it, although some errors would show early: each such request begins a login at the server (counted, logged, limited), uses
/// up what holds once (a pushed request, a nonce), and one without a browser's cookies and certificates is often answered otherwise, by a robot check or another way to log in.
record BrowserLogin(Talk talk, Requests requests, RandomGenerator random, Completion completion) {

    /// What came of it.
    ///
    /// @param nonce that the id token has to bear; empty for none
    record Fruit(Granted granted, String nonce) {}

    Fruit run(OAuthSettings settings, Grant grant, UserAgent agent) throws NoToken {
        completion.consult(settings);
        var redirect = redirect(settings, agent);
        var secrecy = Secrecy.of(settings, grant, random);
        var page = page(settings, grant, redirect, secrecy);
        talk.info("Login page", "A person is asked to log in at " + Words.shown(page.toString()) + "; the answer is awaited at " + redirect + ".");
        var came = arrived(agent.ask(page, secrecy.state(), talk.watcher(), talk.cancellation()), settings, redirect);
        var parameters = came.parameters();
        checkState(parameters, secrecy.state());
        checkIssuer(settings, parameters);
        if (parameters.containsKey("error")) {
            talk.bad("Redirect", "The server sent the person back with an error: " + parameters.get("error") + ".");
            throw new NoToken(Doctor.of(new Evidence(Evidence.Stage.AUTHORIZATION, settings, settings.text("authUrl"), null, "", parameters, null, redirect)));
        }
        if (grant == Grant.IMPLICIT) {
            return new Fruit(implicit(parameters), secrecy.nonce());
        }
        var code = parameters.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw new NoToken(Faults.noCode("a code"));
        }
        talk.good("Redirect", "The person was sent back with a code.");
        var reply = talk.send(requests.code(settings, code, redirect, secrecy.verifier()), "Token request");
        return new Fruit(Answers.granted(reply, Evidence.Stage.TOKEN, settings, redirect), secrecy.nonce());
    }

    private static String redirect(OAuthSettings settings, UserAgent agent) throws NoToken {
        try {
            return agent.ready(settings.redirect()).toString();
        } catch (UserAgent.Unusable e) {
            throw new NoToken(Faults.redirectUnusable(e.getMessage(), settings.redirect()));
        }
    }

    static URI page(OAuthSettings s, Grant grant, String redirect, Secrecy secrecy) throws NoToken {
        var form = new Form().put("response_type", grant != Grant.IMPLICIT ? "code" : s.openId() ? "id_token token" : "token")
                .put("client_id", s.clientId()).put("redirect_uri", redirect).put("scope", s.scope()).put("state", secrecy.state()).put("nonce", secrecy.nonce());
        if (!secrecy.verifier().isEmpty()) {
            form.put("code_challenge", secrecy.challenge(s.plainChallenge())).put("code_challenge_method", s.plainChallenge() ? "plain" : "S256");
        }
        form.putAll("audience", s.audiences()).putAll("resource", s.resources());
        return uri(form.page(s.text("authUrl"), s.authExtras()));
    }

    static URI uri(String url) throws NoToken {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || !uri.getScheme().matches("(?i)https?")) {
                throw new NoToken(Faults.badUrl("The page of the login", Words.shown(url), "it does not begin with https:// or http:// and a host"));
            }
            return uri;
        } catch (java.net.URISyntaxException e) {
            throw new NoToken(Faults.badUrl("The page of the login", Words.shown(url), e.getReason()));
        }
    }

    private UserAgent.Came.Redirected arrived(UserAgent.Came came, OAuthSettings settings, String redirect) throws NoToken {
        return switch (came) {
            case UserAgent.Came.Redirected redirected -> redirected;
            case UserAgent.Came.Refused(var url, var text) -> {
                talk.bad("Login page", "The provider shows an error at " + Words.shown(url) + ", and sends nobody back.");
                throw new NoToken(Doctor.of(Evidence.ofPage(settings, url, text, redirect)));
            }
            case UserAgent.Came.Ended(var reason) -> throw new NoToken(new LoginResult.Ended(reason));
            case UserAgent.Came.Broken(var sentence) -> throw new NoToken(Faults.browser(sentence));
        };
    }

    /// The agent takes no other; this is for one that did.
    private void checkState(Map<String, String> parameters, String state) throws NoToken {
        var came = parameters.getOrDefault("state", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(came, state.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            throw refused(Faults.wrongState());
        }
    }

    /// RFC 9207 §2.4: an issuer that differs ends the login, also one that is silent although it promised to speak.
    private void checkIssuer(OAuthSettings settings, Map<String, String> parameters) throws NoToken {
        var came = parameters.getOrDefault("iss", "");
        var named = completion.read().map(Discovery.Document::issuer).orElse("");
        var expected = named.isEmpty() ? settings.text("issuer") : named;
        if (came.isEmpty() && completion.read().filter(Discovery.Document::saysIssuer).isPresent()) {
            throw refused(Faults.noIssuer(expected));
        }
        if (came.isEmpty()) {
            return;
        }
        if (expected.isEmpty()) {
            talk.info("Issuer", "The redirect names the issuer " + came + "; the settings name none to compare it with.");
        } else if (came.equals(expected) || named.isEmpty() && bare(came).equals(bare(expected))) {
            talk.good("Issuer", "The redirect comes from the issuer that was asked.");
        } else {
            throw refused(Doctor.mixedUp(expected, came));
        }
    }

    private static String bare(String url) {
        return url.replaceFirst("/+$", "");
    }

    private NoToken refused(Finding finding) {
        talk.bad("Redirect refused", finding.sentence());
        return new NoToken(finding);
    }

    private Granted implicit(Map<String, String> parameters) throws NoToken {
        var fields = new HashMap<String, Object>(parameters);
        for (var own : new String[]{"state", "iss", "session_state"}) {
            fields.remove(own);
        }
        var granted = new Granted(fields);
        if (!granted.any()) {
            throw new NoToken(Faults.noCode("a token"));
        }
        talk.good("Redirect", "The person was sent back with a token.");
        return granted;
    }
}

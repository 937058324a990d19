package dev.posthorn.oauth.agent;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The small pages that the browser shows after a login: whole in themselves, light or dark as the browser is, without scripts but the one
/// that reads a fragment.
///
/// @param policy the Content-Security-Policy that goes with it
record CallbackPage(int status, String policy, String html) {

    /// Fields of the form that the fragment page sends.
    static final String KEY = "posthorn_key";
    static final String FRAGMENT = "posthorn_fragment";

    private static final String NOTHING = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; ";

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:#f6f8fa;color:#1f2328}
            main{max-width:26rem;margin:1.5rem;padding:2rem 2.25rem;background:#fff;border:1px solid #d1d9e0;border-radius:10px;text-align:center}
            .mark{width:44px;height:44px;margin:0 auto 1rem;border-radius:50%;display:grid;place-items:center;font-size:24px;color:#fff}
            .good{background:#1a7f37}.bad{background:#cf222e}.wait{background:#59636e}
            h1{font-size:19px;font-weight:600;margin:0 0 .5rem}p{margin:.5rem 0 0;color:#59636e;overflow-wrap:anywhere}
            code{font-family:ui-monospace,monospace;font-size:13px}
            @media(prefers-color-scheme:dark){body{background:#0d1117;color:#f0f6fc}main{background:#151b23;border-color:#3d444d}p{color:#9198a1}
            .good{background:#238636}.bad{background:#da3633}.wait{background:#656c76}}
            """;

    static CallbackPage of(Doorkeeper.Verdict verdict, String nonce) {
        return switch (verdict) {
            case Doorkeeper.Verdict.Taken(var came) -> came.parameters().containsKey("error") ? failed(came.parameters()) : done();
            case Doorkeeper.Verdict.AskForFragment(var key) -> fragment(key, nonce);
            case Doorkeeper.Verdict.Refused(var status, var reason) -> refused(status, reason);
        };
    }

    private static CallbackPage done() {
        return plain(200, "good", "✓", "You are logged in", "<p>You can close this window and go back to Posthorn.</p>");
    }

    private static CallbackPage failed(Map<String, String> parameters) {
        var description = parameters.getOrDefault("error_description", "");
        return plain(200, "bad", "!", "The login was not completed", "<p>" + (description.isEmpty() ? "" : escaped(description) + "<br>")
                + "<code>" + escaped(parameters.get("error")) + "</code></p><p>You can close this window. Posthorn says what can be done.</p>");
    }

    static CallbackPage refused(int status, String reason) {
        var said = reason.isEmpty() ? "There is nothing here." : "It was refused: " + reason + ".";
        return plain(status, "bad", "!", "This is not the login that Posthorn waits for",
                "<p>" + escaped(said) + "</p><p>Go back to Posthorn; if no login is under way there, begin a new one.</p>");
    }

    private static CallbackPage plain(int status, String kind, String mark, String title, String text) {
        return new CallbackPage(status, NOTHING + "form-action 'none'", page(kind, mark, title, text));
    }

    /// Takes the fragment out of the address bar, and posts it to us; what it brings is decided by us alone.
    private static CallbackPage fragment(String key, String nonce) {
        var script = """
                <form method="post" id="f"><input type="hidden" name="%s" value="%s"><input type="hidden" name="%s" id="v"></form>
                <script nonce="%s">
                var h=location.hash.slice(1);
                if(h){document.getElementById('v').value=h;document.getElementById('f').action=location.pathname+location.search;
                history.replaceState(null,'',location.pathname+location.search);document.getElementById('f').submit()}
                else{document.getElementById('t').textContent='Nothing came with this redirect';
                document.getElementById('p').textContent='The provider sent neither a code nor an error. Go back to Posthorn and look at the settings of the login.'}
                </script>
                <noscript><p>Your browser runs no scripts here. Copy the whole address above and paste it in Posthorn.</p></noscript>
                """.formatted(KEY, key, FRAGMENT, nonce);
        return new CallbackPage(200, NOTHING + "form-action 'self'; script-src 'nonce-" + nonce + "'",
                page("wait", "…", "One moment", "<p id=\"p\">The login goes on in Posthorn.</p>" + script).replace("<h1>", "<h1 id=\"t\">"));
    }

    private static String page(String kind, String mark, String title, String text) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" + title
                + " · Posthorn</title><style>" + STYLE + "</style></head><body><main><div class=\"mark " + kind + "\" aria-hidden=\"true\">" + mark + "</div><h1>" + title + "</h1>"
                + text + "</main></body></html>\n";
    }

    private static String escaped(String text) {
        var shown = text.length() > 500 ? text.substring(0, 500) + "…" : text;
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /// The whole answer, after which the connection is closed.
    byte[] bytes() {
        var body = html.getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 " + status + " " + (status == 200 ? "OK" : "Refused") + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nCache-Control: no-store\r\nContent-Security-Policy: " + policy + "\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
                + "X-Frame-Options: DENY\r\nConnection: close\r\n\r\n";
        var all = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
        System.arraycopy(body, 0, all, head.length(), body.length);
        return all;
    }
}

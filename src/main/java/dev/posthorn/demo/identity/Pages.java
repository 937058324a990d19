package dev.posthorn.demo.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The identity server's pages for people.
final class Pages {

    private static final String STYLE = "body{font:15px system-ui,sans-serif;margin:3rem auto;max-width:26rem;padding:0 1rem}"
            + "input,button{font:inherit}label{display:block;margin:.6rem 0}input[type=text],input[type=password]{display:block;width:100%;padding:.4rem;box-sizing:border-box}"
            + "button{padding:.5rem 1.2rem;margin:1rem .6rem 0 0}.bad{color:#b42318}code{word-break:break-all}";

    private Pages() {}

    static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title>\n<style>" + STYLE + "</style></head>\n<body><h1>"
                + escaped(title) + "</h1>\n" + body + "\n</body></html>\n";
    }

    static String said(String title, String sentence) {
        return page(title, "<p>" + escaped(sentence) + "</p>");
    }

    /// As providers show what they cannot tell the program that asked.
    static Answer refused(int status, String error, String description) {
        return Answer.page(status, page("Access blocked", "<p class=\"bad\">Error " + status + ": <b>" + escaped(error) + "</b></p>\n<p>" + escaped(description) + "</p>"));
    }

    static Answer notFound(String path) {
        return Answer.page(404, page("404 Not Found", "<p>There is nothing at <code>" + escaped(path) + "</code>.</p>"));
    }

    static Answer unavailable() {
        return Answer.page(503, page("503 Service Unavailable", "<p>The server is out of order for a while.</p>"));
    }

    static Answer application() {
        return Answer.page(200, page("Welcome to the application", "<p>Please enable JavaScript to run this application.</p><div id=\"root\"></div>"));
    }

    static String login(Visit visit, AuthorizationRequest request, String user, String trouble) {
        var body = "<p><b>" + escaped(request.client().id()) + "</b> would like to act for you.</p>\n" + trouble(trouble)
                + "<form method=\"post\" action=\"" + escaped(visit.base()) + "/authorize\">\n"
                + hidden("request", Forms.text(visit.asked().parameters()))
                + (user.isEmpty() ? credentials(request.hint()) : "<p>You are logged in as <b>" + escaped(user) + "</b>.</p>\n") + boxes(request.scopes()) + buttons();
        return page("Log in", body);
    }

    static String activate(Visit visit, String code, List<String> scopes, String trouble) {
        var body = "<p>Type the code that your device shows.</p>\n" + trouble(trouble) + "<form method=\"post\" action=\"" + escaped(visit.base()) + "/activate\">\n"
                + "<label>Code <input type=\"text\" name=\"user_code\" value=\"" + escaped(code) + "\"></label>\n" + credentials("") + boxes(scopes) + buttons();
        return page("Log in a device", body);
    }

    private static String trouble(String trouble) {
        return trouble.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + escaped(trouble) + "</p>\n";
    }

    private static String credentials(String user) {
        return "<label>User name <input type=\"text\" name=\"user\" value=\"" + escaped(user) + "\" autocomplete=\"username\" placeholder=\"ann\"></label>\n"
                + "<label>Password <input type=\"password\" name=\"password\" autocomplete=\"current-password\" placeholder=\"secret\"></label>\n";
    }

    private static String boxes(List<String> scopes) {
        return scopes.stream().map(s -> "<label><input type=\"checkbox\" name=\"granted\" value=\"" + escaped(s) + "\" checked> " + escaped(s) + "</label>\n")
                .collect(Collectors.joining());
    }

    private static String buttons() {
        return "<button name=\"decision\" value=\"allow\">Allow</button><button name=\"decision\" value=\"deny\">Deny</button>\n</form>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">\n";
    }

    /// OAuth 2.0 Form Post Response Mode.
    static String sendingItself(String where, Map<String, Object> fields) {
        var inputs = fields.entrySet().stream().map(e -> hidden(e.getKey(), String.valueOf(e.getValue()))).collect(Collectors.joining());
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Going back</title></head>\n<body onload=\"document.forms[0].submit()\">\n"
                + "<form method=\"post\" action=\"" + escaped(where) + "\">\n" + inputs + "<noscript><button>Go on</button></noscript>\n</form></body></html>\n";
    }

    static String clients(List<Client> all) {
        var rows = all.stream().map(c -> "<tr><td><b>" + escaped(c.id()) + "</b></td><td>" + escaped(c.secret().isEmpty() ? "(none)" : c.secret()) + "</td><td>"
                + list(c.redirects()) + "</td><td>" + list(c.scopes()) + "</td><td>" + list(c.methods().stream().sorted().toList()) + "</td><td>" + c.lifetime() + " s</td><td>"
                + escaped(c.says()) + "</td></tr>").collect(Collectors.joining("\n"));
        return wide("Clients", "<p>People: ann and bob, with the password secret; carl, whose account is locked.</p>\n<table><tr><th>Client ID</th><th>Secret</th>"
                + "<th>Redirect URIs</th><th>Scopes</th><th>Proves itself by</th><th>Access tokens live</th><th></th></tr>\n" + rows + "</table>");
    }

    static String index(String base, List<String> paths) {
        var rows = paths.stream().map(p -> "<li><a href=\"" + escaped(base + p) + "\">" + escaped(base + p) + "</a></li>").collect(Collectors.joining("\n"));
        return wide("Posthorn identity server", "<p>The issuer is <code>" + escaped(base) + "</code>. Under <code>" + escaped(base)
                + "/with/&lt;fault&gt;,&lt;fault&gt;:&lt;number&gt;</code> it has these faults.</p>\n<ul>\n" + rows + "</ul>");
    }

    private static String wide(String title, String body) {
        return page(title, body).replace("max-width:26rem", "max-width:90rem;font-size:14px").replace("</style>", "td,th{text-align:left;vertical-align:top;padding:.2rem 1rem .2rem 0}</style>");
    }

    private static String list(List<String> words) {
        return words.stream().map(Pages::escaped).collect(Collectors.joining("<br>"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

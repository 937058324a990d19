package dev.posthorn.ui.request;

import dev.posthorn.model.Switch;
import java.util.List;

/// One line of the settings form: a switch of a request, folder or collection, in words.
sealed interface Setting {

    Switch which();

    String label();

    String explanation();

    /// `inverted`: the file says when it is off (disableCookies).
    record Flag(Switch which, String label, String explanation, boolean preset, boolean inverted) implements Setting {}

    record Number(Switch which, String label, String explanation, int preset, String unit) implements Setting {}

    /// The version of HTTP, which has two keys in the file.
    record Version(Switch which, String label, String explanation) implements Setting {}

    /// The versions of TLS that are offered; the file has those that are not.
    record TlsVersions(Switch which, String label, String explanation) implements Setting {}

    /// Names of cipher suites, in order.
    record Ciphers(Switch which, String label, String explanation) implements Setting {}

    /// Names of automatic headers.
    record Headers(Switch which, String label, String explanation) implements Setting {}

    record Group(String title, List<Setting> settings) {}

    List<Group> GROUPS = List.of(
            new Group("Redirects", List.of(
                    new Flag(Switch.FOLLOW_REDIRECTS, "Follow redirects", "Go on to where a 3xx answer points.", true, false),
                    new Number(Switch.MAX_REDIRECTS, "Most redirects", "Stop after that many.", 10, "redirects"),
                    new Flag(Switch.ORIGINAL_METHOD, "Keep the method on redirects", "Do not turn POST into GET on 301, 302 and 303.", false, false),
                    new Flag(Switch.KEEP_AUTHORIZATION, "Keep Authorization on redirects", "Also to another host, which then learns it.", false, false),
                    new Flag(Switch.NO_REFERER, "Send Referer on redirects", "Tells each stop where it was sent from.", true, true))),
            new Group("Protocol", List.of(
                    new Version(Switch.VERSION, "HTTP version", "HTTP/2 alone fails where the server has only 1.1. Without TLS it needs a server that expects it."))),
            new Group("TLS", List.of(
                    new Flag(Switch.STRICT_SSL, "Verify TLS certificates", "Refuse servers that cannot prove who they are.", true, false),
                    new TlsVersions(Switch.TLS_OFF, "TLS versions", "What is offered to the server. Java has switched 1.0 and 1.1 off: they are never offered."),
                    new Ciphers(Switch.CIPHERS, "Cipher suites", "Only these are offered, in this order; empty for Java's own. Names as in OpenSSL or the standard."),
                    new Flag(Switch.SERVER_CIPHERS, "Prefer the server's cipher order", "No effect here: the server chooses among those offered, whatever a client wishes. Kept for Postman.", false, false))),
            new Group("Cookies, URL, headers and body", List.of(
                    new Flag(Switch.NO_COOKIES, "Use cookies", "Send the jar's cookies, and keep those that come.", true, true),
                    new Flag(Switch.NO_URL_ENCODING, "Encode the URL", "Write spaces and other special characters as %XX. Off: it goes out as typed.", true, true),
                    new Headers(Switch.HEADERS_OFF, "Automatic headers left out", "Names such as user-agent; the Headers tab of a request has them one by one."),
                    new Flag(Switch.KEEP_BODY, "Send a body with GET and HEAD", "Also with COPY, PURGE and UNLOCK. Off: it is left away.", true, false),
                    new Flag(Switch.LENIENT_PARSER, "Strict HTTP parser", "No effect here: it is a switch of Node.js. Broken answers are said in words. Kept for Postman.", false, true))),
            new Group("Timeouts", List.of(
                    new Number(Switch.CONNECT_TIMEOUT, "Connecting", "DNS, connect and TLS together; 0 waits without end.", 30_000, "ms"),
                    new Number(Switch.TIMEOUT, "Whole request", "With all redirects, to the last byte; 0 waits without end.", 0, "ms"))));

    static List<Setting> all() {
        return GROUPS.stream().flatMap(group -> group.settings().stream()).toList();
    }
}

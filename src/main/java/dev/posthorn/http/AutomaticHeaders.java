package dev.posthorn.http;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The headers that are added to what the user wrote, so that an ordinary server answers: those of Postman, in its order.
///
/// 1. What the user wrote wins: a header of the same name is never added a second time. One exception, as in Postman: a Content-Type that
///    does not fit a form gives way to the right one, unless the automatic Content-Type is switched off.
/// 2. Each can be switched off by its name in lower case (Postman's `disabledSystemHeaders`; `postman-token` is the key of Posthorn-Token).
/// 3. Host stands first, as RFC 9110 §7.2 asks (Postman sends it after its token) and without the port where that is the scheme's own; the user's
///    own follow in their order and case, duplicates where they stand (Postman moves them together); the others come after them.
/// 4. Accept-Encoding names what Postman names. zstd is decoded too, but asking for it would get other answers than Postman gets.
/// 5. Posthorn-Token is a new UUID for each send: it finds this very request in the logs of the server.
/// 6. A body without Content-Length goes out in chunks; Postman then sends it without any framing, and no server can tell where it ends.
/// 7. Several Cookie headers are joined, then those of the jar follow, in one header (RFC 6265 §5.4).
public final class AutomaticHeaders {

    /// What a header shows before its value can be known.
    public static final String LATER = "<calculated when sent>";

    /// The methods that say nothing of a body that is not there; all others announce its length, 0.
    private static final Set<String> SILENT = Set.of("GET", "HEAD", "TRACE", "DELETE", "CONNECT", "OPTIONS");
    private static final String TOKEN = "Posthorn-Token";
    private static final String FORM = "application/x-www-form-urlencoded";

    /// What becomes of an automatic header: it is sent, it is switched off, the user's own stands in its place, or it takes the place of the
    /// user's own (rule 1).
    public enum State { SENT, OFF, OVERRIDDEN, REPLACING }

    /// One automatic header. `key` is its name in `disabledSystemHeaders`.
    public record Row(Header header, String key, State state) {}

    /// What only the send knows.
    record Given(Target target, String length, String cookie, String token) {}

    private final String userAgent;
    private final Supplier<String> tokens;

    public AutomaticHeaders(String userAgent) {
        this(userAgent, () -> UUID.randomUUID().toString());
    }

    /// @param tokens gives each send its Posthorn-Token
    public AutomaticHeaders(String userAgent, Supplier<String> tokens) {
        this.userAgent = userAgent;
        this.tokens = tokens;
    }

    String token() {
        return tokens.get();
    }

    /// The whole list for the wire.
    List<Header> complete(String method, List<Header> own, Payload payload, Given given, Set<String> off) {
        var rows = rows(method, own, payload, new Known(given.target().authority(), boundary(payload), given.length(), given.cookie(), given.token()), off);
        var all = new ArrayList<Header>();
        all.addAll(sent(rows.stream().filter(r -> r.header().name().equals("Host"))));
        all.addAll(typed(own, rows));
        var credentials = given.target().userInfo();
        if (!credentials.isEmpty() && Header.first(own, "Authorization").isEmpty()) {
            all.add(new Header("Authorization", "Basic " + basic(credentials)));
        }
        all.addAll(sent(rows.stream().filter(r -> !r.header().name().equals("Host") && !r.header().name().equals("Cookie"))));
        if (chunked(own, payload, off)) {
            all.add(new Header("Transfer-Encoding", "chunked"));
        }
        return cookies(all, rows);
    }

    /// The rows for the Headers tab, those that are not sent included.
    ///
    /// @param host   the value of Host, empty where it cannot be known yet
    /// @param cookie what the jar adds, empty for nothing
    public List<Row> preview(String method, List<Header> own, Payload payload, String host, String cookie, Set<String> off) {
        var boundary = payload instanceof Payload.Multipart(var chosen, _) && !chosen.isEmpty() ? chosen : LATER;
        return rows(method, own, payload, new Known(host.isEmpty() ? LATER : host, boundary, LATER, cookie, LATER), off);
    }

    private record Known(String host, String boundary, String length, String cookie, String token) {}

    private List<Row> rows(String method, List<Header> own, Payload payload, Known known, Set<String> off) {
        var rows = new ArrayList<Row>();
        rows.add(row("Host", known.host(), own, off));
        var type = contentType(payload, known.boundary());
        if (!type.isEmpty()) {
            var plain = row("Content-Type", type, own, off);
            var forced = plain.state() == State.OVERRIDDEN && !off.contains("content-type") && misfit(own, payload);
            rows.add(forced ? new Row(new Header("Content-Type", fitting(own, type, known.boundary())), plain.key(), State.REPLACING) : plain);
        }
        rows.add(row("User-Agent", userAgent, own, off));
        rows.add(row("Accept", "*/*", own, off));
        rows.add(row("Cache-Control", "no-cache", own, off));
        rows.add(row(TOKEN, known.token(), own, off));
        rows.add(row("Accept-Encoding", "gzip, deflate, br", own, off));
        rows.add(row("Connection", "keep-alive", own, off));
        var bare = payload instanceof Payload.Empty;
        if (Header.first(own, "Transfer-Encoding").isEmpty() && (!bare || !SILENT.contains(method.toUpperCase(Locale.ROOT)))) {
            rows.add(row("Content-Length", bare ? "0" : known.length(), own, off));
        }
        if (!known.cookie().isEmpty()) {
            rows.add(new Row(new Header("Cookie", known.cookie()), "cookie", off.contains("cookie") ? State.OFF : State.SENT));
        }
        return rows;
    }

    private static Row row(String name, String value, List<Header> own, Set<String> off) {
        var token = name.equals(TOKEN);
        var mine = Header.first(own, name).isPresent() || token && Header.first(own, "Postman-Token").isPresent();
        var key = token ? "postman-token" : name.toLowerCase(Locale.ROOT);
        var state = mine ? State.OVERRIDDEN : off.contains(key) || off.contains(name.toLowerCase(Locale.ROOT)) ? State.OFF : State.SENT;
        return new Row(new Header(name, value), key, state);
    }

    private static List<Header> sent(Stream<Row> rows) {
        return rows.filter(r -> r.state() == State.SENT).map(Row::header).toList();
    }

    private static boolean chunked(List<Header> own, Payload payload, Set<String> off) {
        return !(payload instanceof Payload.Empty) && off.contains("content-length") && Header.first(own, "Content-Length").isEmpty()
                && Header.first(own, "Transfer-Encoding").isEmpty();
    }

    /// A Content-Type of the user's own with which nobody could read the form that follows.
    private static boolean misfit(List<Header> own, Payload payload) {
        var type = Header.first(own, "Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (payload) {
            case Payload.Multipart _ -> !type.startsWith("multipart/") || !type.contains("boundary=");
            case Payload.Bytes bytes -> bytes.contentType().equals(FORM) && !type.startsWith(FORM);
            case Payload.Empty _, Payload.FromFile _ -> false;
        };
    }

    /// `multipart/mixed` without a boundary stays what it is and gets one; everything else becomes the type of the form.
    private static String fitting(List<Header> own, String type, String boundary) {
        var mine = Header.first(own, "Content-Type").orElse("");
        return mine.strip().toLowerCase(Locale.ROOT).startsWith("multipart/") ? mine + "; boundary=" + boundary : type;
    }

    /// The user's own headers, with the Content-Type that takes the place of his.
    private static List<Header> typed(List<Header> own, List<Row> rows) {
        var replacing = rows.stream().filter(r -> r.state() == State.REPLACING).map(r -> r.header().value()).findFirst();
        return replacing.isEmpty() ? own : own.stream().map(h -> h.is("Content-Type") ? new Header(h.name(), replacing.get()) : h).toList();
    }

    private static List<Header> cookies(List<Header> all, List<Row> rows) {
        var values = new ArrayList<>(all.stream().filter(h -> h.is("Cookie") && !h.value().isBlank()).map(Header::value).toList());
        rows.stream().filter(r -> r.header().name().equals("Cookie") && r.state() == State.SENT).forEach(r -> values.add(r.header().value()));
        var first = all.stream().filter(h -> h.is("Cookie")).findFirst();
        if (values.isEmpty()) {
            return all;
        }
        var joined = new Header(first.map(Header::name).orElse("Cookie"), String.join("; ", values));
        var out = new ArrayList<Header>();
        for (var header : all) {
            if (!header.is("Cookie")) {
                out.add(header);
            } else if (!out.contains(joined)) {
                out.add(joined);
            }
        }
        if (first.isEmpty()) {
            out.add(joined);
        }
        return out;
    }

    private static String basic(String userInfo) {
        var decoded = UrlText.decoded(userInfo.contains(":") ? userInfo : userInfo + ":");
        return Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    private static String boundary(Payload payload) {
        return payload instanceof Payload.Multipart(var boundary, _) ? boundary : "";
    }

    private static String contentType(Payload payload, String boundary) {
        return switch (payload) {
            case Payload.Empty() -> "";
            case Payload.Bytes bytes -> bytes.contentType();
            case Payload.FromFile file -> file.contentType();
            case Payload.Multipart _ -> "multipart/form-data; boundary=" + boundary;
        };
    }
}

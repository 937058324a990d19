package dev.posthorn.http;

import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The headers that are added to what the user wrote, so that an ordinary server answers.
///
/// 1. What the user wrote wins: a header of the same name is never added a second time.
/// 2. Each can be switched off by its name in lower case (Postman's `disabledSystemHeaders`).
/// 3. Host stands first, the user's own follow in their order and case, the others come after them.
public final class AutomaticHeaders {

    /// What a header shows before its value can be known.
    public static final String LATER = "<calculated when sent>";

    private final String userAgent;

    public AutomaticHeaders(String userAgent) {
        this.userAgent = userAgent;
    }

    /// The whole list for the wire.
    ///
    /// @param length of the payload in bytes
    List<Header> complete(String method, List<Header> own, Payload payload, Target target, long length, String cookie, Set<String> off) {
        var all = new ArrayList<Header>();
        add(all, own, off, "Host", target.authority());
        all.addAll(typed(own, payload));
        if (!target.userInfo().isEmpty()) {
            var credentials = UrlText.decoded(target.userInfo()).getBytes(StandardCharsets.UTF_8);
            add(all, own, off, "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        all.addAll(common(own, off));
        add(all, own, off, "Content-Type", contentType(payload));
        framing(all, own, off, method, payload, Long.toString(length));
        if (!cookie.isEmpty()) {
            addCookie(all, cookie);
        }
        return all;
    }

    /// The rows for the Headers tab, with placeholders where a value depends on the send.
    public List<Header> preview(String method, List<Header> own, Payload payload, boolean cookies, Set<String> off) {
        var all = new ArrayList<Header>();
        add(all, own, off, "Host", LATER);
        all.addAll(common(own, off));
        add(all, own, off, "Content-Type", payload instanceof Payload.Multipart ? "multipart/form-data; boundary=" + LATER : contentType(payload));
        framing(all, own, off, method, payload, LATER);
        if (cookies) {
            all.add(new Header("Cookie", LATER));
        }
        return all;
    }

    private List<Header> common(List<Header> own, Set<String> off) {
        var all = new ArrayList<Header>();
        add(all, own, off, "User-Agent", userAgent);
        add(all, own, off, "Accept", "*/*");
        add(all, own, off, "Accept-Encoding", "gzip, deflate, br");
        add(all, own, off, "Connection", "keep-alive");
        return all;
    }

    private static void framing(List<Header> all, List<Header> own, Set<String> off, String method, Payload payload, String length) {
        if (Header.first(own, "Transfer-Encoding").isPresent()) {
            return;
        }
        if (payload instanceof Payload.Empty) {
            if (Set.of("POST", "PUT", "PATCH").contains(method)) {
                add(all, own, off, "Content-Length", "0");
            }
        } else if (off.contains("content-length") && Header.first(own, "Content-Length").isEmpty()) {
            add(all, own, Set.of(), "Transfer-Encoding", "chunked");
        } else {
            add(all, own, off, "Content-Length", length);
        }
    }

    private static void add(List<Header> all, List<Header> own, Set<String> off, String name, String value) {
        if (!value.isEmpty() && !off.contains(name.toLowerCase(Locale.ROOT)) && Header.first(own, name).isEmpty()) {
            all.add(new Header(name, value));
        }
    }

    /// A multipart Content-Type that the user wrote without a boundary gets ours: nobody could read the body otherwise.
    private static List<Header> typed(List<Header> own, Payload payload) {
        if (!(payload instanceof Payload.Multipart multipart)) {
            return own;
        }
        return own.stream().map(h -> h.is("Content-Type") && h.value().regionMatches(true, 0, "multipart/", 0, 10) && !h.value().contains("boundary=")
                ? new Header(h.name(), h.value() + "; boundary=" + multipart.boundary()) : h).toList();
    }

    /// Cookies of the jar follow those that the user wrote, in one header (RFC 6265 §5.4).
    private static void addCookie(List<Header> all, String cookie) {
        for (var i = 0; i < all.size(); i++) {
            var mine = all.get(i);
            if (mine.is("Cookie")) {
                all.set(i, new Header(mine.name(), mine.value().isBlank() ? cookie : mine.value() + "; " + cookie));
                return;
            }
        }
        all.add(new Header("Cookie", cookie));
    }

    private static String contentType(Payload payload) {
        return switch (payload) {
            case Payload.Empty() -> "";
            case Payload.Bytes bytes -> bytes.contentType();
            case Payload.FromFile file -> file.contentType();
            case Payload.Multipart multipart -> "multipart/form-data; boundary=" + multipart.boundary();
        };
    }
}

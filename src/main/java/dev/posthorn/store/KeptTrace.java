package dev.posthorn.store;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Flow;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Security;
import dev.posthorn.model.Trace;
import dev.posthorn.tree.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was seen of an exchange in the form in which the history keeps it, without secrets, and back. Rows of older versions have none of it.
final class KeptTrace {

    private static final int MOST_FRAMES = 120;

    private KeptTrace() {}

    static Map<String, Object> of(Trace trace, Redaction redaction) {
        var map = new LinkedHashMap<String, Object>();
        map.put("connection", connection(trace.connection()));
        map.put("interim", trace.interim().stream().map(i -> interim(i, redaction)).toList());
        map.put("trailers", headers(redaction.headers(trace.trailers())));
        map.put("requestHead", redaction.head(trace.heads().request()));
        map.put("responseHead", redaction.head(trace.heads().response()));
        map.put("raw", trace.heads().raw());
        map.put("flow", List.of(trace.flow().sent(), trace.flow().received(), trace.flow().extra()));
        map.put("frames", trace.flow().frames().stream().limit(MOST_FRAMES).map(KeptTrace::frame).toList());
        return map;
    }

    private static Map<String, Object> connection(Connection connection) {
        var map = new LinkedHashMap<String, Object>();
        map.put("local", connection.local());
        map.put("remote", connection.remote());
        map.put("proxy", connection.proxy());
        map.put("reused", connection.reused());
        var security = connection.security();
        if (security != null) {
            map.put("tls", security.version());
            map.put("cipher", security.cipher());
            map.put("verified", security.verified());
            map.put("client", security.client());
            map.put("chain", security.chain().stream().map(KeptTrace::certificate).toList());
        }
        return map;
    }

    private static Map<String, Object> certificate(Certificate c) {
        var map = new LinkedHashMap<String, Object>();
        map.put("subject", c.subject());
        map.put("issuer", c.issuer());
        map.put("serial", c.serial());
        map.put("from", c.notBefore().toEpochMilli());
        map.put("to", c.notAfter().toEpochMilli());
        map.put("names", c.names());
        map.put("key", c.key());
        map.put("signature", c.signature());
        map.put("sha256", c.sha256());
        return map;
    }

    private static Map<String, Object> interim(Interim interim, Redaction redaction) {
        var map = new LinkedHashMap<String, Object>();
        map.put("status", interim.status());
        map.put("reason", interim.reason());
        map.put("headers", headers(redaction.headers(interim.headers())));
        map.put("after", interim.after().toNanos());
        return map;
    }

    private static List<Object> frame(Frame f) {
        return List.of(f.sent() ? 1 : 0, f.after().toNanos(), f.type(), f.flags(), f.stream(), f.count(), f.length(), f.detail());
    }

    static List<List<String>> headers(List<Header> headers) {
        return headers.stream().map(h -> List.of(h.name(), h.value())).toList();
    }

    /// @param kept null where the row has none
    static Trace read(Json.Obj kept) {
        if (kept == null) {
            return Trace.NONE;
        }
        var flow = kept.list("flow");
        var frames = kept.list("frames").stream().map(f -> frame(((Json.Arr) f).elements())).toList();
        return new Trace(connection(kept.object("connection")), kept.list("interim").stream().map(i -> interim((Json.Obj) i)).toList(), read(kept.list("trailers")),
                new Heads(kept.text("requestHead"), kept.text("responseHead"), kept.flag("raw")), flow.size() < 3 ? Flow.NONE : new Flow(number(flow.get(0)), number(flow.get(1)),
                number(flow.get(2)), frames));
    }

    private static Connection connection(Json.Obj kept) {
        if (kept == null) {
            return Connection.NONE;
        }
        var security = kept.has("tls") ? new Security(kept.text("tls"), kept.text("cipher"), kept.list("chain").stream().map(c -> certificate((Json.Obj) c)).toList(),
                kept.flag("verified"), kept.text("client")) : null;
        return new Connection(kept.text("local"), kept.text("remote"), kept.text("proxy"), kept.flag("reused"), security);
    }

    private static Certificate certificate(Json.Obj kept) {
        return new Certificate(kept.text("subject"), kept.text("issuer"), kept.text("serial"), Instant.ofEpochMilli(number(kept.get("from"))),
                Instant.ofEpochMilli(number(kept.get("to"))), kept.list("names").stream().map(KeptTrace::text).toList(), kept.text("key"), kept.text("signature"), kept.text("sha256"));
    }

    private static Interim interim(Json.Obj kept) {
        return new Interim((int) number(kept.get("status")), kept.text("reason"), read(kept.list("headers")), Duration.ofNanos(number(kept.get("after"))));
    }

    private static Frame frame(List<Json> f) {
        return new Frame(number(f.get(0)) == 1, Duration.ofNanos(number(f.get(1))), text(f.get(2)), text(f.get(3)), (int) number(f.get(4)), (int) number(f.get(5)), number(f.get(6)),
                text(f.get(7)));
    }

    static List<Header> read(List<Json> kept) {
        return kept.stream().map(Json.Arr.class::cast).map(pair -> new Header(text(pair.elements().get(0)), text(pair.elements().get(1)))).toList();
    }

    private static String text(Json value) {
        return ((Json.Text) value).value();
    }

    private static long number(Json value) {
        return value instanceof Json.Num number ? Long.parseLong(number.text()) : -1;
    }
}

package dev.posthorn.exports;

import static dev.posthorn.exports.HarParts.map;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Security;
import dev.posthorn.model.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What HAR 1.2 has no field for: TLS, proxy, interim answers, trailers, frames. Its own fields begin with an underscore, as the standard asks.
final class HarOfTrace {

    private HarOfTrace() {}

    /// The members of an entry.
    ///
    /// @param answered who answered, where the connection does not say it; empty for nobody
    static void ofConnection(Map<String, Object> entry, Connection connection, String answered) {
        var remote = connection.remote().isEmpty() ? answered : connection.remote();
        if (!remote.isEmpty()) {
            entry.put("serverIPAddress", host(remote));
            entry.put("connection", port(connection.local().isEmpty() ? remote : connection.local()));
            entry.put("_serverPort", port(remote));
        }
        if (connection.local().isEmpty()) {
            return;
        }
        entry.put("_connectionReused", connection.reused());
        if (!connection.proxy().isEmpty()) {
            entry.put("_proxy", connection.proxy());
        }
        if (connection.security() != null) {
            entry.put("_securityDetails", security(connection.security()));
        }
    }

    private static String host(String address) {
        var colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon).replaceAll("[\\[\\]]", "");
    }

    private static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    private static Map<String, Object> security(Security security) {
        return map("protocol", security.version(), "cipher", security.cipher(), "verified", security.verified(), "clientCertificate", security.client(),
                "certificates", security.chain().stream().map(HarOfTrace::certificate).toList());
    }

    private static Map<String, Object> certificate(Certificate c) {
        return map("subject", c.subject(), "issuer", c.issuer(), "serialNumber", c.serial(), "validFrom", c.notBefore().toString(), "validTo", c.notAfter().toString(),
                "subjectAlternativeNames", c.names(), "key", c.key(), "signature", c.signature(), "fingerprintSha256", c.sha256());
    }

    /// The members of a response.
    ///
    /// @param shown hides what must not be shown of headers
    static void ofAnswer(Map<String, Object> response, Trace trace, UnaryOperator<List<Header>> shown) {
        if (trace.flow().received() > 0) {
            response.put("_transferSize", trace.flow().received());
        }
        if (!trace.interim().isEmpty()) {
            response.put("_interimResponses", trace.interim().stream().map(i -> map("status", i.status(), "statusText", i.reason(), "headers",
                    HarParts.headers(shown.apply(i.headers())), "time", millis(i.after()))).toList());
        }
        if (!trace.trailers().isEmpty()) {
            response.put("_trailers", HarParts.headers(shown.apply(trace.trailers())));
        }
        if (!trace.flow().frames().isEmpty()) {
            response.put("_http2Frames", trace.flow().frames().stream().map(HarOfTrace::frame).toList());
        }
    }

    private static Map<String, Object> frame(Frame f) {
        var frame = map("direction", f.sent() ? "send" : "receive", "time", millis(f.after()), "type", f.type(), "flags", f.flags(), "stream", f.stream(), "length", f.length());
        if (f.count() > 1) {
            frame.put("count", f.count());
        }
        if (!f.detail().isEmpty()) {
            frame.put("detail", f.detail());
        }
        return frame;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000 / 1_000.0;
    }
}

package dev.posthorn.http;

import static dev.posthorn.http.Fault.Expected.SOME;
import static dev.posthorn.http.Fault.Expected.failure;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import java.util.List;
import javax.net.ssl.SSLContext;

/// Faults on the way to a secure connection and on it.
final class SecureFaults {

    private static final List<String> HTTP_1 = List.of("http/1.1");
    private static final long PATIENCE = 2_000;

    private SecureFaults() {}

    static List<Fault> all() {
        var tls = failure(Failure.TlsFailed.class, "No secure connection to 127.0.0.1:");
        return List.of(
                verified("self-signed certificate", FaultTls.selfSigned()),
                verified("expired certificate", FaultTls.expired()),
                verified("certificate that is not valid yet", FaultTls.notYetValid()),
                verified("certificate of another host", FaultTls.ofAnotherHost()),
                bare("plain HTTP on the port of TLS", failure(Failure.TlsFailed.class, "does not speak TLS"), talk -> {
                    talk.read(10);
                    talk.say("HTTP/1.1 400 Bad Request\nContent-Length: 0\n\n");
                    talk.hold();
                }),
                bare("TLS alert: handshake_failure", tls, talk -> {
                    talk.read(10);
                    talk.say(new byte[] {0x15, 3, 3, 0, 2, 2, 40});
                    talk.hold();
                }),
                bare("closes at the TLS hello", failure(Failure.class, "127.0.0.1:"), talk -> talk.read(10)),
                bare("reset at the TLS hello", failure(Failure.class, "127.0.0.1:"), talk -> {
                    talk.read(10);
                    talk.reset();
                }),
                bare("never answers the TLS hello", failure(Failure.TimedOut.class, "secure connection"), FaultTalk::hold).within(PATIENCE),
                Fault.secure("TLS cut off in the body", failure(BadAnswer.Truncated.class, "is not complete").keeping(SOME), HTTP_1, talk -> {
                    talk.head();
                    talk.say("HTTP/1.1 200 OK\nContent-Length: 200\n\nhalf");
                    talk.close();
                }),
                Fault.secure("TLS reset before the answer", failure(Failure.ConnectionLost.class, "127.0.0.1:"), HTTP_1, talk -> {
                    talk.head();
                    talk.reset();
                }));
    }

    private static Fault verified(String name, SSLContext context) {
        return Fault.of(name, failure(Failure.TlsFailed.class, "No secure connection to 127.0.0.1:"), talk -> talk.head()).over(context, HTTP_1);
    }

    /// The script has the bare connection.
    private static Fault bare(String name, Fault.Expected expected, Fault.Script script) {
        return Fault.of(name, expected, script).over(FaultTls.selfSigned(), List.of());
    }
}

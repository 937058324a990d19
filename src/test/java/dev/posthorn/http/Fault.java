package dev.posthorn.http;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// One way in which a server can misbehave, and what the user shall read then.
///
/// @param tls     null for a port without TLS; `protocols` is what it offers by ALPN
/// @param sends   how often the request is sent; the last outcome counts
/// @param timeout of each send in milliseconds, 0 for none
record Fault(String name, Expected expected, Script server, SSLContext tls, List<String> protocols, Wire wire, Options options, Network network, int sends) {

    interface Script {
        /// Serves one connection.
        void serve(FaultTalk talk) throws Exception;
    }

    /// @param kind  of the failure; null where an answer is expected
    /// @param words that its sentence holds
    /// @param body  bytes of the body that are kept; `NO_ANSWER` where no head came, `SOME` where it depends on the moment
    record Expected(Class<? extends Failure> kind, List<String> words, int status, long body) {

        static final long NO_ANSWER = -1;
        static final long SOME = -2;

        static Expected failure(Class<? extends Failure> kind, String... words) {
            return new Expected(kind, List.of(words), 0, NO_ANSWER);
        }

        static Expected answer(int status, long body) {
            return new Expected(null, List.of(), status, body);
        }

        Expected keeping(long bytes) {
            return new Expected(kind, words, status, bytes);
        }

        /// What is wrong with the outcome, for the one who reads the test's report.
        Optional<String> complaint(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Received received -> kind != null ? Optional.of("an answer came: " + received.response())
                        : received.response().status() != status ? Optional.of("status " + received.response().status()) : body(received.response());
                case Outcome.Failed failed -> {
                    var failure = failed.failure();
                    if (kind == null || !kind.isInstance(failure) || !words.stream().allMatch(failure.sentence()::contains) || failure.advice().isBlank()) {
                        yield Optional.of(failure + ": " + failure.sentence());
                    }
                    yield body(failed.partial()).map(said -> failure.sentence() + " " + said);
                }
                case Outcome.Cancelled _, Outcome.Skipped _ -> Optional.of("cancelled");
            };
        }

        private Optional<String> body(Response response) {
            if (response == null || response.body() == null) {
                return body == NO_ANSWER || body == SOME ? Optional.empty() : Optional.of("nothing was kept");
            }
            var size = response.body().size();
            return body == SOME || size == body ? Optional.empty() : Optional.of(size + " bytes were kept");
        }
    }

    static Fault of(String name, Expected expected, Script server) {
        return new Fault(name, expected, server, null, List.of(), Sender.get("/"), Options.defaults(), Network.DEFAULT, 1);
    }

    /// Over TLS with a certificate that is not verified.
    static Fault secure(String name, Expected expected, List<String> protocols, Script server) {
        return of(name, expected, server).over(FaultTls.selfSigned(), protocols).with(Options.defaults().verifying(false));
    }

    Fault over(SSLContext context, List<String> offered) {
        return new Fault(name, expected, server, context, offered, wire, options, network, sends);
    }

    Fault with(Options other) {
        return new Fault(name, expected, server, tls, protocols, wire, other, network, sends);
    }

    /// With a limit for the whole send, long enough for everything that does not hang.
    Fault within(long millis) {
        return with(options.timeouts(java.time.Duration.ofSeconds(30), java.time.Duration.ofMillis(millis)));
    }

    Fault keepingAtMost(long bytes) {
        var limited = new Network(network.route(), network.hosts(), network.certificates(), network.authorities(), network.systemTrust(), network.unverified(), bytes, 0);
        return new Fault(name, expected, server, tls, protocols, wire, options, limited, sends);
    }

    Fault posting(int bytes, Header... headers) {
        var post = new Wire("POST", "/", List.of(headers), new Payload.Bytes(new byte[bytes], "text/plain"));
        return new Fault(name, expected, server, tls, protocols, post, options, network, sends);
    }

    Fault sentTimes(int times) {
        return new Fault(name, expected, server, tls, protocols, wire, options, network, times);
    }

    Wire to(String address) {
        return new Wire(wire.method(), address + wire.url(), wire.headers(), wire.payload());
    }
}

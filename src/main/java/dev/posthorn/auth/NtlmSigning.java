package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One send with NTLM: waits to be asked, greets, answers the server's challenge on the same connection.
///
/// 1. The greeting goes without the body, as browsers send it: the server only wants to answer with its challenge. A server that takes it for the
///    request itself gets the whole request after it.
/// 2. Where the connection is lost between greeting and answer, all begins anew on another one, once.
/// 3. A 401 to the third message is a refusal, and final.
final class NtlmSigning implements Signing {

    private static final Set<String> OF_THE_BODY = Set.of("content-length", "transfer-encoding", "content-encoding", "content-type", "expect");

    private enum Step { WAITING, GREETED, PROVED }

    private final String label;
    private final Auth values;
    private final List<Working> notes = new ArrayList<>();
    private Wire wire;
    private String scheme = "NTLM";
    private Step step = Step.WAITING;
    private boolean restarted;
    private Failure trouble;

    NtlmSigning(String label, Auth values) {
        this.label = label;
        this.values = values;
    }

    @Override
    public Signed sign(Wire first) {
        wire = first;
        var account = account();
        var domain = account.domain().isEmpty() ? "without a domain" : "of the domain " + account.domain();
        return new Signed.Ready(first, List.of(Working.note(values.flag("disableRetryRequest") ? "Nothing is added: a challenge of the server is not answered, as the form says."
                : "When the server asks (401), " + (account.user().isEmpty() ? "somebody without a name" : account.user()) + " " + domain + " is logged in by two more requests on the same connection.")));
    }

    private Ntlm.Account account() {
        return Ntlm.Account.of(values.text("domain"), values.text("username"), values.text("password"), values.text("workstation"));
    }

    @Override
    public Signed follow(Wire next) {
        wire = Headers.remove(next, "Authorization");
        step = Step.WAITING;
        return new Signed.Ready(wire);
    }

    @Override
    public Wire reconnected(Wire same) {
        if (step == Step.WAITING) {
            return same;
        }
        restarted = true;
        return greeting();
    }

    @Override
    public boolean onOneConnection() {
        return true;
    }

    @Override
    public Optional<Wire> again(Wire sent, Response answer) {
        if (answer.status() != 401) {
            return answer.status() == 407 ? Optional.empty() : passed(sent);
        }
        if (values.flag("disableRetryRequest")) {
            return Optional.empty();
        }
        var challenges = Headers.challenges(answer);
        return switch (step) {
            case WAITING -> asked(challenges);
            case GREETED -> challenged(challenges, answer);
            case PROVED -> refused(answer);
        };
    }

    /// The server lets us in, perhaps although it has not seen the body.
    private Optional<Wire> passed(Wire sent) {
        var whole = step != Step.GREETED || sent.payload().equals(wire.payload());
        return whole ? Optional.empty() : Optional.of(Headers.replace(wire, "Authorization", scheme + " " + Ntlm.negotiate()));
    }

    private Optional<Wire> asked(List<Challenge> challenges) {
        var offered = List.of("NTLM", "Negotiate").stream().filter(name -> challenges.stream().anyMatch(c -> c.is(name))).findFirst();
        if (offered.isEmpty()) {
            if (!challenges.isEmpty()) {
                notes.add(Working.note("The server offers no NTLM, but " + String.join(", ", challenges.stream().map(Challenge::scheme).distinct().toList()) + "."));
            }
            return Optional.empty();
        }
        scheme = offered.get();
        return Optional.of(greeting());
    }

    private Wire greeting() {
        step = Step.GREETED;
        return Headers.replace(bare(), "Authorization", scheme + " " + Ntlm.negotiate());
    }

    /// The request without its body.
    private Wire bare() {
        return wire.payload() instanceof Payload.Empty ? wire
                : new Wire(wire.method(), wire.url(), wire.headers().stream().filter(h -> !OF_THE_BODY.contains(h.name().toLowerCase(Locale.ROOT))).toList(), Payload.empty());
    }

    private Optional<Wire> challenged(List<Challenge> challenges, Response answer) {
        var message = challenges.stream().filter(c -> c.is(scheme) && !c.token().isEmpty()).findFirst();
        if (message.isEmpty()) {
            notes.add(Working.note("The server did not answer the first message of NTLM with a challenge."));
            return Optional.empty();
        }
        if (closes(answer)) {
            return anew();
        }
        try {
            step = Step.PROVED;
            var third = Ntlm.authenticate(message.get().token(), account());
            notes.add(Working.note("Answered the challenge of NTLM as " + account() + "."));
            return Optional.of(Headers.replace(wire, "Authorization", scheme + " " + third));
        } catch (Ntlm.Unreadable e) {
            trouble = new BadLogin.Unable(label, "the server's message cannot be read (" + e.getMessage() + ")",
                    "Look at its WWW-Authenticate header in the Exchange tab: it should hold a message of NTLM in Base64.");
            return Optional.empty();
        }
    }

    /// On another connection than the challenge came by, the answer to it was worth nothing.
    private Optional<Wire> refused(Response answer) {
        if (!answer.trace().connection().reused() && !restarted) {
            return anew();
        }
        notes.add(Working.note("The server refused " + account() + ". The login is not sent again."));
        return Optional.empty();
    }

    private Optional<Wire> anew() {
        if (restarted) {
            trouble = new BadLogin.Unable(label, "the server closes the connection in the middle of the login, which belongs to one connection",
                    "Let the server, or the proxy before it, keep connections open (keep-alive).");
            return Optional.empty();
        }
        restarted = true;
        return Optional.of(greeting());
    }

    private static boolean closes(Response answer) {
        var said = answer.headers().stream().filter(h -> h.is("Connection") || h.is("Proxy-Connection")).map(Header::value).map(v -> v.toLowerCase(Locale.ROOT)).toList();
        return said.stream().anyMatch(v -> v.contains("close")) || answer.protocol().equals("HTTP/1.0") && said.stream().noneMatch(v -> v.contains("keep-alive"));
    }

    @Override
    public Optional<Failure> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public List<Working> notes() {
        return List.copyOf(notes);
    }
}

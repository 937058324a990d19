package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One send with Negotiate (RFC 4559): waits to be asked, shows a ticket for the host, and reads what the server says of itself.
///
/// 1. A server that asks on gets the next message, as long as it sends one itself; a 401 without one is a refusal, and final.
/// 2. What proves the server comes with its answer. A wrong proof is always said; where the form wants a proof, the send fails without one.
/// 3. The request of a redirect and one on another connection get a message of their own.
final class NegotiateSigning implements Signing {

    private final String label;
    private final Auth values;
    private final Kerberos kerberos;
    private final List<Working> notes = new ArrayList<>();
    private Wire wire;
    private boolean said;
    private Failure trouble;

    NegotiateSigning(String label, Auth values, Kerberos kerberos) {
        this.label = label;
        this.values = values;
        this.kerberos = kerberos;
    }

    @Override
    public Signed sign(Wire first) {
        wire = first;
        var service = Working.note("The ticket is for " + kerberos.service(host(first)) + ", " + kerberos.whose() + ".");
        if (values.flag("atOnce")) {
            return opened(List.of(Working.note("The ticket goes with the first request."), service));
        }
        return new Signed.Ready(first, List.of(Working.note("When the server asks (401 with Negotiate), the request is sent once more with a ticket."), service));
    }

    private Signed opened(List<Working> workings) {
        try {
            return new Signed.Ready(with(kerberos.open(host(wire))), workings);
        } catch (Kerberos.Refused e) {
            return new Signed.GivenUp(e.failure());
        }
    }

    private Wire with(byte[] message) {
        said = true;
        return Headers.replace(wire, "Authorization", "Negotiate " + Base64.getEncoder().encodeToString(message));
    }

    private static String host(Wire wire) {
        try {
            var host = URI.create(wire.url().replaceFirst("(?s)^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*).*$", "$1")).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public Signed follow(Wire next) {
        wire = said ? Headers.remove(next, "Authorization") : next;
        return said ? opened(List.of()) : new Signed.Ready(wire);
    }

    @Override
    public Wire reconnected(Wire same) {
        return said && opened(List.of()) instanceof Signed.Ready(var fresh, var _) ? fresh : same;
    }

    @Override
    public boolean onOneConnection() {
        return true;
    }

    @Override
    public Optional<Wire> again(Wire sent, Response answer) {
        var challenge = Headers.challenges(answer).stream().filter(c -> c.is("Negotiate")).findFirst();
        if (answer.status() == 401) {
            return challenge.isEmpty() ? unoffered(answer) : answered(challenge.get());
        }
        if (said) {
            proved(challenge.map(Challenge::token).orElse(""), answer);
        }
        return Optional.empty();
    }

    private Optional<Wire> unoffered(Response answer) {
        var offered = Headers.challenges(answer).stream().map(Challenge::scheme).distinct().toList();
        if (!said && !offered.isEmpty()) {
            notes.add(Working.note("The server offers no Negotiate, but " + String.join(", ", offered) + "."));
        }
        return Optional.empty();
    }

    private Optional<Wire> answered(Challenge challenge) {
        if (said && challenge.token().isEmpty()) {
            notes.add(Working.note("The server refused the ticket. It is not sent again."));
            return Optional.empty();
        }
        try {
            var message = said ? kerberos.next(bytes(challenge.token())) : kerberos.open(host(wire));
            if (message.length == 0) {
                return Optional.empty();
            }
            notes.add(Working.note(said ? "Answered the server's next message." : "Showed a ticket for " + kerberos.service(host(wire)) + ", " + kerberos.whose() + "."));
            return Optional.of(with(message));
        } catch (Kerberos.Refused e) {
            trouble = e.failure();
        } catch (IllegalArgumentException e) {
            trouble = new BadLogin.Unable(label, "the server's message is no Base64", "Look at its WWW-Authenticate header in the Exchange tab.");
        }
        return Optional.empty();
    }

    private static byte[] bytes(String token) {
        return Base64.getDecoder().decode(token);
    }

    /// A failed request needs no proof: it may come from something before the server.
    private void proved(String token, Response answer) {
        try {
            if (!token.isEmpty()) {
                kerberos.next(bytes(token));
            }
            if (kerberos.proved()) {
                notes.add(Working.note("The server proved who it is."));
            } else if (values.flag("mutual") && answer.status() < 400) {
                trouble = new BadLogin.Unable(label, "the server took the ticket, but did not prove who it is, as the form wants it",
                        "Look for a proxy that removes its WWW-Authenticate header, or switch the wish off in the Authorization tab.");
            }
        } catch (Kerberos.Refused | IllegalArgumentException e) {
            trouble = new BadLogin.Unable(label, "the server's proof of who it is, is wrong", "Somebody else may have answered in its place; check host and network.");
        }
    }

    @Override
    public void stop() {
        kerberos.stop();
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

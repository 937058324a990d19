package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One send in a session of Creatio: the cookies and the CSRF header go along; where the session is over, one new login is made and the request sent once more.
final class CreatioSigning implements Signing {

    private final Auth values;
    private final CreatioSite site;
    private final SessionSource.Door door;
    private final SessionSource sessions;
    private final List<Working> notes = new ArrayList<>();
    private Wire plain;
    private volatile Admission in;
    private boolean renewed;
    private boolean forbidden;
    private Failure trouble;

    CreatioSigning(Auth values, SessionSource sessions) {
        this.values = values;
        this.sessions = sessions;
        site = CreatioSite.of(values);
        door = new SessionSource.Door(site.base(), values.text("username").strip(), values.text("password"));
    }

    @Override
    public Signed sign(Wire wire) {
        plain = wire;
        var missing = Stream.of(site.base().isEmpty() ? "base URL" : "", door.user().isEmpty() ? "user name" : "").filter(m -> !m.isEmpty()).collect(Collectors.joining(" and the "));
        if (!missing.isEmpty()) {
            return refused("the " + missing + " of the site " + (missing.contains(" and ") ? "are" : "is") + " not filled in");
        }
        if (!site.usable()) {
            return refused("the base URL \"" + site.base() + "\" is no address: it begins with https:// or http:// and a host");
        }
        if (!SiteUrl.origin(site.base()).equals(SiteUrl.origin(wire.url()))) {
            return new Signed.Ready(wire, List.of(Working.warning("Nothing is added: the request goes to " + SiteUrl.origin(wire.url()) + ", and the session is one of " + site.base() + ".")));
        }
        return switch (sessions.enter(door)) {
            case SessionSource.Got.None(var failure) -> new Signed.GivenUp(failure);
            case SessionSource.Got.In(var admission) -> {
                in = admission;
                yield lacking().<Signed>map(Signed.GivenUp::new).orElseGet(() -> new Signed.Ready(dressed(wire), CreatioWorkings.of(site, values, admission, wire)));
            }
        };
    }

    private static Signed refused(String reason) {
        return new Signed.GivenUp(new Failure.AuthRefused(CreatioSessionAuth.LABEL, reason));
    }

    /// The CSRF header is to be sent in any case, and there is nothing to put into it.
    private Optional<Failure> lacking() {
        return values.text("csrf").equals("always") && in.since().isPresent() && in.cookie(plain.url(), CreatioSite.CSRF).isEmpty()
                ? Optional.of(new Failure.AuthRefused(CreatioSessionAuth.LABEL, "the CSRF header is to be sent always, but the login brought no BPMCSRF cookie for this address: choose \"Automatic\" where the "
                        + "site has that protection off")) : Optional.empty();
    }

    private Wire dressed(Wire wire) {
        var kept = wire.headers().stream().filter(h -> h.is("Cookie")).flatMap(h -> Arrays.stream(h.value().split(";"))).map(String::strip)
                .filter(pair -> !pair.isEmpty() && !in.owns(pair.split("=", 2)[0].strip()));
        var all = Stream.concat(kept, Stream.of(in.cookies(wire.url())).filter(c -> !c.isEmpty())).collect(Collectors.joining("; "));
        var signed = all.isEmpty() ? Headers.remove(wire, "Cookie") : Headers.replace(wire, "Cookie", all);
        return values.text("csrf").equals("never") ? signed : in.cookie(wire.url(), CreatioSite.CSRF).map(csrf -> Headers.replace(signed, CreatioSite.CSRF, csrf)).orElse(signed);
    }

    @Override
    public Signed follow(Wire wire) {
        if (in == null) {
            return new Signed.Ready(wire);
        }
        plain = wire;
        return new Signed.Ready(dressed(wire));
    }

    @Override
    public Optional<Wire> again(Wire sent, Response answer) {
        if (in == null) {
            return Optional.empty();
        }
        var lost = CreatioLoss.of(answer);
        in.answered(sent.url(), answer.headers().stream().filter(h -> h.is("Set-Cookie")).map(Header::value).toList(), lost.isEmpty() && answer.status() < 400);
        if (lost.isEmpty() || forbiddenFor(sent, answer)) {
            return Optional.empty();
        }
        if (renewed) {
            notes.add(Working.note(lost.get() + " That is so in a session that was logged in just now, too: it was not tried again."));
            return Optional.empty();
        }
        renewed = true;
        in.left();
        return switch (sessions.instead(in, door)) {
            case SessionSource.Got.None(var failure) -> {
                trouble = failure;
                yield Optional.empty();
            }
            case SessionSource.Got.In(var admission) -> {
                in = admission;
                notes.add(Working.note(lost.get() + " The session was over: logged in anew, and sent once more."));
                trouble = lacking().orElse(null);
                yield trouble == null ? Optional.of(dressed(plain)) : Optional.empty();
            }
        };
    }

    /// A 403 means the end of a session only where calls went well in it; one that comes in a fresh session too is a matter of rights.
    private boolean forbiddenFor(Wire sent, Response answer) {
        if (answer.status() != 403) {
            return false;
        }
        var call = sent.method() + " " + SiteUrl.of(sent.url());
        if (renewed && forbidden) {
            in.bar(call);
            return true;
        }
        forbidden = true;
        return !in.proven() || in.barred(call);
    }

    @Override
    public Optional<Failure> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public boolean ownsCookie(String name) {
        var admission = in;
        return admission != null && admission.owns(name);
    }

    @Override
    public void over() {
        var admission = in;
        if (admission != null) {
            admission.left();
        }
    }

    @Override
    public List<Working> notes() {
        return List.copyOf(notes);
    }
}

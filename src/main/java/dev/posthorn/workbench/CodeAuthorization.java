package dev.posthorn.workbench;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.Field;
import dev.posthorn.auth.SessionSource;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.auth.Working;
import dev.posthorn.codegen.Call;
import dev.posthorn.codegen.Text;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.model.Wire;
import dev.posthorn.vendors.LaterAdmission;
import dev.posthorn.workbench.CodeWriting.Fill;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The authorization of a request in its code: a login that the client itself makes, a token by its name, or the values of a signature.
///
/// 1. A token and a session are those that are there. Where there is none, they are variables, also where secrets are to be filled in: that is said.
/// 2. What is signed from the request is signed with real values, since stand-ins give no key, and then put in as variables.
///
/// @param notes hears what the reader of the code must know
record CodeAuthorization(CodeWriting code, Request draft, Fill fill, Placeholders places, Set<String> notes) {

    private static final Set<String> PLAIN = Set.of("basic", "digest", "ntlm", "negotiate");
    private static final Set<String> BY_VALUE = Set.of("bearer", "apikey", "oauth2", "creatioOAuth", "bizagi", "workflowServer");

    /// What a client itself knows how to do; null for all else.
    Call.Login login(Auth auth) {
        if (!PLAIN.contains(auth.type())) {
            return null;
        }
        var ticket = auth.type().equals("negotiate") && !auth.text("credential").equals("password");
        var user = ticket ? "" : auth.text(auth.type().equals("negotiate") ? "principal" : "username");
        var domain = auth.type().equals("ntlm") && !auth.text("domain").isBlank() ? auth.text("domain") + "\\" : "";
        return new Call.Login(auth.type(), places.text(domain + user), ticket ? places.text("") : secret(auth.text("password"), "password"));
    }

    /// With what the authorization adds.
    ///
    /// @param auth with stand-ins in it
    Wire signed(Wire wire, Auth auth) {
        if (auth.type().equals(CreatioSessionAuth.ID)) {
            return session(wire);
        }
        return BY_VALUE.contains(auth.type()) ? added(wire, covered(auth)) : stamped(wire);
    }

    /// The cookies and the CSRF header of Creatio. Whether they go to this address is told by the real ones.
    private Wire session(Wire wire) {
        var real = new Resolution(code.context(), code.scopes());
        var auth = real.auth(code.context().auth(draft.auth()).auth());
        return sign(wire.withUrl(real.named(draft).wire().url()), auth, code.around().withSessions(new SessionSource() {
            @Override
            public Got enter(Door door) {
                return fill == Fill.SECRETS && code.around().sessions().enter(door) instanceof Got.In(var there) && there.since().isPresent() ? new Got.In(there) : places();
            }

            private Got places() {
                notes.add((fill == Fill.SECRETS ? "There is no session at Creatio now" : "A session at Creatio begins with a login") + ": POST UserName and UserPassword as JSON to "
                        + "/ServiceModel/AuthService.svc/Login of the site, and put the cookies that it sets into these variables.");
                return new Got.In(new LaterAdmission(name -> places.value(name, "")));
            }

            @Override
            public Got instead(Admission lost, Door door) {
                return enter(door);
            }
        })).withUrl(wire.url());
    }

    /// The secret fields of an authorization that only passes them on, as stand-ins.
    private Auth covered(Auth auth) {
        var out = auth;
        for (var field : AuthTypes.of(auth.type()).map(AuthType::fields).orElse(List.<Field>of())) {
            var value = auth.text(field.key());
            if (fill != Fill.SECRETS && SecretPlaces.attribute(auth.type(), field.key()) && !value.isBlank() && !places.in(value)) {
                var own = auth.type().equals("apikey") && !auth.text("key").isBlank() && !places.in(auth.text("key"));
                out = out.with(field.key(), places.value(own ? auth.text("key") : field.key(), value));
            }
        }
        return out;
    }

    private Wire added(Wire wire, Auth auth) {
        return sign(wire, auth, code.around().withTokens(new TokenSource() {
            @Override
            public Got token(Auth values) {
                if (fill == Fill.SECRETS && code.around().tokens().token(values) instanceof Got.Has has && !has.token().value().equals(Token.LATER)) {
                    return has;
                }
                if (fill == Fill.SECRETS) {
                    notes.add("There is no token of OAuth 2.0 for this yet: log in first, or put one in.");
                }
                return new Got.Has(new Token("", places.value("accessToken", ""), Optional.empty()));
            }

            @Override
            public Got instead(Token refused, Auth values) {
                return token(values);
            }

            @Override
            public Optional<Token> known(Auth values) {
                return Optional.empty();
            }
        }));
    }

    private Wire sign(Wire wire, Auth auth, Surroundings with) {
        return switch (AuthTypes.signing(auth, with).sign(wire)) {
            case AuthType.Signed.Ready(var ready, var workings) -> {
                if (ready.equals(wire)) {
                    workings.stream().filter(w -> w.kind() == Working.Kind.WARNING).forEach(w -> notes.add(w.text()));
                }
                yield ready;
            }
            case AuthType.Signed.GivenUp(var failure) -> {
                notes.add("The authorization (" + AuthTypes.label(auth.type()) + ") is not in this code: " + failure.sentence().replaceFirst("^Nothing was sent: ", ""));
                yield wire;
            }
        };
    }

    /// What is worked out from the request itself: with its real values, since stand-ins give no key.
    private Wire stamped(Wire wire) {
        var real = new Resolution(code.context(), code.scopes()).auth(code.context().auth(draft.auth()).auth());
        var signed = sign(wire, real, code.around());
        if (signed.equals(wire)) {
            return wire;
        }
        notes.add(fill == Fill.SECRETS ? "The authorization (" + AuthTypes.label(real.type()) + ") may hold for this request and this moment only."
                : "The authorization (" + AuthTypes.label(real.type()) + ") is worked out anew for each request: its values stand here as variables.");
        return fill == Fill.SECRETS ? signed : new Wire(signed.method(), parameters(wire.url(), signed.url()), signed.headers().stream()
                .map(h -> wire.headers().contains(h) ? h : new Header(h.name(), scheme(h.value()) + places.value(h.name(), h.value()))).toList(), body(wire.payload(), signed.payload()));
    }

    /// The word before credentials.
    private String scheme(String value) {
        var space = value.indexOf(' ');
        return space > 0 && value.substring(0, space).matches("[A-Za-z0-9-]+") ? value.substring(0, space + 1) : "";
    }

    /// The parameters that a signature added get stand-ins.
    private String parameters(String before, String after) {
        var mark = after.indexOf('?');
        if (before.equals(after) || mark < 0) {
            return after;
        }
        var old = pairsOf(before.substring(Math.max(0, before.indexOf('?') + 1)));
        return after.substring(0, mark + 1) + pairs(after.substring(mark + 1), old);
    }

    private String pairs(String text, Set<String> old) {
        return Arrays.stream(text.split("&")).map(p -> old.contains(p) || p.indexOf('=') < 0 ? p : p.substring(0, p.indexOf('=') + 1) + places.value(p.substring(0, p.indexOf('=')), p))
                .collect(Collectors.joining("&"));
    }

    private static Set<String> pairsOf(String text) {
        return new HashSet<>(List.of(text.split("&")));
    }

    private Payload body(Payload before, Payload after) {
        if (!(after instanceof Payload.Bytes(var bytes, var type)) || after.equals(before) || !(before instanceof Payload.Bytes(var old, _)) || Arrays.equals(old, bytes)) {
            return after;
        }
        return new Payload.Bytes(pairs(new String(bytes, StandardCharsets.UTF_8), pairsOf(new String(old, StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8), type);
    }

    /// A secret text: its stand-ins, or one for the whole of it.
    Text secret(String text, String name) {
        return places.text(fill == Fill.SECRETS || text.isEmpty() || places.in(text) ? text : places.value(name, text));
    }
}

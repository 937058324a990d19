package dev.posthorn.auth;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an authorization does to a request, found out by doing it: nothing is sent, and no token is got.
///
/// @param added    headers first, then parameters of query and body
/// @param workings what it was worked out from, and tokens taken apart
/// @param silence  why nothing is added; empty where something is
/// @param failure  why the request cannot be sent like this
public record Explanation(List<Added> added, List<Working> workings, String silence, Optional<Failure> failure) {

    private static final Set<String> CHALLENGED = Set.of("digest", "ntlm", "negotiate");
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*)?");

    public Explanation {
        added = List.copyOf(added);
        workings = List.copyOf(workings);
    }

    /// May read files and compute hashes of bodies: not for the FX thread. `auth` has its variables resolved; the tokens of `around` are those
    /// that are there, and asking for one asks no server.
    public static Explanation of(Wire wire, Auth auth, Surroundings around) {
        var ticket = auth.type().equals("negotiate") && auth.flag("atOnce");
        return switch (AuthTypes.signing(ticket ? auth.with("atOnce", false) : auth, around).sign(wire)) {
            case Signed.Ready(_, _) when ticket -> new Explanation(List.of(), List.of(), "A ticket of Kerberos goes with the first request; it is got when the request is sent.", Optional.empty());
            case Signed.Ready(var signed, var workings) -> ready(wire, signed, workings, auth, around);
            case Signed.GivenUp(BadLogin.Needed needed) -> new Explanation(List.of(), List.of(),
                    "Nothing yet: there is no token for this. One is got before the request is sent where that needs no person; else log in first.", Optional.empty());
            case Signed.GivenUp(var failure) -> new Explanation(List.of(), List.of(), "", Optional.of(failure));
        };
    }

    private static Explanation ready(Wire wire, Wire signed, List<Working> workings, Auth auth, Surroundings around) {
        var secrets = secrets(auth);
        var added = new ArrayList<>(headers(wire, signed, secrets));
        added.addAll(parameters(Added.Place.QUERY, pairs(query(wire.url())), pairs(query(signed.url())), secrets));
        added.addAll(parameters(Added.Place.BODY, pairs(form(wire.payload())), pairs(form(signed.payload())), secrets));
        if (wire.payload() != signed.payload()) {
            added.addAll(parameters(Added.Place.BODY, members(wire.payload()), members(signed.payload()), secrets));
        }
        var all = new ArrayList<Working>();
        if (workings.stream().noneMatch(w -> w.kind() == Working.Kind.JSON)) {
            tokens(added, around).forEach(all::add);
        }
        all.addAll(workings);
        return new Explanation(added, all, added.isEmpty() ? silence(auth) : "", Optional.empty());
    }

    /// Tokens that can be read, taken apart, wherever they stand.
    private static Stream<Working> tokens(List<Added> added, Surroundings around) {
        return added.stream().flatMap(a -> TOKEN.matcher(a.value()).results().map(r -> r.group())).distinct().map(DecodedJwt::of).flatMap(Optional::stream)
                .flatMap(token -> token.workings(around.clock()).stream());
    }

    private static String silence(Auth auth) {
        if (auth.type().equals(Auth.NONE.type())) {
            return "Nothing: no authorization is set.";
        }
        if (CHALLENGED.contains(auth.type())) {
            return "Nothing with the first request: the server has to ask for it.";
        }
        if (auth.type().equals("bearer")) {
            return "Nothing: the token is empty.";
        }
        if (auth.type().equals(WorkflowServerAuth.ID) && !auth.text("mode").equals("token") && !auth.text("mode").equals("oidc")) {
            return "Nothing: the server is open.";
        }
        if (AuthTypes.oauth(auth).isPresent()) {
            return auth.text("tokenType").equalsIgnoreCase("mac") ? "Nothing: tokens of the type \"mac\" are not sent, as in Postman."
                    : "Nothing yet: there is no token for this. One is got before the request is sent where that needs no person; else log in first.";
        }
        return "Nothing yet: fill in the form.";
    }

    /// The values of secret fields, as they would be found on the wire.
    private static List<String> secrets(Auth auth) {
        return AuthTypes.of(auth.type()).stream().flatMap(t -> t.fields().stream()).filter(f -> f instanceof Field.Secret || f instanceof Field.Area(_, _, _, _, _, var secret) && secret)
                .map(f -> auth.text(f.key())).filter(s -> s.length() > 3).toList();
    }

    private static List<Added> headers(Wire before, Wire after, List<String> secrets) {
        return after.headers().stream().filter(h -> !before.headers().contains(h))
                .map(h -> Added.header(h.name(), h.value(), Header.first(before.headers(), h.name()).isPresent(), secrets)).toList();
    }

    private static List<Added> parameters(Added.Place place, List<Header> before, List<Header> after, List<String> secrets) {
        return after.stream().filter(p -> !before.contains(p))
                .map(p -> Added.parameter(place, p.name(), p.value(), before.stream().anyMatch(b -> b.name().equals(p.name())), secrets)).toList();
    }

    private static String query(String url) {
        var mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark + 1).split("#", 2)[0];
    }

    private static String form(Payload payload) {
        return payload instanceof Payload.Bytes(var bytes, var type) && type.startsWith("application/x-www-form-urlencoded") ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    /// The texts at the top of a JSON object.
    private static List<Header> members(Payload payload) {
        try {
            return payload instanceof Payload.Bytes(var bytes, var type) && !type.startsWith("application/x-www-form-urlencoded") && JsonReader.read(new String(bytes, StandardCharsets.UTF_8)) instanceof Json.Obj object
                    ? object.members().stream().filter(m -> m.value() instanceof Json.Text).map(m -> new Header(m.key().value(), object.text(m.key().value()))).toList() : List.of();
        } catch (JsonProblem e) {
            return List.of();
        }
    }

    /// `a=1&b=2`, decoded.
    private static List<Header> pairs(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split("&")).filter(p -> !p.isEmpty()).map(p -> p.split("=", 2)).map(p -> new Header(decoded(p[0]), p.length > 1 ? decoded(p[1]) : "")).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The names of all that is added, for who wants to know at a glance.
    public Stream<String> names() {
        return added.stream().map(Added::name);
    }
}

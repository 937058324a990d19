package dev.posthorn.workbench;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Field;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.codegen.Call;
import dev.posthorn.codegen.Content;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.UrlText;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.SecretPlaces;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Veil;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes a request as code: what would be sent now, resolved and signed as for a send, and then handed to a generator.
///
/// 1. Nothing is sent for it, no token is got, and no script is run.
/// 2. Unless everything is to be filled in, a secret is in the code by the name of a variable: those of secret variables and of the authorization, and what stands where secrets stand.
/// 3. A signature holds for one request at one time: as a placeholder it is one variable, and filled in the code says so.
/// 4. A body of more than 50,000 bytes is a file in the code.
///
/// @param jar   the cookies that would go to a URL
/// @param known values that must not be shown wherever they turn up
public record CodeWriting(Context context, Scopes scopes, Surroundings around, AutomaticHeaders automatic, Function<String, List<Cookie>> jar, Set<String> known) {

    /// What the code has in the place of variables.
    public enum Fill {
        /// Values, but for secrets.
        VALUES,
        /// Variables of the program for all of them.
        NOTHING,
        /// Also secrets.
        SECRETS
    }

    private static final int LONGEST = 50_000;
    private static final Set<String> PLAIN = Set.of("basic", "digest", "ntlm", "negotiate");
    private static final Set<String> BY_VALUE = Set.of("bearer", "apikey", "oauth2");

    /// May read files and take its time: not for the FX thread.
    public String code(Request draft, Generator generator, Style style, Fill fill) {
        return Generators.code(generator, call(draft, fill), style);
    }

    public Call call(Request draft, Fill fill) {
        return new Writing(draft, fill).call();
    }

    /// One request on its way into code.
    private final class Writing {

        private final Request draft;
        private final Fill fill;
        private final Placeholders places;
        private final Set<String> notes = new LinkedHashSet<>();
        private final Veil veil;

        Writing(Request draft, Fill fill) {
            this.draft = draft;
            this.fill = fill;
            places = new Placeholders(draft.toString());
            var hidden = new HashSet<>(known);
            hidden.addAll(Recorder.secrets(context, draft));
            hidden.removeIf(String::isBlank);
            veil = new Veil(hidden);
        }

        Call call() {
            var preview = new Resolution(context, marked()).named(draft);
            var settings = context.settings(draft.settings());
            var wire = preview.wire().withUrl(UrlText.forWire(preview.wire().url(), !settings.flag("disableUrlEncoding").orElse(false)));
            about(preview, wire);
            var auth = preview.auth();
            var login = PLAIN.contains(auth.type()) ? login(auth) : null;
            if (login == null || login.scheme().equals("none")) {
                login = null;
                wire = signed(wire, auth);
            } else if (login.scheme().equals("basic")) {
                wire = wire.withHeaders(wire.headers().stream().filter(h -> !h.is("Authorization")).toList());
            }
            var address = Address.of(wire.url());
            if (address.user() != null && login == null && Header.first(wire.headers(), "Authorization").isEmpty()) {
                login = new Call.Login("basic", places.text(address.user()), secret(address.password(), "password"));
            }
            wire = typed(wire.withUrl(address.url()), settings);
            return new Call(wire.method(), places.text(veiled(veil.url(wire.url()))), headers(wire), content(wire), login, way(settings), List.copyOf(notes));
        }

        /// The scopes with stand-ins for what is not to be in the code.
        private Scopes marked() {
            return new Scopes(List.of(new Scope() {
                @Override
                public String name() {
                    return "code";
                }

                @Override
                public Optional<Found> find(String variable) {
                    var there = scopes.find(variable);
                    if (there.isEmpty()) {
                        notes.add("{{" + variable + "}} has no value.");
                        return Optional.of(stand(variable, draft.url().strip().startsWith("{{" + variable + "}}")));
                    }
                    var dynamic = variable.startsWith("$");
                    if (dynamic) {
                        notes.add("{{" + variable + "}} has a new value at each send; here is one.");
                    }
                    var stands = fill != Fill.SECRETS && there.get().secret() || fill == Fill.NOTHING && !dynamic;
                    return stands ? Optional.of(stand(variable, scopes.resolve(there.get().value()).text().matches("(?is)\\s*[a-z][a-z0-9+.-]*://.*"))) : there;
                }

                private Found stand(String variable, boolean address) {
                    return new Found(variable, places.variable(variable, address), name(), false);
                }

                @Override
                public List<String> names() {
                    return scopes.names();
                }
            }));
        }

        private void about(Resolution.Preview preview, Wire wire) {
            if (SocketRequest.url(wire.url())) {
                notes.add("This is the address of a WebSocket, which no request of HTTP can be sent to.");
            } else if (wire.url().isBlank()) {
                notes.add("The request has no URL yet.");
            } else if (!preview.fault().isEmpty() && !places.in(wire.url())) {
                notes.add("This URL cannot be sent to: " + preview.fault() + ".");
            }
            if (!draft.script(Script.Phase.PRE_REQUEST).isBlank()) {
                notes.add("The script before the request is not part of this code.");
            }
        }

        /// What a client itself knows how to do.
        private Call.Login login(Auth auth) {
            var ticket = auth.type().equals("negotiate") && !auth.text("credential").equals("password");
            var user = ticket ? "" : auth.text(auth.type().equals("negotiate") ? "principal" : "username");
            var domain = auth.type().equals("ntlm") && !auth.text("domain").isBlank() ? auth.text("domain") + "\\" : "";
            return new Call.Login(auth.type(), places.text(domain + user), ticket ? places.text("") : secret(auth.text("password"), "password"));
        }

        /// A secret text: its stand-ins, or one for the whole of it.
        private dev.posthorn.codegen.Text secret(String text, String name) {
            return places.text(fill == Fill.SECRETS || text.isEmpty() || places.in(text) ? text : places.value(name, text));
        }

        private Wire signed(Wire wire, Auth auth) {
            return BY_VALUE.contains(auth.type()) ? added(wire, covered(auth)) : stamped(wire);
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
            var tokens = new TokenSource() {
                @Override
                public Got token(Auth values) {
                    if (fill == Fill.SECRETS && around.tokens().token(values) instanceof Got.Has has) {
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
            };
            return sign(wire, auth, around.withTokens(tokens));
        }

        private Wire sign(Wire wire, Auth auth, Surroundings with) {
            return switch (AuthTypes.signing(auth, with).sign(wire)) {
                case AuthType.Signed.Ready(var ready, _) -> ready;
                case AuthType.Signed.GivenUp(var failure) -> {
                    notes.add("The authorization (" + AuthTypes.label(auth.type()) + ") is not in this code: " + failure.sentence().replaceFirst("^Nothing was sent: ", ""));
                    yield wire;
                }
            };
        }

        /// What is worked out from the request itself: with its real values, since stand-ins give no key.
        private Wire stamped(Wire wire) {
            var real = new Resolution(context, scopes).auth(context.auth(draft.auth()).auth());
            var signed = sign(wire, real, around);
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
            var old = Set.of(before.substring(Math.max(0, before.indexOf('?') + 1)).split("&")).stream().collect(Collectors.toSet());
            return after.substring(0, mark + 1) + pairs(after.substring(mark + 1), old);
        }

        private String pairs(String text, Set<String> old) {
            return List.of(text.split("&")).stream().map(p -> old.contains(p) || p.indexOf('=') < 0 ? p : p.substring(0, p.indexOf('=') + 1) + places.value(p.substring(0, p.indexOf('=')), p))
                    .collect(Collectors.joining("&"));
        }

        private Payload body(Payload before, Payload after) {
            if (!(after instanceof Payload.Bytes(var bytes, var type)) || after.equals(before) || !(before instanceof Payload.Bytes(var old, _)) || java.util.Arrays.equals(old, bytes)) {
                return after;
            }
            var pairs = new HashSet<>(List.of(new String(old, java.nio.charset.StandardCharsets.UTF_8).split("&")));
            return new Payload.Bytes(pairs(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), pairs).getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
        }

        /// With the Content-Type and the cookies that the program adds.
        private Wire typed(Wire wire, dev.posthorn.model.Settings settings) {
            var cookies = Switches.of(settings).cookies() ? jar.apply(wire.url()).stream().map(c -> c.name() + "=" + c.value()).collect(Collectors.joining("; ")) : "";
            var headers = new ArrayList<>(wire.headers());
            for (var row : automatic.preview(wire.method(), wire.headers(), wire.payload(), "", cookies, Switches.switchedOff(settings))) {
                var name = row.header().name();
                if (name.equals("Content-Type") && wire.payload() instanceof Payload.Multipart) {
                    headers.removeIf(h -> h.is(name) && !other(h.value()));
                } else if (name.equals("Content-Type") && row.state() == AutomaticHeaders.State.SENT) {
                    headers.add(row.header());
                } else if (name.equals("Content-Type") && row.state() == AutomaticHeaders.State.REPLACING) {
                    headers.replaceAll(h -> h.is(name) ? new Header(h.name(), row.header().value()) : h);
                } else if (name.equals("Cookie") && row.state() == AutomaticHeaders.State.SENT) {
                    headers.add(row.header());
                }
            }
            return wire.withHeaders(headers);
        }

        /// A type of a form that is not the usual one.
        private static boolean other(String type) {
            var lower = type.strip().toLowerCase(Locale.ROOT);
            return lower.startsWith("multipart/") && !lower.startsWith("multipart/form-data");
        }

        private List<Call.Header> headers(Wire wire) {
            var cookies = wire.headers().stream().filter(h -> h.is("Cookie")).toList();
            var out = new ArrayList<Call.Header>();
            for (var header : wire.headers()) {
                if (!header.is("Cookie") || header == cookies.getFirst()) {
                    var whole = header.is("Cookie") ? new Header(header.name(), cookies.stream().map(Header::value).collect(Collectors.joining("; "))) : header;
                    out.add(new Call.Header(whole.name(), places.text(veiled(veil.field(whole), whole.name()))));
                }
            }
            return out;
        }

        private String veiled(List<Veil.Piece> pieces) {
            return veiled(pieces, "");
        }

        /// Secrets as stand-ins, named by what stands before them, else by `name`.
        private String veiled(List<Veil.Piece> pieces, String name) {
            var out = new StringBuilder();
            for (var piece : pieces) {
                var stays = fill == Fill.SECRETS || !piece.secret() || places.in(piece.text());
                out.append(stays ? piece.text() : places.value(NameBefore.in(out.toString(), name), piece.text()));
            }
            return out.toString();
        }

        private dev.posthorn.codegen.Text body(String text) {
            return places.text(fill == Fill.SECRETS ? text : veiled(veil.body(text), "secret"));
        }

        private Content content(Wire wire) {
            return switch (wire.payload()) {
                case Payload.Empty() -> new Content.None();
                case Payload.FromFile(var file, _) -> new Content.OfFile(places.text(file.toString()));
                case Payload.Bytes(var bytes, var type) -> ContentText.of(bytes, type, LONGEST, this::body, notes);
                case Payload.Multipart(_, var pieces) -> new Content.Multipart(pieces.stream().map(this::part).toList());
            };
        }

        private Content.Part part(Payload.Piece piece) {
            var hidden = fill != Fill.SECRETS && SecretPlaces.name(piece.name()) && !piece.text().isEmpty() && !places.in(piece.text());
            var text = piece.file() != null ? null : hidden ? places.text(places.value(piece.name(), piece.text())) : body(piece.text());
            return new Content.Part(places.text(piece.name()), text, piece.file() == null ? null : places.text(piece.file().toString()),
                    piece.fileName() == null ? null : places.text(piece.fileName()), places.text(piece.contentType()));
        }

        private Call.Way way(dev.posthorn.model.Settings settings) {
            var options = Switches.of(settings);
            var version = switch (options.version()) {
                case AUTO -> "";
                case HTTP_1 -> "1.1";
                case HTTP_2, H2C -> "2";
            };
            return new Call.Way(options.followRedirects(), settings.number("maxRedirects").orElse(-1), options.verifyTls(), settings.number("connectTimeout").orElse(0), options.timeout().toMillis(), version);
        }
    }

    /// A URL without the user and password in it.
    ///
    /// @param user null where it has none
    private record Address(String url, String user, String password) {

        static Address of(String url) {
            var from = url.indexOf("://") + 3;
            var end = from;
            while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
                end++;
            }
            var at = from < 3 ? -1 : url.lastIndexOf('@', end - 1);
            if (at < from) {
                return new Address(url, null, null);
            }
            var info = UrlText.decoded(url.substring(from, at));
            var colon = info.indexOf(':');
            return new Address(url.substring(0, from) + url.substring(at + 1), colon < 0 ? info : info.substring(0, colon), colon < 0 ? "" : info.substring(colon + 1));
        }
    }
}

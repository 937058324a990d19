package dev.posthorn.workbench;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.codegen.Call;
import dev.posthorn.codegen.Content;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.UrlText;
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
            var authorization = new CodeAuthorization(CodeWriting.this, draft, fill, places, notes);
            var login = authorization.login(auth);
            if (login == null) {
                wire = authorization.signed(wire, auth);
            } else if (login.scheme().equals("basic")) {
                wire = wire.withHeaders(wire.headers().stream().filter(h -> !h.is("Authorization")).toList());
            }
            var address = Address.of(wire.url());
            if (address.user() != null && login == null && Header.first(wire.headers(), "Authorization").isEmpty()) {
                login = new Call.Login("basic", places.text(address.user()), authorization.secret(address.password(), "password"));
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
                    if (variable.equals(DemoScope.VARIABLE) && there.get().value().equals(Workbench.DEMO_HOST)) {
                        notes.add("{{demo}} is the address of the demo server, which does not run now.");
                        return Optional.of(stand(variable, true));
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

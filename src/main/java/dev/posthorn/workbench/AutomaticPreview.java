package dev.posthorn.workbench;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.UrlText;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The headers that a request would get from the program if it were sent now, for the Headers tab.
record AutomaticPreview(AutomaticHeaders automatic, Scopes scopes, Context context, Function<String, List<Cookie>> jar, Surroundings around) {

    List<AutomaticHeader> of(Request draft) {
        var own = draft.headers().stream().filter(e -> e.enabled() && !e.key().isBlank())
                .map(e -> new Header(scopes.resolve(e.key()).text().strip(), scopes.resolve(e.value()).text().strip())).toList();
        var settings = context.settings(draft.settings());
        var method = scopes.resolve(draft.method()).text().strip();
        var url = new Resolution(context, scopes).url(draft, true);
        var rows = new ArrayList<AutomaticHeader>();
        signed(draft, own).forEach(h -> rows.add(new AutomaticHeader(h.name(), h.value(), "", AutomaticHeaders.State.SENT, "")));
        var cookie = Switches.of(settings).cookies() ? jar.apply(url).stream().map(c -> c.name() + "=" + c.value()).collect(Collectors.joining("; ")) : "";
        for (var row : automatic.preview(method, own, payload(draft, method, settings), UrlText.host(url).filter(h -> !h.contains("{{")).orElse(""), cookie, Switches.switchedOff(settings))) {
            rows.add(new AutomaticHeader(row.header().name(), row.header().value(), row.key(), row.state(), above(row.key()).orElse("")));
        }
        return rows;
    }

    /// What is worked out from the whole request, or read from files, is only named here: this is asked at every keystroke, on the FX thread.
    private List<Header> signed(Request draft, List<Header> own) {
        var auth = new Resolution(context, scopes).auth(context.auth(draft.auth()).auth());
        var later = switch (auth.type()) {
            case "jwt" -> auth.text("addTokenTo").equals("queryParam") ? List.<String>of() : List.of("Authorization");
            case "asap", "hawk", "edgegrid", "netrc" -> List.of("Authorization");
            case "oauth1" -> auth.flag("addParamsToHeader") ? List.of("Authorization") : List.<String>of();
            case "awsv4" -> auth.flag("addAuthDataToQuery") ? List.<String>of() : List.of("X-Amz-Date", "Authorization");
            case "wsse" -> auth.values().containsKey("profileHeader") && !auth.flag("profileHeader") ? List.of("X-WSSE") : List.of("Authorization", "X-WSSE");
            // Only a token that stands in the file can be shown: the others lie on the disk or in the keychain.
            case "oauth2" -> auth.text("addTokenTo").equals("queryParams") ? List.<String>of()
                    : auth.text("application").isBlank() && !auth.text("accessToken").isBlank() || auth.text("tokenType").strip().equalsIgnoreCase("mac") ? null : List.of("Authorization");
            case "creatioOAuth", "bizagi" -> List.of("Authorization");
            case "workflowServer" -> auth.text("mode").equals("oidc") ? List.of("Authorization") : List.<String>of();
            case "creatioSession" -> auth.text("csrf").equals("never") ? List.of("Cookie") : List.of("BPMCSRF", "Cookie");
            case "digest", "ntlm", "negotiate" -> List.<String>of();
            default -> null;
        };
        if (later != null) {
            return later.stream().map(name -> new Header(name, AutomaticHeaders.LATER)).toList();
        }
        var wire = new Wire(draft.method(), "http://host/", own, Payload.empty());
        return AuthTypes.signing(auth, around).sign(wire) instanceof AuthType.Signed.Ready(var signed, var _)
                ? signed.headers().stream().filter(h -> !own.contains(h)).toList() : List.of();
    }

    private static Payload payload(Request draft, String method, Settings settings) {
        var type = BodyResolution.pruned(method, settings) ? "" : BodyResolution.contentType(draft.body());
        return type.isEmpty() ? Payload.empty() : type.startsWith("multipart/") ? new Payload.Multipart("", List.of()) : new Payload.Bytes(new byte[0], type);
    }

    /// The nearest folder or the collection whose settings switch this header off.
    private Optional<String> above(String key) {
        for (var folder : context.folders().reversed()) {
            if (folder.settings().values().containsKey("disabledSystemHeaders")) {
                return names(folder.settings(), key) ? Optional.of(folder.name()) : Optional.empty();
            }
        }
        return context.collection() != null && names(context.collection().settings(), key) ? Optional.of(context.collection().name()) : Optional.empty();
    }

    private static boolean names(Settings settings, String key) {
        return settings.values().get("disabledSystemHeaders") instanceof Map<?, ?> off
                && off.entrySet().stream().anyMatch(e -> Set.of(key).contains(e.getKey().toString().toLowerCase(Locale.ROOT)) && Boolean.TRUE.equals(e.getValue()));
    }
}

package dev.posthorn.vendors;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.Logins.Discovered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an identity server answered to a check, in words.
///
/// @param sentence what was found; empty where nothing was
/// @param notes    what is worth knowing though it works
/// @param fault    what is wrong; empty where nothing is
public record IdentityCheck(String sentence, List<Finding> notes, Optional<Finding> fault) {

    public IdentityCheck {
        notes = List.copyOf(notes);
    }

    /// The address to ask for its description; empty where the type has none to ask, or where it is not filled in.
    public static String address(Auth resolved) {
        return switch (resolved.type()) {
            case CreatioOAuthAuth.ID -> SiteUrl.of(resolved.text("identityUrl"));
            case WorkflowServerAuth.ID -> resolved.text("mode").equals("oidc") ? SiteUrl.of(resolved.text("serverUrl")) : "";
            default -> "";
        };
    }

    public static boolean of(String type, Auth values) {
        return type.equals(CreatioOAuthAuth.ID) || type.equals(WorkflowServerAuth.ID) && values.text("mode").equals("oidc");
    }

    public static IdentityCheck read(Auth resolved, Discovered found) {
        return switch (found) {
            case Discovered.Nothing(var finding) -> new IdentityCheck("", List.of(), Optional.of(advised(resolved, finding)));
            case Discovered.Metadata(var issuer, var values, var scopes, var grants, var remarks) -> {
                var notes = new ArrayList<Finding>();
                token(resolved, values.getOrDefault("accessTokenUrl", "")).ifPresent(notes::add);
                notes.addAll(remarks);
                yield new IdentityCheck("The server at " + address(resolved) + " is up" + (issuer.isEmpty() ? "" : " and calls itself \"" + issuer + "\"") + ". Tokens come from "
                        + values.getOrDefault("accessTokenUrl", "an address that it does not say") + "." + list(" It offers the grants ", grants) + list(" It knows the scopes ", scopes), notes, Optional.empty());
            }
        };
    }

    /// Where the description names another address for tokens than the form stands for.
    private static Optional<Finding> token(Auth resolved, String said) {
        var used = AuthTypes.oauth(resolved).map(a -> a.text("accessTokenUrl")).orElse("");
        return said.isEmpty() || used.isEmpty() || said.equals(used) ? Optional.empty() : Optional.of(new Finding("token-url-differs", "Tokens are asked for at " + used + ", and the server names " + said + ".",
                "Take the server's own where the login fails.", List.of(new Mend.Change("Take the server's token URL", Map.of("accessTokenUrl", said)))));
    }

    private static Finding advised(Auth resolved, Finding finding) {
        if (!List.of("html-instead-of-json", "wrong-url", "no-token", "not-understood").contains(finding.fault())) {
            return finding;
        }
        return resolved.type().equals(CreatioOAuthAuth.ID)
                ? new Finding(finding.fault(), finding.sentence(), "The Identity URL is that of the Identity Service, a program of its own beside Creatio (port 8090 by default), not the address of Creatio.", finding.mends())
                : new Finding(finding.fault(), finding.sentence(), "Compare the Server URL (port 8077 by default). Where OpenID Connect is not switched on at this server, send its API access token.",
                        List.of(new Mend.Change("Use the API access token", Map.of("mode", "token"))));
    }

    private static String list(String before, List<String> names) {
        return names.isEmpty() ? "" : before + String.join(", ", names.subList(0, Math.min(12, names.size()))) + (names.size() > 12 ? " and more." : ".");
    }
}

package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All ways to authorize, in the order of the menu.
public final class AuthTypes {

    public static final List<AuthType> ALL = List.of(new NoAuth(), new BasicAuth(), new BearerAuth(), new ApiKeyAuth());

    /// Postman's other types: kept in the file as they are, shown by name, not yet signed with.
    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("jwt", "JWT Bearer"), Map.entry("digest", "Digest Auth"), Map.entry("oauth1", "OAuth 1.0"), Map.entry("oauth2", "OAuth 2.0"),
            Map.entry("hawk", "Hawk Authentication"), Map.entry("awsv4", "AWS Signature"), Map.entry("ntlm", "NTLM Authentication"),
            Map.entry("edgegrid", "Akamai EdgeGrid"), Map.entry("asap", "ASAP (Atlassian)"));

    private AuthTypes() {}

    public static Optional<AuthType> of(String id) {
        return ALL.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /// The name to show for a type, also for one that cannot be signed with here.
    public static String label(String id) {
        return of(id).map(AuthType::label).orElse(KEPT.getOrDefault(id, id));
    }

    /// Signs by the type that the values name; `values` has its variables resolved already.
    public static AuthType.Signed sign(Wire wire, Auth values) {
        var type = of(values.type());
        if (type.isPresent()) {
            return type.get().sign(wire, values);
        }
        return new AuthType.Signed.GivenUp(new Failure.AuthRefused(label(values.type()), "Posthorn keeps it in the file but cannot sign with it yet"));
    }
}

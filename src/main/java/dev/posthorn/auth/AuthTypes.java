package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All ways to authorize, in the order of the menu.
public final class AuthTypes {

    public static final List<AuthType> ALL = List.of(new NoAuth(), new BasicAuth(), new BearerAuth(), new ApiKeyAuth(), new OAuth2Auth(), new CreatioSessionAuth(), new CreatioOAuthAuth(), new BizagiAuth(), new WorkflowServerAuth(), new OAuth1Auth(), new JwtAuth(), new DigestAuth(),
            new NtlmAuth(), new NegotiateAuth(), new NetrcAuth(), new AwsAuth(), new EdgeGridAuth(), new HawkAuth(), new AsapAuth(), new WsseAuth());

    /// Other types: kept in the file as they are, shown by name, not signed with.
    private static final Map<String, String> KEPT = Map.of("azure", "Azure", "sasl", "SASL");

    private static final AuthType OAUTH2 = new OAuth2Auth();

    private AuthTypes() {}

    public static Optional<AuthType> of(String id) {
        return ALL.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /// The name to show for a type, also for one that cannot be signed with here.
    public static String label(String id) {
        return of(id).map(AuthType::label).orElse(KEPT.getOrDefault(id, id));
    }

    /// The authorization of one send, by the type that the values name; `values` has its variables resolved already.
    public static Signing signing(Auth values, Surroundings around) {
        var type = of(values.type());
        return type.isPresent() ? type.get().signing(complete(type.get(), values), around) : Signing.adding(_ -> new AuthType.Signed.GivenUp(
                new Failure.AuthRefused(label(values.type()), "Posthorn keeps it in the file but cannot sign with it")));
    }

    /// The settings of OAuth 2.0 that these values stand for, its presets filled in; empty where the type gets no token of an authorization server.
    public static Optional<Auth> oauth(Auth values) {
        return of(values.type()).flatMap(type -> type.oauth(complete(type, values))).map(settings -> complete(OAUTH2, settings));
    }

    /// The values with their type's presets for what is absent.
    public static Auth complete(Auth values) {
        return of(values.type()).map(type -> complete(type, values)).orElse(values);
    }

    /// With the presets of what is absent. An empty text is a value: it is not replaced.
    static Auth complete(AuthType type, Auth values) {
        var full = new LinkedHashMap<>(values.values());
        for (var field : type.fields()) {
            if (full.get(field.key()) == null && !field.preset().isEmpty()) {
                full.put(field.key(), field.preset());
            }
        }
        return full.equals(values.values()) ? values : new Auth(values.type(), full);
    }
}

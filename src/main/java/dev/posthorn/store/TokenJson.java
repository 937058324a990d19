package dev.posthorn.store;

import dev.posthorn.oauth.StoredToken;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A login as it is written down: what may be read by everybody, and the whole with its tokens, which goes to the secrets.
final class TokenJson {

    private TokenJson() {}

    /// What is no secret: names, scopes and times.
    static Map<String, Object> open(StoredToken token) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", token.id());
        map.put("name", token.name());
        map.put("settings", token.settings());
        map.put("application", token.application());
        map.put("who", token.who());
        map.put("asked", token.asked());
        map.put("granted", token.granted());
        map.put("type", token.type());
        map.put("obtained", token.obtained().toString());
        map.put("expires", token.expires().map(Instant::toString).orElse(null));
        map.put("refused", token.refused());
        return map;
    }

    /// All of it, for the keychain.
    static String whole(StoredToken token) {
        var map = open(token);
        map.put("access", token.accessToken());
        map.put("identity", token.idToken());
        map.put("refresh", token.refreshToken());
        map.put("other", token.other());
        return JsonWriter.compact(map);
    }

    /// @throws JsonProblem where it is no JSON
    /// @throws DateTimeException where it is no token
    static StoredToken read(String whole) throws JsonProblem {
        if (!(JsonReader.read(whole) instanceof Json.Obj map) || map.text("id").isEmpty()) {
            throw new DateTimeException("it is no token");
        }
        var expires = map.text("expires");
        return new StoredToken(map.text("id"), map.text("name"), map.text("settings"), map.text("application"), map.text("who"), texts(map, "asked"), texts(map, "granted"),
                map.text("access"), map.text("identity"), map.text("refresh"), map.text("type"), Instant.parse(map.text("obtained")),
                expires.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(expires)), map.object("other") == null ? Map.of() : map.object("other").map(), map.flag("refused"));
    }

    private static List<String> texts(Json.Obj map, String key) {
        return map.list(key).stream().filter(Json.Text.class::isInstance).map(t -> ((Json.Text) t).value()).toList();
    }
}

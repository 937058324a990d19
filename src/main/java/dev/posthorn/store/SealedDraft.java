package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Requests and authorizations of unsaved edits on disk: what has a secret in it is written without it, and whole beside that, encrypted.
final class SealedDraft {

    private static final String WHOLE = "sealed";
    private static final String REQUEST = "a request";
    private static final String AUTH = "an authorization";

    private final Seal seal;
    private boolean lost;

    SealedDraft(Seal seal) {
        this.seal = seal;
    }

    /// Whether something secret could not be read or kept.
    boolean lost() {
        return lost;
    }

    Map<String, Object> of(Request request) {
        var open = SecretMask.request(request);
        return open.equals(request) ? RequestRecord.of(request) : both(RequestRecord.of(open), RequestRecord.of(request), REQUEST);
    }

    Map<String, Object> of(Auth auth) {
        var open = SecretMask.auth(auth);
        return open.equals(auth) ? RequestRecord.auth(auth) : both(RequestRecord.auth(open), RequestRecord.auth(auth), AUTH);
    }

    private Map<String, Object> both(Map<String, Object> masked, Map<String, Object> whole, String name) {
        var map = new LinkedHashMap<>(masked);
        try {
            map.put(WHOLE, seal.close(JsonWriter.compact(whole), name));
        } catch (SecretsTrouble e) {
            // Better typed again than on the disk for all to read.
            lost = true;
        }
        return map;
    }

    Request request(Json.Obj record) {
        return RequestRecord.read(whole(record, REQUEST));
    }

    /// Null stands for what was not written.
    Auth auth(Json.Obj record) {
        return RequestRecord.auth(record == null ? null : whole(record, AUTH));
    }

    /// Where the key is gone, what was secret is empty.
    private Json.Obj whole(Json.Obj record, String name) {
        if (!record.has(WHOLE)) {
            return record;
        }
        try {
            if (JsonReader.read(seal.open(record.text(WHOLE), name)) instanceof Json.Obj whole) {
                return whole;
            }
        } catch (SecretsTrouble | JsonProblem e) {
            // Said by `lost`.
        }
        lost = true;
        try {
            var without = JsonWriter.compact(record.map()).replace(SecretMask.MASK, "");
            return JsonReader.read(without) instanceof Json.Obj open ? open : record;
        } catch (JsonProblem e) {
            return record;
        }
    }
}

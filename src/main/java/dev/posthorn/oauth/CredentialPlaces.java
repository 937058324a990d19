package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The client's own credentials were refused: they are wrong, or the server expects them in another place. What works is chosen by a button,
/// and stays chosen.
final class CredentialPlaces {

    static final String KEY = "client_authentication";

    private static final Map<String, String> PLACES = places();

    private CredentialPlaces() {}

    private static Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put("header", "in the Basic header");
        places.put("body", "in the body");
        places.put("query", "in the query of a GET");
        return places;
    }

    static Finding refused(Evidence evidence) {
        var used = evidence.settings().text(KEY).isEmpty() ? "header" : evidence.settings().text(KEY);
        var secret = evidence.settings().text("clientSecret");
        if (!PLACES.containsKey(used)) {
            return new Finding("client-refused", "The server does not accept the client's proof (" + used.replace('_', ' ') + ")" + Words.said(evidence) + ".",
                    "Compare the client id, the key, its id and its algorithm with what is registered at the provider.", List.of());
        }
        if (wantsBasic(evidence) && !used.equals("header")) {
            return new Finding("credentials-elsewhere", "The server wants client id and secret as a Basic header; they were sent " + PLACES.get(used) + Words.said(evidence) + ".",
                    "Send them in the header.", List.of(change("header")));
        }
        var mends = new ArrayList<Mend>();
        PLACES.keySet().stream().filter(place -> !place.equals(used)).forEach(place -> mends.add(change(place)));
        var empty = secret.isEmpty() ? " There is no client secret in the settings; a public client needs none, all others do." : "";
        return new Finding("credentials-refused", "The server refuses the client id or the client secret" + Words.said(evidence) + ", or it expects them in another place: they were sent "
                + PLACES.get(used) + ".", "Compare both with the provider's page, field by field, then log in again; or try another place." + empty, mends);
    }

    /// A server that was asked by Basic must, and others may, say which scheme it wants (RFC 6749 §5.2).
    private static boolean wantsBasic(Evidence evidence) {
        return evidence.response() != null && evidence.response().headers().stream().filter(h -> h.is("WWW-Authenticate")).map(Header::value)
                .anyMatch(v -> v.regionMatches(true, 0, "Basic", 0, 5));
    }

    private static Mend change(String place) {
        var label = place.equals("header") ? "Send as Basic header" : place.equals("body") ? "Send in the body" : "Send in the query (GET)";
        return new Mend.Change(label, Map.of(KEY, place));
    }
}

package dev.posthorn.demo.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/// Sends a browser back to the program that asked: with the answer in the query, the fragment, or a form that sends itself.
final class Redirection {

    private Redirection() {}

    static Answer to(Visit visit, AuthorizationRequest.Target target, Map<String, Object> answer) {
        var fields = new LinkedHashMap<>(answer);
        var state = visit.asked().parameters().get("state");
        if (state != null) {
            fields.put("state", visit.has(Fault.WRONG_STATE) ? "of-another-login" : state.getFirst());
        }
        if (!visit.has(Fault.NO_ISS)) {
            fields.put("iss", visit.has(Fault.WRONG_ISS) ? "https://another.example" : visit.issuer());
        }
        if (target.mode().equals("form_post")) {
            return Answer.page(200, Pages.sendingItself(target.redirect(), fields)).with("Cache-Control", "no-store");
        }
        var mark = target.mode().equals("fragment") ? "#" : target.redirect().contains("?") ? "&" : "?";
        return Answer.redirect(target.redirect() + mark + TokenAnswers.encoded(fields)).with("Cache-Control", "no-store");
    }
}

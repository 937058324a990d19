package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.util.List;
import java.util.Optional;

/// An answer that is none of OAuth: a web page, a wrong address, a server in trouble, an empty body.
final class OddAnswer {

    private OddAnswer() {}

    static Optional<Finding> of(Evidence evidence) {
        var status = Words.status(evidence);
        if (status == 0) {
            return Optional.empty();
        }
        var place = Words.place(evidence);
        var url = Words.shown(evidence.url());
        if (status >= 300 && status < 400) {
            return finding("wrong-url", place + " " + url + " sends us on to another address (" + status + ") instead of answering.",
                    "Take the address that the provider's page names, with https and without a slash too much, as " + Words.field(evidence) + ".");
        }
        if (status == 404 || status == 410) {
            return finding("wrong-url", "There is nothing of OAuth at " + url + ": the server answers " + status + ".", compare(evidence));
        }
        if (status == 405) {
            return finding("wrong-url", url + " does not take the request (405): it is hardly " + place.toLowerCase(java.util.Locale.ROOT) + ".", compare(evidence));
        }
        if (status == 429) {
            return finding("too-many", place + " has had too many requests (429).", "Wait a while, then log in again; nothing is wrong with the settings.");
        }
        if (status >= 500) {
            return finding("server-trouble", place + " is in trouble itself: it answers " + status + ".", "Try again later, or look into the log of the server: the settings may be right.");
        }
        if (Words.html(evidence)) {
            return finding("html-instead-of-json", url + " answers with a web page (" + status + ") where JSON is due: that is the page of an application, not its "
                    + (evidence.stage() == Evidence.Stage.DISCOVERY ? "identity service." : "token service."), compare(evidence));
        }
        return Optional.empty();
    }

    static Finding unknown(Evidence evidence) {
        var status = Words.status(evidence);
        if (status == 200) {
            return new Finding("no-token", Words.place(evidence) + " answers 200, but with nothing that can be used" + (evidence.body().isBlank() ? ": the body is empty."
                    : evidence.body().stripLeading().startsWith("{") && evidence.parameters().isEmpty() ? ": it has no token, or its JSON is damaged or longer than a token's." : "."), compare(evidence), List.of());
        }
        if (status == 401 || status == 403) {
            return new Finding("refused", Words.place(evidence) + " refuses (" + status + ")" + (evidence.body().isBlank() ? " and says no more." : "; the timeline shows what it says."),
                    "Compare client id, client secret and all URLs with the provider's page, field by field, then log in again.", List.of());
        }
        return new Finding("not-understood", Words.place(evidence) + " answers " + (status == 0 ? "nothing" : String.valueOf(status)) + Words.said(evidence) + ", which no rule of OAuth explains.",
                "The timeline shows its words. " + compare(evidence), List.of());
    }

    private static String compare(Evidence evidence) {
        return "Compare the " + Words.field(evidence) + " with the provider's page, or let \"Discover\" fill it in.";
    }

    private static Optional<Finding> finding(String fault, String sentence, String advice) {
        return Optional.of(new Finding(fault, sentence, advice, List.of()));
    }
}

package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Wire;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What is said of a session of Creatio before a request goes out in it.
final class CreatioWorkings {

    private CreatioWorkings() {}

    static List<Working> of(CreatioSite site, Auth values, Admission in, Wire wire) {
        var all = new ArrayList<Working>();
        var who = values.text("username").strip() + " at " + site.base();
        all.add(Working.note(in.since().map(since -> "Sent in the session of " + who + ", logged in at " + since.truncatedTo(ChronoUnit.SECONDS) + ". "
                + (in.opens() ? "It is the first call of the session: it goes without BPMSESSIONID, which its answer brings, and others wait for it." : "All requests of this user share it."))
                .orElse("Logs in as " + who + " when it is sent, once for all requests of this user; the first of them brings BPMSESSIONID, and the others wait for that.")));
        if (site.zero()) {
            all.add(Working.warning("The base URL ends in /0, which belongs to the paths of services: the login goes to " + site.login() + "."));
        }
        var against = site.against(wire.url());
        if (!against.isEmpty()) {
            all.add(Working.warning(against + " Correct the URL, or choose the other platform."));
        }
        if (in.since().isPresent() && in.cookies(wire.url()).isEmpty()) {
            all.add(Working.warning("No cookie of the session goes to this address" + (wire.url().startsWith("http:") ? ": they may be for https alone." : ": their paths lead elsewhere.")));
        }
        if (!values.text("csrf").equals("never")) {
            all.add(Working.note(in.since().isEmpty() || in.cookie(wire.url(), CreatioSite.CSRF).isPresent() ? "The header BPMCSRF repeats the cookie of that name, where there is one."
                    : "The login brought no BPMCSRF cookie: the protection is off there, and the header is left away."));
        }
        return all;
    }
}

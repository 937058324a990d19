package dev.posthorn.demo.creatio;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Shelf;
import dev.posthorn.demo.vendor.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The logins of a Creatio and the sessions that its services open for them.
final class Sessions {

    private static final int MOST = 5_000;
    private static final long YEAR = 365L * 24 * 3600;

    private final Stage stage;
    private final String name;
    private final Shelf<Ticket> tickets = new Shelf<>(MOST);
    private final Shelf<String> opened = new Shelf<>(MOST);
    private final AtomicInteger calls = new AtomicInteger();

    /// @param name of the application, which is the first part of its paths and of its counts
    Sessions(Stage stage, String name) {
        this.stage = stage;
        this.name = name;
    }

    /// What a login left: the cookies that prove it.
    record Ticket(String user, String form, String loader, String csrf) {}

    /// What the door said to a call: an answer that refuses it, or the cookie of the session that it opened; both null for a call of a known session.
    record Entry(Answer refused, String cookie) {}

    /// What is known of the cookies of a call.
    ///
    /// @param opened whether they name a session
    /// @param lost   whether a fault ended all sessions at this call
    private record Known(Optional<Ticket> ticket, boolean opened, boolean lost) {}

    Answer login(String user, Answer good) {
        stage.counts().add(name + ".logins");
        if (stage.faults().has(Fault.LOGIN_NO_COOKIES)) {
            return good;
        }
        var ticket = new Ticket(user, stage.fresh(48).toUpperCase(Locale.ROOT), stage.fresh(12), stage.fresh(11));
        tickets.put(ticket.form(), ticket);
        var answer = good.with("Set-Cookie", "BPMLOADER=" + ticket.loader() + "; path=/" + name + "; HttpOnly; SameSite=Lax")
                .with("Set-Cookie", ".ASPXAUTH=" + ticket.form() + "; path=/" + name + "; HttpOnly; SameSite=Lax");
        if (!stage.faults().has(Fault.CSRF_OFF)) {
            answer = answer.with("Set-Cookie", "BPMCSRF=" + ticket.csrf() + "; path=/");
        }
        var codes = new StringBuilder();
        user.chars().forEach(c -> codes.append(codes.isEmpty() ? "" : "|").append(c));
        var until = DateTimeFormatter.RFC_1123_DATE_TIME.format(stage.now().plusSeconds(YEAR).atOffset(ZoneOffset.UTC));
        return answer.with("Set-Cookie", "UserName=" + codes + "; expires=" + until + "; path=/; HttpOnly");
    }

    void logout(Asked asked) {
        asked.cookie(".ASPXAUTH").flatMap(tickets::take).ifPresent(t -> opened.removeIf(t.form()::equals));
    }

    /// Whether a call may pass, and in which session.
    Entry enter(Asked asked) {
        var known = known(asked.cookie(".ASPXAUTH"), asked.cookie("BPMSESSIONID"));
        var ticket = known.ticket();
        if (known.lost()) {
            return refused(asked, "Fault: the session is lost.");
        }
        if (ticket.isEmpty()) {
            return refused(asked, asked.cookie(".ASPXAUTH").isEmpty() ? "Not logged in: the cookie .ASPXAUTH is missing." : "The login of the cookie .ASPXAUTH is over.");
        }
        asked.note().who(ticket.get().user());
        if (!asked.cookie("BPMLOADER").equals(Optional.of(ticket.get().loader()))) {
            return refused(asked, "The cookie BPMLOADER is missing, or of another login.");
        }
        var forged = forged(asked, ticket.get());
        if (!forged.isEmpty()) {
            asked.note().wrong(forged);
            return new Entry(Answer.page(403, "403 - Forbidden: Access is denied.", "<p>You do not have permission to view this directory or page using the credentials that you supplied.</p>"), null);
        }
        return known.opened() ? new Entry(null, null) : open(asked, ticket.get());
    }

    /// Login and session are looked up in one step: else a call whose session ends in between would open another one.
    private synchronized Known known(Optional<String> form, Optional<String> id) {
        var ticket = form.flatMap(tickets::get);
        if (ticket.isPresent() && lost()) {
            tickets.clear();
            opened.clear();
            return new Known(Optional.empty(), false, true);
        }
        return new Known(ticket, ticket.isPresent() && id.flatMap(opened::get).equals(form), false);
    }

    private boolean lost() {
        var faults = stage.faults();
        var every = faults.number(Fault.SESSION_LOST_EVERY);
        return faults.strikes(Fault.SESSION_LOST) || every > 0 && calls.incrementAndGet() % every == 0;
    }

    private String forged(Asked asked, Ticket ticket) {
        var faults = stage.faults();
        if (faults.strikes(Fault.CSRF_REFUSED)) {
            return "Fault: the header BPMCSRF is refused.";
        }
        if (faults.has(Fault.CSRF_OFF) || faults.has(Fault.CSRF_OFF_WITH_COOKIE)) {
            return "";
        }
        if (asked.header("BPMCSRF").isEmpty()) {
            return "The header BPMCSRF is missing.";
        }
        if (!asked.header("BPMCSRF").equals(ticket.csrf())) {
            return "The header BPMCSRF is of another login.";
        }
        return asked.cookie("BPMCSRF").equals(Optional.of(ticket.csrf())) ? "" : "The cookie BPMCSRF is missing, or differs from the header.";
    }

    /// Each call without a known BPMSESSIONID opens a session.
    private Entry open(Asked asked, Ticket ticket) {
        stage.faults().wait(Fault.FIRST_CALL_SLOW);
        if (stage.faults().strikes(Fault.FIRST_CALL_FAILS)) {
            asked.note().wrong("Fault: the call that would open a session fails.");
            return new Entry(Answer.page(500, "Runtime Error", "<p>An application error occurred on the server.</p>"), null);
        }
        stage.counts().add(name + ".sessions");
        if (stage.faults().has(Fault.NO_SESSION_COOKIE)) {
            return new Entry(null, null);
        }
        var id = stage.fresh(12);
        opened.put(id, ticket.form());
        return new Entry(null, "BPMSESSIONID=" + id + "; path=/" + name + "; HttpOnly; SameSite=Lax");
    }

    /// As the switches say: 401, 403, a redirect to the login page, or the page itself.
    private Entry refused(Asked asked, String why) {
        asked.note().wrong(why);
        stage.counts().add(name + ".refused");
        var faults = stage.faults();
        if (faults.has(Fault.SESSION_LOST_REDIRECT)) {
            var back = URLEncoder.encode(asked.path(), StandardCharsets.UTF_8);
            return new Entry(Answer.redirect("/" + name + "/Login/NuiLogin.aspx?ReturnUrl=" + back), null);
        }
        if (faults.has(Fault.SESSION_LOST_HTML)) {
            return new Entry(LoginPage.answer(name), null);
        }
        var status = faults.has(Fault.SESSION_LOST_FORBIDDEN) ? 403 : 401;
        return new Entry(Answer.page(status, status + (status == 401 ? " - Unauthorized: Access is denied due to invalid credentials." : " - Forbidden: Access is denied."),
                "<p>You do not have permission to view this directory or page using the credentials that you supplied.</p>"), null);
    }

    synchronized void reset() {
        tickets.clear();
        opened.clear();
        calls.set(0);
    }
}

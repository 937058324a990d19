package dev.posthorn.vendors;

import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SessionSource.Door;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Exchange;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One login at Creatio: name and password go to AuthService, cookies come back (development guide, "Calling configuration services"; the header ForceUseSession from its pages on
/// authentication).
record CreatioLogin(Exchange exchange) {

    static final String CANCELLED = "it was cancelled";
    private static final int MOST = 64 << 10;

    sealed interface Result {

        /// @param setCookies the lines of the answer
        record In(List<String> setCookies) implements Result {}

        record Refused(Finding finding) implements Result {}

        record Ended(String reason) implements Result {}
    }

    Result run(Door door, Cancellation cancellation) {
        var site = CreatioSite.of(new Auth("", Map.of("baseUrl", door.base())));
        var credentials = new LinkedHashMap<String, Object>();
        credentials.put("UserName", door.user());
        credentials.put("UserPassword", door.password());
        var wire = new Wire("POST", site.login(), List.of(new Header("Content-Type", "application/json; charset=utf-8"), new Header("Accept", "application/json"), new Header("ForceUseSession", "true")),
                new Payload.Bytes(JsonWriter.compact(credentials).getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-8"));
        var outcome = exchange.send(wire, "Creatio login", cancellation);
        try {
            return switch (outcome) {
                case Outcome.Received received -> read(door, received.response());
                case Outcome.Failed(var failure, _, _, _, _) -> new Result.Refused(new Finding("no-answer", failure.sentence(), failure.advice(), List.of()));
                case Outcome.Cancelled _, Outcome.Skipped _ -> new Result.Ended(CANCELLED);
            };
        } finally {
            outcome.exchanges().stream().filter(hop -> hop.received() != null).forEach(hop -> hop.received().body().release());
        }
    }

    private static Result read(Door door, Response answer) {
        var said = new LoginAnswer(door.base(), answer, text(answer));
        return said.fault().<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.In(answer.headers().stream().filter(h -> h.is("Set-Cookie")).map(Header::value).toList()));
    }

    private static String text(Response answer) {
        try (var in = answer.body().open()) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

package dev.posthorn.workbench;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.socket.Handshake;
import dev.posthorn.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// What will be added to the headers of a WebSocket's handshake: those of a GET to the same address, and the handshake's own.
final class HandshakePreview {

    private HandshakePreview() {}

    /// @param off   names of headers that are switched off, in small letters
    /// @param asked gives the headers that a plain request would have
    static List<AutomaticHeader> of(Request handshake, Set<String> off, Function<Request, List<AutomaticHeader>> asked) {
        var own = handshake.headers().stream().filter(e -> e.enabled() && !e.key().isBlank()).map(e -> e.key().strip()).toList();
        var url = handshake.url().replaceFirst("(?i)^ws(s?)://", "http$1://");
        var rows = new ArrayList<>(asked.apply(handshake.withMethod("GET").withAddress(url, handshake.query(), handshake.pathVariables())));
        rows.removeIf(h -> h.name().equalsIgnoreCase("Connection") || Handshake.LEFT_AWAY.contains(h.name().toLowerCase(Locale.ROOT)));
        for (var header : Handshake.automatic(AutomaticHeaders.LATER)) {
            var key = header.name().toLowerCase(Locale.ROOT);
            var state = own.stream().anyMatch(header::is) ? AutomaticHeaders.State.OVERRIDDEN : off.contains(key) ? AutomaticHeaders.State.OFF : AutomaticHeaders.State.SENT;
            rows.add(new AutomaticHeader(header.name(), header.value(), key, state, ""));
        }
        return rows;
    }
}

package dev.posthorn.workbench;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Veil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// Makes a request out of what was sent, to be copied as a command or opened in a tab: all headers stand in it as they went out, but for those
/// that every client makes for itself.
public final class SentRequest {

    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length", "connection", "transfer-encoding", "accept-encoding");

    private SentRequest() {}

    /// @param veil covers the secrets; null leaves them in
    public static Request of(Wire wire, Veil veil) {
        var headers = wire.headers().stream().filter(h -> !OF_THE_CLIENT.contains(h.name().toLowerCase(java.util.Locale.ROOT)))
                .filter(h -> !(wire.payload() instanceof Payload.Multipart && h.is("Content-Type")))
                .map(h -> Entry.of(h.name(), veil == null ? h.value() : Veil.covered(veil.field(h)))).toList();
        var url = RequestUrl.parse(veil == null ? wire.url() : Veil.covered(veil.url(wire.url())));
        return Request.get("").withMethod(wire.method()).withAddress(url.toString(), url.entries(), List.of()).withHeaders(headers).withBody(body(wire.payload(), veil)).withAuth(Auth.NONE);
    }

    private static Body body(Payload payload, Veil veil) {
        return switch (payload) {
            case Payload.Empty() -> Body.none();
            case Payload.Bytes(var bytes, _) -> new Body.Raw(text(new String(bytes, StandardCharsets.UTF_8), veil), "text");
            case Payload.FromFile(var file, _) -> new Body.Binary(file.toString());
            case Payload.Multipart(_, var pieces) -> new Body.FormData(pieces.stream().map(p -> part(p, veil)).toList());
        };
    }

    private static Part part(Payload.Piece piece, Veil veil) {
        var entry = Entry.of(piece.name(), text(piece.text(), veil));
        return piece.file() == null ? new Part(entry, false, List.of(), piece.contentType()) : new Part(entry, true, List.of(piece.file().toString()), piece.contentType());
    }

    private static String text(String text, Veil veil) {
        return veil == null ? text : Veil.covered(veil.body(text));
    }
}

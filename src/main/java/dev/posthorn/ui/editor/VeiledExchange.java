package dev.posthorn.ui.editor;

import dev.posthorn.model.Payload;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Traffic;
import dev.posthorn.store.Veil;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.ExchangeText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/// An exchange as text to read: connection, both heads as they were on the wire, the beginning of both bodies, the phases. A covered secret is
/// uncovered by a click, each for itself.
public final class VeiledExchange {

    private final IntConsumer toggle;
    private final Set<Integer> uncovered;
    private final List<Transcript.Piece> pieces = new ArrayList<>();
    private int secrets;

    private VeiledExchange(Set<Integer> uncovered, IntConsumer toggle) {
        this.uncovered = new HashSet<>(uncovered);
        this.toggle = toggle;
    }

    /// @param uncovered numbers of the secrets that are shown, counted from the top
    /// @param toggle    called with the number of the secret that was clicked
    public static List<Transcript.Piece> of(Traffic traffic, Veil veil, Set<Integer> uncovered, IntConsumer toggle) {
        var text = new VeiledExchange(uncovered, toggle);
        text.exchange(traffic, veil);
        return text.pieces;
    }

    private void exchange(Traffic traffic, Veil veil) {
        ExchangeText.connection(traffic).forEach(this::note);
        title("Request" + origin(traffic));
        veiled(veil.head(ExchangeText.requestHead(traffic)));
        sentBody(traffic, veil);
        var head = ExchangeText.responseHead(traffic);
        if (!head.isEmpty()) {
            title("Answer" + origin(traffic));
            veiled(veil.head(head));
            body(traffic.received() == null ? null : traffic.received().body(), traffic.received() == null ? 0 : traffic.received().sizes().body(), veil);
        }
        if (!traffic.trace().trailers().isEmpty()) {
            title("Trailers");
            traffic.trace().trailers().forEach(t -> {
                plain(t.name() + ": ");
                veiled(veil.field(t));
                plain("\n");
            });
        }
        title(traffic.failure() != null ? "Failed" : traffic.received() == null ? "Cancelled" : "Time");
        note(ExchangeText.outcome(traffic));
        if (traffic.failure() != null) {
            note(traffic.failure().advice());
        }
    }

    private static String origin(Traffic traffic) {
        return traffic.trace().heads().raw() ? "" : " (rebuilt, not raw)";
    }

    private void sentBody(Traffic traffic, Veil veil) {
        switch (traffic.sent().payload()) {
            case Payload.Empty() -> { }
            case Payload.Bytes(var bytes, _) -> {
                text(bytes, veil);
                if (bytes.length == Console.PREVIEW) {
                    note("… the first " + (Console.PREVIEW >> 10) + " KiB");
                }
            }
            case Payload.FromFile(var file, _) -> note("The bytes of " + file);
            case Payload.Multipart(_, var parts) -> parts.forEach(p -> {
                plain(p.name() + " = ");
                if (p.file() == null) {
                    veiled(veil.body(p.text()));
                    plain("\n");
                } else {
                    note("the bytes of " + p.file());
                }
            });
        }
    }

    private void body(StoredBody body, long whole, Veil veil) {
        if (body == null || body.size() == 0) {
            return;
        }
        try (var in = body.open()) {
            text(in.readAllBytes(), veil);
        } catch (IOException e) {
            note("The body can no longer be read.");
        }
        if (whole > body.size()) {
            note(String.format(java.util.Locale.ROOT, "… the first %,d of %,d bytes", body.size(), whole));
        }
    }

    /// As text where it is UTF-8; a character that was cut in two at the end does not count.
    private void text(byte[] bytes, Veil veil) {
        var text = decoded(bytes);
        if (text == null) {
            note(String.format(java.util.Locale.ROOT, "%,d bytes that are no text", bytes.length));
        } else {
            veiled(veil.body(text));
            plain(text.endsWith("\n") ? "" : "\n");
        }
    }

    private static String decoded(byte[] bytes) {
        for (var cut = 0; cut < 4 && cut <= bytes.length; cut++) {
            try {
                var text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut)).toString();
                return text.indexOf('\0') >= 0 ? null : text;
            } catch (CharacterCodingException e) {
                // Perhaps the end of it was cut.
            }
        }
        return null;
    }

    private void title(String text) {
        pieces.add(new Transcript.Piece((pieces.isEmpty() ? "" : "\n") + text + "\n", "transcript-title", null));
    }

    private void note(String text) {
        pieces.add(new Transcript.Piece(text + "\n", "transcript-note", null));
    }

    private void plain(String text) {
        if (!text.isEmpty()) {
            pieces.add(Transcript.Piece.plain(text));
        }
    }

    private void veiled(List<Veil.Piece> text) {
        for (var piece : text) {
            if (piece.secret()) {
                var number = secrets++;
                pieces.add(new Transcript.Piece(uncovered.contains(number) ? piece.text() : piece.shown(), "transcript-secret", () -> toggle.accept(number)));
            } else {
                plain(piece.text());
            }
        }
    }
}

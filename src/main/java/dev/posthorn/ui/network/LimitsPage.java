package dev.posthorn.ui.network;

import dev.posthorn.model.Network;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.scene.layout.VBox;

/// How much of one answer is kept, and how much of the disk stays free.
final class LimitsPage extends VBox {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})(?:[.,](\\d))?\\s*(B|bytes?|K|KB|KiB|M|MB|MiB|G|GB|GiB|T|TB|TiB)?", Pattern.CASE_INSENSITIVE);
    private static final long LEAST_BODY = 1 << 20;

    LimitsPage(Network network, Consumer<UnaryOperator<Network>> edit) {
        var form = new Form();
        amount(form, "limit-body", "Largest answer", network.mostBody(), LEAST_BODY, "The most that is kept of one answer, unpacked. What came before the limit stays.",
                bytes -> n -> n.withLimits(bytes, n.freeDisk()), edit);
        amount(form, "limit-disk", "Leave free on disk", network.freeDisk(), 0, "An answer is broken off before less than this is free; what came stays.",
                bytes -> n -> n.withLimits(n.mostBody(), bytes), edit);
        getChildren().add(form);
    }

    private static void amount(Form form, String id, String label, long value, long least, String words, LongFunction<UnaryOperator<Network>> change,
            Consumer<UnaryOperator<Network>> edit) {
        var note = new Note(id + "-note");
        note.say(Note.Tone.QUIET, words);
        var field = Form.text(id, words(value), words(value));
        field.textProperty().subscribe((_, text) -> {
            var bytes = bytes(text);
            if (bytes.isEmpty()) {
                note.fault("Write an amount such as 500 MiB or 4 GiB.");
            } else if (bytes.getAsLong() < least) {
                note.fault("At least " + words(least) + ".");
            } else {
                note.say(Note.Tone.QUIET, words);
                edit.accept(change.apply(bytes.getAsLong()));
            }
        });
        form.row(label, field, note);
    }

    static OptionalLong bytes(String text) {
        var match = AMOUNT.matcher(text.strip());
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        var unit = match.group(3) == null ? 'B' : match.group(3).toUpperCase(Locale.ROOT).charAt(0);
        var factor = switch (unit) {
            case 'K' -> 1L << 10;
            case 'M' -> 1L << 20;
            case 'G' -> 1L << 30;
            case 'T' -> 1L << 40;
            default -> 1L;
        };
        var whole = Long.parseLong(match.group(1));
        return whole > (1L << 50) / factor ? OptionalLong.empty()
                : OptionalLong.of(whole * factor + (match.group(2) == null ? 0 : Long.parseLong(match.group(2)) * factor / 10));
    }

    static String words(long bytes) {
        var units = new String[] {"bytes", "KiB", "MiB", "GiB", "TiB"};
        var at = 0;
        var amount = bytes;
        while (at < units.length - 1 && amount >= 1024 && amount % 1024 == 0) {
            amount /= 1024;
            at++;
        }
        return amount + " " + units[at];
    }
}

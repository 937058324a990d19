package dev.posthorn.ui.console;

import dev.posthorn.model.StoredBody;
import dev.posthorn.workbench.ConsoleEntry;
import dev.posthorn.workbench.ExchangeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Which entries of the console are listed.
final class ConsoleFilter {

    /// What kind of entries.
    enum Kind {
        ALL("Everything"), EXCHANGES("Exchanges"), FAILED("Failed"), SCRIPTS("Scripts");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private ConsoleFilter() {}

    /// Those of that kind that hold the words, in any case, in URL, heads, bodies, name or message. Takes a while: not for the FX thread.
    static List<ConsoleEntry> of(List<ConsoleEntry> entries, Kind kind, String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return entries.stream().filter(e -> is(e, kind)).filter(e -> wanted.isEmpty() || holds(e, wanted)).toList();
    }

    private static boolean is(ConsoleEntry entry, Kind kind) {
        return switch (kind) {
            case ALL -> true;
            case EXCHANGES -> entry instanceof ConsoleEntry.Exchanged;
            case FAILED -> entry.failed();
            case SCRIPTS -> entry instanceof ConsoleEntry.Said;
        };
    }

    private static boolean holds(ConsoleEntry entry, String wanted) {
        return in(entry.sender(), wanted) || switch (entry) {
            case ConsoleEntry.Exchanged(_, _, var traffic, _) -> in(traffic.sent().url(), wanted) || in(ExchangeText.requestHead(traffic), wanted)
                    || in(ExchangeText.responseHead(traffic), wanted) || traffic.failure() != null && in(traffic.failure().sentence(), wanted)
                    || traffic.received() != null && in(text(traffic.received().body()), wanted);
            case ConsoleEntry.Unsent(_, _, _, _, var url, var failure) -> in(url, wanted) || in(failure.sentence(), wanted);
            case ConsoleEntry.Said(_, _, _, _, var text) -> in(text, wanted);
        };
    }

    private static boolean in(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static String text(StoredBody body) {
        try (var in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}

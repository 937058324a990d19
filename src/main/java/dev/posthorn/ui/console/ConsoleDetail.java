package dev.posthorn.ui.console;

import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.ui.editor.VeiledExchange;
import dev.posthorn.workbench.ConsoleEntry;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/// An entry of the console as text: an exchange, a request that was never sent, or what a script said.
final class ConsoleDetail {

    private ConsoleDetail() {}

    /// @param uncovered numbers of the secrets that are shown, counted from the top
    /// @param toggle    called with the number of the secret that was clicked
    static List<Transcript.Piece> of(ConsoleEntry entry, Set<Integer> uncovered, IntConsumer toggle) {
        return switch (entry) {
            case ConsoleEntry.Exchanged(_, _, var traffic, var veil) -> VeiledExchange.of(traffic, veil, uncovered, toggle);
            case ConsoleEntry.Unsent(_, _, _, var method, var url, var failure) -> List.of(new Transcript.Piece("Not sent\n", "transcript-title", null),
                    Transcript.Piece.plain(method + " " + url + "\n\n" + failure.sentence() + "\n" + failure.advice() + "\n"));
            case ConsoleEntry.Said(_, _, _, _, var text) -> List.of(Transcript.Piece.plain(text + "\n"));
        };
    }
}

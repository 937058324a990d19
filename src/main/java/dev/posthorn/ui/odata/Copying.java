package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Edm;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Puts a cell, a row or all rows on the clipboard, as JSON or CSV. Many rows are written on another thread.
final class Copying {
    private final Edm edm;
    private final ExplorerServices services;

    Copying(Edm edm, ExplorerServices services) {
        this.edm = edm;
        this.services = services;
    }

    /// @param form "cell", "json", "csv", "all-json", "all-csv"
    void copy(String form, Shown from, Grid grid) {
        var row = grid.selected();
        var column = grid.selectedColumn();
        var all = form.startsWith("all");
        if (from == null || row == null && !all) {
            return;
        }
        var rows = all ? grid.rows() : List.of(row);
        services.background().run(() -> switch (form) {
            case "json" -> RowText.json(from.columns(), row, edm);
            case "all-json" -> RowText.json(from.columns(), rows, edm);
            case "csv", "all-csv" -> RowText.csv(from.columns(), rows);
            default -> column < 0 || column >= row.cells().size() ? "" : RowText.full(row.cells().get(column));
        }, text -> put(text, rows.size()), e -> services.trouble("It cannot be copied: " + e.getMessage()));
    }

    private void put(String text, int rows) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        services.say(rows == 1 ? "Copied." : String.format(Locale.ROOT, "%,d rows copied.", rows));
    }
}

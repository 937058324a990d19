package dev.posthorn.ui.shell;

import java.io.File;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/// Files, folders, links and text that are dropped anywhere on the window: opened or imported.
final class FileDrop {
    private FileDrop() {}

    static void on(Node window, Supplier<Transfers> transfers) {
        window.setOnDragOver(drag -> {
            var board = drag.getDragboard();
            if (board.hasFiles() || board.hasUrl() || board.hasString()) {
                drag.acceptTransferModes(TransferMode.COPY);
            }
            drag.consume();
        });
        window.setOnDragDropped(drop -> {
            var board = drop.getDragboard();
            drop.setDropCompleted(board.hasFiles() || board.hasUrl() || board.hasString());
            if (board.hasFiles()) {
                transfers.get().dropped(board.getFiles().stream().map(File::toPath).toList());
            } else if (board.hasUrl() || board.hasString()) {
                transfers.get().importText(board.hasUrl() ? board.getUrl() : board.getString());
            }
            drop.consume();
        });
    }
}

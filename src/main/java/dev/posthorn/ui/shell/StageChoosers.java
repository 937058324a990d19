package dev.posthorn.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The choosers of the desktop, over the window.
final class StageChoosers implements Choosers {
    private final Stage stage;
    private final Executor executor;
    private final Consumer<String> trouble;
    private File last;

    /// `trouble` hears, on any thread, why a file could not be shown.
    StageChoosers(Stage stage, Executor executor, Consumer<String> trouble) {
        this.stage = stage;
        this.executor = executor;
        this.trouble = trouble;
    }

    @Override
    public List<Path> files(String title) {
        var chooser = chooser(title);
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("Collections and environments", "*.json"), new FileChooser.ExtensionFilter("All files", "*"));
        var chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        last = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> file(String title) {
        return remembered(chooser(title).showOpenDialog(stage));
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        var chooser = chooser(title);
        chooser.setInitialFileName(name);
        return remembered(chooser.showSaveDialog(stage));
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return remembered(chooser.showDialog(stage));
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return chooser;
    }

    private File start() {
        return last != null && last.isDirectory() ? last : null;
    }

    private Optional<Path> remembered(File file) {
        if (file != null) {
            last = file.isDirectory() ? file : file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public void reveal(Path file) {
        executor.execute(() -> {
            try {
                Runtime.getRuntime().exec(command(file));
            } catch (IOException e) {
                trouble.accept("The file manager could not be started (" + e.getMessage() + "). The file is " + file + ".");
            }
        });
    }

    private static String[] command(Path file) {
        var system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        if (system.startsWith("windows")) {
            return new String[] {"explorer.exe", "/select," + file};
        }
        return system.startsWith("mac") ? new String[] {"open", "-R", file.toString()} : new String[] {"xdg-open", file.getParent().toString()};
    }
}

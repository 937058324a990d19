package dev.posthorn.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// For pictures of the window: nobody is there to choose a file.
final class NoChoosers implements Choosers {
    @Override
    public List<Path> files(String title) {
        return List.of();
    }

    @Override
    public Optional<Path> file(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        return Optional.empty();
    }

    @Override
    public void reveal(Path file) {
        // Nobody looks.
    }
}

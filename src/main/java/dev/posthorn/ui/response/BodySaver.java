package dev.posthorn.ui.response;

import dev.posthorn.model.StoredBody;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Saves a body to a file of the user's choice, whole or not at all.
final class BodySaver {

    private final Background background;
    private final SaveTarget target;
    private final Consumer<String> says;

    BodySaver(Background background, SaveTarget target, Consumer<String> says) {
        this.background = background;
        this.target = target;
        this.says = says;
    }

    void save(StoredBody body, String suggestedName) {
        target.choose(suggestedName).ifPresent(file -> {
            says.accept("Saving …");
            background.run(() -> write(body, file.toAbsolutePath()), size -> says.accept("Saved " + Amounts.bytes(size) + " to " + file.getFileName() + "."),
                    error -> says.accept("Not saved to " + file + ": " + error.getMessage() + ". Choose another folder or make room."));
        });
    }

    private static long write(StoredBody body, Path file) throws IOException {
        var temporary = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            try (var in = body.open()) {
                Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            }
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Files.size(file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

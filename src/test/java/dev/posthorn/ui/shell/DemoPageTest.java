package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the demo server's page from the window.
final class DemoPageTest {

    @TempDir
    private Path folder;

    @Test
    void theActionStartsTheDemoServerAndOpensItsPage() {
        List<URI> opened = new CopyOnWriteArrayList<>();
        var window = new OpenWindow(folder, null, new SecretsInMemory(), page -> {
            opened.add(page);
            return Optional.empty();
        });
        try {
            window.perform(Action.DEMO);
            window.until("the browser was asked for a page", () -> !opened.isEmpty());
            assertEquals("/admin", opened.getFirst().getPath());
            assertEquals("127.0.0.1", opened.getFirst().getHost());
        } finally {
            window.close();
        }
    }
}

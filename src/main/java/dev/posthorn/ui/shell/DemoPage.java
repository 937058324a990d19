package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Background;
import java.net.URI;
import java.util.Optional;

/// Opens the demo server's own page in the browser: the calls that it received, and switches for its faults. Starts the server where it does not run yet.
final class DemoPage {

    private final Parts parts;
    private final Background background;
    private final Toasts toasts;
    private final StatusBar status;

    DemoPage(Parts parts, Background background, Toasts toasts, StatusBar status) {
        this.parts = parts;
        this.background = background;
        this.toasts = toasts;
        this.status = status;
    }

    void open() {
        background.run(() -> {
            var address = parts.workbench().demo().address();
            return new Opened(address, parts.browser().open(URI.create(address + "/admin")));
        }, this::opened, e -> toasts.bad("The demo server could not start: " + e.getMessage()));
    }

    private record Opened(String address, Optional<String> trouble) {}

    private void opened(Opened opened) {
        status.demo(opened.address());
        opened.trouble().ifPresentOrElse(why -> toasts.bad(why + " Open " + opened.address() + "/admin yourself."), () -> status.say("The demo server's page is open in the browser."));
    }
}

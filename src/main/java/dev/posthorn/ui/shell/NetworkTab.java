package dev.posthorn.ui.shell;

import dev.posthorn.http.tls.SystemAuthorities;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.network.NetworkServices;
import java.util.function.Consumer;

/// Opens the network settings, once: a second time brings their tab to the front.
final class NetworkTab {
    private final Parts parts;
    private final Background background;
    private final Documents documents;
    private final Tabs tabs;
    private final Choosers choosers;
    private final Toasts toasts;

    NetworkTab(Parts parts, Background background, Documents documents, Tabs tabs, Choosers choosers, Toasts toasts) {
        this.parts = parts;
        this.background = background;
        this.documents = documents;
        this.tabs = tabs;
        this.choosers = choosers;
        this.toasts = toasts;
    }

    /// Reads the settings and says what is wrong with them, before anything is sent.
    void begin() {
        background.run(() -> {
            parts.network().now();
            return parts.network().notes();
        }, notes -> notes.forEach(toasts::bad), e -> toasts.bad("The network settings could not be read: " + e.getMessage()));
    }

    /// Other settings, for a picture of them.
    void use(Network sample) {
        parts.network().use(sample);
    }

    void open(Consumer<NetworkDocument> then) {
        background.run(parts.network()::now, now -> {
            var there = documents.all().stream().filter(NetworkDocument.class::isInstance).map(NetworkDocument.class::cast).findFirst();
            if (there.isPresent()) {
                documents.front().set(there.get());
            }
            var document = there.orElseGet(() -> new NetworkDocument(parts.network(), now, services(), toasts::bad));
            if (there.isEmpty()) {
                tabs.show(document);
            }
            then.accept(document);
        }, e -> toasts.bad("The network settings cannot be opened: " + e.getMessage()));
    }

    private NetworkServices services() {
        return new NetworkServices(background, choosers::file, choosers::files, () -> parts.workbench().systemProxy(), SystemAuthorities.ofThisSystem(), parts.clock());
    }
}

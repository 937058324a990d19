package dev.posthorn.ui.shell;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Network;
import dev.posthorn.store.NetworkFile;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.network.NetworkPane;
import dev.posthorn.ui.network.NetworkServices;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// The network settings in a tab. There is nothing to save: what makes sense counts at once, and is written when the typing rests.
final class NetworkDocument extends Document {
    private static final Duration REST = Duration.millis(400);

    private final NetworkPane pane;
    private final NetworkFile file;
    private final NetworkServices services;
    private final Background background;
    private final Consumer<String> trouble;
    private final PauseTransition rest = new PauseTransition(REST);
    private Network network;

    /// @param network as it is now
    NetworkDocument(NetworkFile file, Network network, NetworkServices services, Consumer<String> trouble) {
        this.file = file;
        this.network = network;
        this.services = services;
        this.background = services.background();
        this.trouble = trouble;
        title().set("Network");
        rest.setOnFinished(_ -> write());
        pane = new NetworkPane(services, network, now -> {
            this.network = now;
            file.use(now);
            rest.playFromStart();
        });
    }

    /// The same once more, for a tab that is opened again.
    NetworkDocument again() {
        return new NetworkDocument(file, network, services, trouble);
    }

    private void write() {
        background.run(() -> {
            file.flush();
            return null;
        }, _ -> { }, e -> trouble.accept("The network settings count, but could not be written: " + e.getMessage()));
    }

    void select(String page) {
        pane.select(page);
    }

    /// Shows the place that mends a failure; the page stays where none does.
    void mend(Failure failure) {
        switch (failure) {
            case Failure.TlsFailed tls -> pane.mend(tls.remedy(), tls.host());
            case BadProxy _ -> pane.mendProxy();
            case BadAnswer.TooLarge _ -> pane.mendLimit("limit-body");
            case BadAnswer.DiskNearlyFull _ -> pane.mendLimit("limit-disk");
            case null, default -> { }
        }
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void dispose() {
        rest.stop();
        write();
    }
}

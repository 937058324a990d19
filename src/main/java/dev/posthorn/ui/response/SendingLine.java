package dev.posthorn.ui.response;

import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.workbench.Awaiting;
import dev.posthorn.workbench.TabState;
import java.time.Duration;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What is under way: a spinner, the time so far, the bytes so far, and the way to stop it.
final class SendingLine extends HBox {

    private static final Duration TICK = Duration.ofMillis(100);

    /// So much of what an awaited answer had is shown.
    private static final int FOUND = 24;

    private final InstantSource clock;
    private final Label text = new Label();
    private final Beat ticking = Beat.of(this, TICK, this::tick);
    private TabState.Sending state;

    SendingLine(InstantSource clock, Runnable cancel) {
        this.clock = clock;
        var spinner = new ProgressIndicator();
        spinner.setMaxSize(16, 16);
        spinner.setMinSize(16, 16);
        text.setId("sending");
        text.setMinWidth(Region.USE_PREF_SIZE);
        var stop = new Button("Cancel");
        stop.setId("cancel");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        getStyleClass().addAll("sending-line");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(spinner, text, stop);
    }

    void show(TabState.Sending now) {
        state = now;
        tick();
        ticking.start();
    }

    void stop() {
        ticking.stop();
    }

    private void tick() {
        var elapsed = Duration.between(state.since(), clock.instant());
        var seconds = String.format(java.util.Locale.ROOT, "%.1f s", Math.max(0, elapsed.toMillis()) / 1000.0);
        if (state.pause() != null) {
            text.setText(waiting(state.pause()) + " · " + seconds);
        } else if (state.status() == 0) {
            text.setText("Sending … " + seconds);
        } else {
            text.setText(state.status() + " · " + Amounts.bytes(state.decoded()) + wire() + " · " + seconds);
        }
    }

    /// "Try 4 in 1.2 s, found running".
    private String waiting(Awaiting.Pause pause) {
        var left = Math.max(0, Duration.between(clock.instant(), pause.next()).toMillis());
        var found = pause.found().length() > FOUND ? pause.found().substring(0, FOUND - 1) + "…" : pause.found();
        return String.format(java.util.Locale.ROOT, "Try %d in %.1f s, found %s", pause.tries() + 1, left / 1000.0, found);
    }

    private String wire() {
        return state.onWire() == state.decoded() || state.onWire() == 0 ? "" : " (" + Amounts.bytes(state.onWire()) + " on the wire)";
    }
}

package dev.posthorn.ui.response;

import dev.posthorn.model.Interim;
import dev.posthorn.model.Timings;
import dev.posthorn.ui.kit.Amounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The phases of an exchange as bars on one time line, each with what it took; interim answers are marks on it.
final class Phases extends GridPane {

    private static final double LANE = 160;

    /// @param all  of every exchange of the send; null where there was one
    Phases(Timings timings, List<Interim> interim, Duration all, int exchanges) {
        setHgap(16);
        setVgap(5);
        var right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), right);
        var total = Math.max(1, timings.total().toNanos());
        var before = 0L;
        var row = 0;
        for (var phase : of(timings).entrySet()) {
            var took = phase.getValue().toNanos();
            addRow(row++, new Label(phase.getKey()), lane(before, took, total, "phase-bar"), value(took == 0 ? "–" : Amounts.time(phase.getValue())));
            before += took;
        }
        for (var one : interim) {
            addRow(row++, new Label(Integer.toString(one.status())), lane(Math.min(one.after().toNanos(), total), 1, total, "interim-bar"), value("at " + Amounts.time(one.after())));
        }
        addRow(row++, strong("Total"), new Region(), strong(Amounts.time(timings.total())));
        if (all != null) {
            addRow(row, strong("All " + exchanges + " exchanges"), new Region(), strong(Amounts.time(all)));
        }
    }

    static Map<String, Duration> of(Timings timings) {
        var phases = new LinkedHashMap<String, Duration>();
        phases.put("Queue", timings.queue());
        phases.put("DNS", timings.dns());
        phases.put("Connect", timings.connect());
        phases.put("TLS", timings.tls());
        phases.put("Send", timings.send());
        phases.put("Wait", timings.waiting());
        phases.put("Receive", timings.receive());
        return phases;
    }

    private static HBox lane(long before, long took, long total, String style) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        bar.setMinSize(Math.max(took == 0 ? 0 : 2, LANE * took / total), 8);
        bar.setMaxSize(bar.getMinWidth(), 8);
        bar.setTranslateX(Math.min(LANE * before / total, LANE - bar.getMinWidth()));
        var lane = new HBox(bar);
        lane.setMinWidth(LANE);
        lane.getStyleClass().add("phase-lane");
        return lane;
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.getStyleClass().add("value");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label strong(String text) {
        var label = value(text);
        label.getStyleClass().add("strong");
        return label;
    }
}

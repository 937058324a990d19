package dev.posthorn.ui.response;

import dev.posthorn.model.Frame;
import dev.posthorn.model.Hop;
import dev.posthorn.ui.kit.Amounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened on the wire: time, sizes, connection and certificates, interim answers, the raw heads, the frames of HTTP/2; of each
/// exchange that the answer took.
final class ExchangeTab extends BorderPane {

    private static final double WIDE = 760;

    private final ToggleButton overview = new ToggleButton("Overview");
    private final ToggleButton raw = new ToggleButton("Raw heads");
    private final ToggleButton framesShown = new ToggleButton("Frames");
    private final HopChooser hops = new HopChooser("exchange-hop");
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final HBox columns = new HBox(left, right);
    private final ScrollPane page = new ScrollPane(columns);
    private final RawHeads heads = new RawHeads();
    private final ObservableList<Frame> frames = FXCollections.observableArrayList();
    private final CopyTable<Frame> table = new CopyTable<>(frames, ExchangeTab::line);

    ExchangeTab() {
        page.setId("exchange-page");
        page.setFitToWidth(true);
        page.getStyleClass().add("exchange-page");
        columns.getStyleClass().add("exchange-columns");
        left.getStyleClass().add("exchange-column");
        right.getStyleClass().add("exchange-column");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        page.viewportBoundsProperty().addListener((_, before, now) -> {
            if (before.getWidth() < WIDE != now.getWidth() < WIDE) {
                fill();
            }
        });
        table.setId("frames-table");
        table.column("", 110, f -> f.sent() ? "→ sent" : "← received");
        table.column("Time", 76, f -> f.after().isNegative() ? "before" : Amounts.time(f.after()));
        table.column("Frame", 140, f -> f.type() + (f.count() == 1 ? "" : " × " + f.count()));
        table.column("Stream", 70, f -> f.stream() == 0 ? "all" : Integer.toString(f.stream()));
        table.column("Bytes", 84, f -> String.format(java.util.Locale.ROOT, "%,d", f.length()));
        table.column("Flags", 220, Frame::flags);
        table.column("Says", 260, Frame::detail);
        table.placeholder("No frames: this exchange did not use HTTP/2.");
        setTop(bar());
        setCenter(page);
    }

    private static String line(Frame f) {
        return String.join("\t", f.sent() ? ">" : "<", Amounts.time(f.after()), f.type(), Integer.toString(f.count()), Integer.toString(f.stream()), Long.toString(f.length()), f.flags(),
                f.detail());
    }

    private HBox bar() {
        var views = new ToggleGroup();
        overview.setId("exchange-overview");
        raw.setId("exchange-raw");
        framesShown.setId("exchange-frames");
        for (var toggle : List.of(overview, raw, framesShown)) {
            toggle.setToggleGroup(views);
        }
        overview.setSelected(true);
        views.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                views.selectToggle(before);
            } else {
                setCenter(view());
            }
        });
        var segments = new HBox(overview, raw, framesShown);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        segments.setMinWidth(USE_PREF_SIZE);
        hops.valueProperty().addListener(_ -> refresh());
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var copy = new Button("Copy");
        copy.setId("exchange-copy");
        copy.getStyleClass().add("quiet");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> copy());
        var bar = new HBox(segments, hops, spacer, copy);
        bar.getStyleClass().add("body-bar");
        return bar;
    }

    private Node view() {
        return raw.isSelected() ? heads : framesShown.isSelected() ? table : page;
    }

    /// "raw-heads", "frames", anything else is the overview.
    void select(String page) {
        (page.equals("raw-heads") ? raw : page.equals("frames") && !framesShown.isDisabled() ? framesShown : overview).setSelected(true);
    }

    void show(List<Hop> exchanges) {
        hops.show(exchanges);
        refresh();
    }

    private void refresh() {
        var hop = hops.getValue();
        heads.show(hop);
        frames.setAll(hop == null ? List.of() : hop.trace().flow().frames());
        framesShown.setDisable(frames.isEmpty());
        if (frames.isEmpty() && framesShown.isSelected()) {
            overview.setSelected(true);
        }
        fill();
    }

    /// One column where there is little room, else two: time and size at the left, the connection and what came at the right.
    private void fill() {
        left.getChildren().clear();
        right.getChildren().clear();
        var hop = hops.getValue();
        if (hop == null) {
            return;
        }
        if (hop.received() == null) {
            ExchangeFacts.of(hop).forEach(section -> left.getChildren().add(FactSheet.of(section)));
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            right.setVisible(false);
            right.setManaged(false);
            return;
        }
        var response = hop.received();
        var all = hops.getItems().stream().filter(h -> h.received() != null).map(h -> h.received().timings().total()).reduce(Duration.ZERO, Duration::plus);
        var several = hops.getItems().size() > 1;
        left.getChildren().add(FactSheet.titled("Time", new Phases(response.timings(), response.trace().interim(), several ? all : null, hops.getItems().size())));
        var sections = new ArrayList<Node>();
        ExchangeFacts.of(hop).forEach(section -> sections.add(FactSheet.of(section)));
        var wide = page.getViewportBounds().getWidth() >= WIDE;
        HBox.setHgrow(left, wide ? Priority.NEVER : Priority.ALWAYS);
        left.getChildren().addAll(sections.subList(0, wide ? 1 : sections.size()));
        right.getChildren().addAll(sections.subList(wide ? 1 : sections.size(), sections.size()));
        left.setMinWidth(wide ? USE_PREF_SIZE : 0);
        right.setVisible(wide);
        right.setManaged(wide);
    }

    private void copy() {
        var hop = hops.getValue();
        if (hop == null) {
            return;
        }
        var content = new ClipboardContent();
        content.putString(raw.isSelected() ? heads.text() : framesShown.isSelected() ? String.join("\n", frames.stream().map(ExchangeTab::line).toList()) : ExchangeFacts.text(hop));
        Clipboard.getSystemClipboard().setContent(content);
    }
}

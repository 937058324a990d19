package dev.posthorn.ui.response;

import atlantafx.base.controls.Popover;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.workbench.TestIdea;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The answer in one line, `200 OK · 143 ms · 1.2 MB (86 KB on the wire) · HTTP/2`; each part opens its detail.
final class StatusLine extends HBox {

    private static final int KEPT = 2;

    private final List<Node> important = new ArrayList<>();
    private Popover open;
    private Button tests;
    private Runnable onTests = () -> {};

    private final TestMenu making;

    StatusLine(TestMenu making) {
        this.making = making;
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_RIGHT);
    }

    /// Called when the user wants to see the tests.
    void onTests(Runnable action) {
        onTests = action;
    }

    /// "Tests 3/4" beside the status; nothing where there are none.
    void tests(ScriptReport report) {
        getChildren().remove(tests);
        important.remove(tests);
        var count = Reported.count(report);
        if (count.isEmpty() && !Reported.bad(report)) {
            return;
        }
        tests = new Button(count.isEmpty() ? "Script error" : "Tests " + count);
        tests.setId("status-tests");
        tests.getStyleClass().addAll("status-part", "pill", Reported.bad(report) ? "danger" : "success");
        tests.setMinWidth(Region.USE_PREF_SIZE);
        tests.setOnAction(_ -> onTests.run());
        getChildren().addFirst(tests);
        important.add(Math.min(1, important.size()), tests);
    }

    void clear() {
        close();
        getChildren().clear();
        important.clear();
    }

    /// @param hops every exchange up to the answer, which is the last
    void show(Response response, List<Hop> hops) {
        clear();
        var status = telling("status", response.status() + (response.reason().isEmpty() ? "" : " " + response.reason()), () -> Details.status(response));
        status.getStyleClass().addAll("pill", style(response.status()));
        tested(status, response.status());
        getChildren().add(status);
        if (hops.size() > 1) {
            getChildren().add(part("status-hops", hops(hops), () -> Details.hops(hops)));
        }
        var total = hops.stream().filter(h -> h.received() != null).map(h -> h.received().timings().total()).reduce(Duration.ZERO, Duration::plus);
        var time = telling("status-time", Amounts.time(hops.isEmpty() ? response.timings().total() : total), () -> Details.timings(response, hops));
        time.getStyleClass().add("strong");
        var size = telling("status-size", Amounts.bytes(response.sizes().body()), () -> Details.sizes(response));
        size.getStyleClass().add("strong");
        getChildren().addAll(time, size);
        if (response.sizes().bodyOnWire() != response.sizes().body()) {
            getChildren().add(telling("status-wire", "(" + Amounts.bytes(response.sizes().bodyOnWire()) + " on the wire)", () -> Details.sizes(response)));
        }
        getChildren().add(telling("status-protocol", response.protocol(), () -> Details.connection(response)));
        important.addAll(List.of(status, time, size));
        getChildren().stream().filter(part -> !important.contains(part)).forEach(important::add);
    }

    private void tested(Button status, int code) {
        var menu = new ContextMenu();
        menu.getItems().addAll(making.items("status equals " + code, form -> making.made(TestIdea.ofStatus(code), form)));
        status.setOnContextMenuRequested(event -> {
            if (making.wanted()) {
                menu.show(status, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        status.addEventHandler(KeyEvent.KEY_PRESSED, key -> making.key(key, form -> making.made(TestIdea.ofStatus(code), form)));
    }

    /// Says that no answer came.
    void none(String text, String style) {
        clear();
        var label = new Label(text);
        label.setId("status");
        label.getStyleClass().addAll("pill", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(label);
        important.add(label);
    }

    /// Stands at the right edge; where there is no room for all parts, status, time and size stay the longest.
    @Override
    protected void layoutChildren() {
        var fitting = new HashSet<Node>();
        var used = 0.0;
        for (var part : important) {
            var next = used + part.prefWidth(-1) + (fitting.isEmpty() ? 0 : getSpacing());
            if (next > getWidth()) {
                break;
            }
            used = next;
            fitting.add(part);
        }
        var x = getWidth() - used;
        for (var part : getChildren()) {
            part.setVisible(fitting.contains(part));
            if (!part.isVisible()) {
                continue;
            }
            var height = part.prefHeight(-1);
            part.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), part.prefWidth(-1), height);
            x += part.prefWidth(-1) + getSpacing();
        }
    }

    /// The status, and what matters next, are always there: tabs beside them go into their menu first.
    @Override
    protected double computeMinWidth(double height) {
        var kept = important.stream().limit(KEPT).mapToDouble(part -> snapSizeX(part.prefWidth(-1))).toArray();
        return Arrays.stream(kept).sum() + Math.max(0, kept.length - 1) * getSpacing();
    }

    static String style(int status) {
        return switch (status / 100) {
            case 2 -> "success";
            case 3 -> "info";
            case 4 -> "warning";
            case 5 -> "danger";
            default -> "plain";
        };
    }

    private static String hops(List<Hop> hops) {
        var redirects = hops.stream().filter(h -> h.why() == Hop.Why.REDIRECT).count();
        return redirects == hops.size() - 1 ? Amounts.count(redirects, "redirect") : Amounts.count(hops.size(), "exchange");
    }

    private Button part(String id, String text, Supplier<Node> detail) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("status-part");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> open(button, detail.get()));
        return button;
    }

    /// A part that shows its detail under the mouse too.
    private Button telling(String id, String text, Supplier<Node> detail) {
        var button = part(id, text, detail);
        var tip = new Tooltip();
        tip.getStyleClass().add("status-tip");
        tip.setOnShowing(_ -> tip.setGraphic(detail.get()));
        button.setTooltip(tip);
        return button;
    }

    private void open(Button owner, Node detail) {
        close();
        var holder = new VBox(detail);
        holder.getStyleClass().add("status-detail");
        open = new Popover(holder);
        open.setHeaderAlwaysVisible(false);
        open.setDetachable(false);
        open.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        open.setAnimated(false);
        open.show(owner);
    }

    private void close() {
        if (open != null) {
            open.hide();
            open = null;
        }
    }
}

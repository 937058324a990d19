package dev.posthorn.ui.console;

import dev.posthorn.model.Traffic;
import dev.posthorn.store.Veil;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.workbench.ConsoleEntry;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the console: when, what was asked, what came of it and how long it took; or what a script said.
final class ConsoleCell extends ListCell<ConsoleEntry> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final ZoneId zone;
    private final Label when = new Label();
    private final Label method = new Label();
    private final Label what = new Label();
    private final Label status = new Label();
    private final Label took = new Label();
    private final HBox row = new HBox(when, method, what, status, took);
    private String tip = "";

    ConsoleCell(ZoneId zone) {
        this.zone = zone;
        Tips.on(this, () -> tip);
        row.getStyleClass().add("console-row");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        what.setMinWidth(20);
        when.getStyleClass().add("when");
        took.getStyleClass().add("took");
        for (var fixed : new Label[] {when, method, status, took}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConsoleEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        tip = "";
        setGraphic(null);
        if (empty || entry == null) {
            return;
        }
        when.setText(TIME.format(entry.at().atZone(zone)));
        what.getStyleClass().setAll("label");
        took.setText("");
        // The ends of addresses differ more than their beginnings.
        what.setTextOverrun(entry instanceof ConsoleEntry.Said ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
        switch (entry) {
            case ConsoleEntry.Exchanged(_, var sender, var traffic, var veil) -> exchanged(traffic, veil, sender);
            case ConsoleEntry.Unsent(_, _, var sender, var verb, var url, var failure) -> {
                Methods.show(method, verb);
                what.setText(url);
                status("not sent", "danger");
                tip = named(sender) + failure.sentence();
            }
            case ConsoleEntry.Said(_, _, var sender, var severity, var text) -> {
                method.setText("");
                method.getStyleClass().setAll("label", "method");
                what.setText(text.replace('\n', ' '));
                status(severity.name().toLowerCase(Locale.ROOT), switch (severity) {
                    case LOG, INFO -> "plain";
                    case WARN -> "warning";
                    case ERROR -> "danger";
                });
                tip = named(sender) + (text.length() > 500 ? text.substring(0, 500) + " …" : text);
            }
        }
        setGraphic(row);
    }

    private void exchanged(Traffic traffic, Veil veil, String sender) {
        Methods.show(method, traffic.sent().method());
        var url = Veil.covered(veil.url(traffic.sent().url()));
        what.setText(url);
        var answer = traffic.received();
        if (answer == null || traffic.failure() != null) {
            status(traffic.failure() == null ? "cancelled" : "failed", traffic.failure() == null ? "plain" : "danger");
        } else {
            status(Integer.toString(answer.status()), switch (answer.status() / 100) {
                case 2 -> "success";
                case 3 -> "info";
                case 4 -> "warning";
                case 5 -> "danger";
                default -> "plain";
            });
        }
        took.setText(answer == null ? "" : time(answer.timings().total()));
        tip = named(sender) + traffic.sent().method() + " " + url + (traffic.failure() == null ? "" : "\n" + traffic.failure().sentence());
    }

    private static String named(String sender) {
        return sender.isEmpty() ? "" : sender + "\n";
    }

    private void status(String text, String style) {
        status.setText(text);
        status.getStyleClass().setAll("label", "console-status", style);
    }

    private static String time(Duration took) {
        return took.toMillis() < 10_000 ? took.toMillis() + " ms" : took.toSeconds() + " s";
    }
}

package dev.posthorn.ui.response;

import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.workbench.TestIdea;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The headers that came, and those that went out, of the answer and of every exchange before it.
final class HeadersTab extends BorderPane {

    private final ObservableList<Header> headers = FXCollections.observableArrayList();
    private final FilteredList<Header> filtered = new FilteredList<>(headers);
    private final HopChooser hops = new HopChooser("headers-hop");
    private final ToggleButton received = new ToggleButton("Response");
    private final ToggleButton sent = new ToggleButton("Request");
    private final TextField filter = new TextField();

    HeadersTab(TestMenu tests) {
        var table = new CopyTable<>(filtered, header -> header.name() + ": " + header.value());
        table.setId("headers-table");
        table.column("Name", 220, Header::name);
        table.column("Value", 560, Header::value);
        table.placeholder("No headers here.");
        Consumer<TestIdea.Form> make = form -> {
            var header = table.getSelectionModel().getSelectedItem();
            if (header != null && ofAnswer()) {
                tests.made(TestIdea.ofHeader(header), form);
            }
        };
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> tests.key(key, make));
        var items = tests.items("this header", make);
        table.getContextMenu().getItems().add(new SeparatorMenuItem());
        table.getContextMenu().getItems().addAll(items);
        table.getContextMenu().setOnShowing(_ -> items.forEach(i -> i.setDisable(!tests.wanted() || !ofAnswer() || table.getSelectionModel().isEmpty())));
        filter.setId("headers-filter");
        filter.setPromptText("Filter headers");
        filter.textProperty().addListener((_, _, text) -> filter(text));
        setTop(bar());
        setCenter(table);
    }

    private HBox bar() {
        var directions = new ToggleGroup();
        received.setId("headers-response");
        sent.setId("headers-request");
        received.setToggleGroup(directions);
        sent.setToggleGroup(directions);
        received.setSelected(true);
        directions.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                directions.selectToggle(before);
            } else {
                refresh();
            }
        });
        var segments = new HBox(received, sent);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        segments.setMinWidth(USE_PREF_SIZE);
        hops.valueProperty().addListener(_ -> refresh());
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var bar = new HBox(segments, hops, spacer, filter);
        bar.getStyleClass().add("body-bar");
        return bar;
    }

    /// Those of the last answer are shown, which tests are about.
    private boolean ofAnswer() {
        return received.isSelected() && (hops.getItems().isEmpty() || hops.getValue() == hops.getItems().getLast());
    }

    void show(List<Hop> exchanges) {
        hops.show(exchanges);
        refresh();
    }

    private void refresh() {
        var hop = hops.getValue();
        if (hop == null) {
            headers.clear();
        } else if (sent.isSelected()) {
            headers.setAll(hop.sent().headers());
        } else {
            headers.setAll(hop.received() == null ? List.of() : hop.received().headers());
        }
    }

    private void filter(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        filtered.setPredicate(h -> h.name().toLowerCase(Locale.ROOT).contains(wanted) || h.value().toLowerCase(Locale.ROOT).contains(wanted));
    }
}

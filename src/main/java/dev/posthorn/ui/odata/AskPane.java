package dev.posthorn.ui.odata;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.TabStrip;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Where a query is made: its URL with Send, and the pages of the form; the same query as text on the last page.
final class AskPane extends BorderPane {

    /// What can be done with the query.
    interface Events {
        void send();

        void open();

        void save();
    }

    private final Asking asking;
    private final TabStrip strip = new TabStrip();
    private final TextField url = new TextField();
    private final Button send = new Button("Send");
    private final ColumnsPage columns;
    private final FilterPage filter;
    private final OrderPage order;
    private final TextPage text;
    private final TabStrip.Tab columnsTab = strip.add("odata-page-columns", "Columns");
    private final TabStrip.Tab filterTab = strip.add("odata-page-filter", "Filter");
    private final TabStrip.Tab orderTab = strip.add("odata-page-order", "Sort and page");
    private final TabStrip.Tab textTab = strip.add("odata-page-text", "Text");
    private final Map<TabStrip.Tab, Node> pages = new LinkedHashMap<>();

    AskPane(Asking asking, Events events) {
        this.asking = asking;
        columns = new ColumnsPage(asking);
        filter = new FilterPage(asking);
        order = new OrderPage(asking, filter::paths);
        text = new TextPage(asking, events::send);
        pages.put(columnsTab, columns);
        pages.put(filterTab, filter);
        pages.put(orderTab, order);
        pages.put(textTab, text);
        getStyleClass().add("odata-ask");
        setMinHeight(90);
        url.setId("odata-query-url");
        url.setEditable(false);
        url.getStyleClass().addAll("mono", "odata-url");
        HBox.setHgrow(url, Priority.ALWAYS);
        send.setId("odata-send");
        send.getStyleClass().add("accent");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(_ -> events.send());
        dev.posthorn.ui.kit.Tips.on(send, "Send (Ctrl+Enter)");
        var open = Icons.button(Octicons.LINK_EXTERNAL_16, "Open this query as a request in a tab of its own", events::open);
        open.setId("odata-open");
        var save = new Button("Save…");
        save.setId("odata-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> events.save());
        dev.posthorn.ui.kit.Tips.on(save, "Save this query as a request into a collection (Ctrl+S)");
        var line = new HBox(8, url, send, save, open);
        line.getStyleClass().add("odata-url-line");
        setTop(new VBox(line, strip));
        strip.getStyleClass().add("odata-strip");
        strip.selectedProperty().subscribe(tab -> setCenter(pages.get(tab)));
        asking.listen(this::show);
        show();
    }

    private void show() {
        columns.show();
        filter.show();
        order.show();
        text.show();
        url.setText(asking.service().url(asking.query()));
        var options = asking.options();
        columnsTab.count(options.select().size() + options.expand().size());
        filterTab.mark(options.filter().isBlank() ? null : "active");
        orderTab.mark(options.orderBy().isEmpty() && options.top().isEmpty() && options.skip().isEmpty() && options.search().isEmpty() ? null : "active");
        textTab.count(text.faults());
    }

    void sending(boolean now) {
        send.setText(now ? "Cancel" : "Send");
    }

    /// Shows the page of that id: "odata-page-filter" …
    void select(String page) {
        pages.keySet().stream().filter(t -> t.getId().equals(page)).findFirst().ifPresent(strip::select);
    }
}

package dev.posthorn.ui.odata;

import dev.posthorn.odata.Version;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Order;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What to sort by, how many rows from where on, whether all are counted, and words to search for.
final class OrderPage extends ScrollPane {
    private final Asking asking;
    private final Supplier<List<String>> paths;
    private final VBox rows = new VBox(4);
    private final TextField top = new TextField();
    private final TextField skip = new TextField();
    private final TextField search = new TextField();
    private final CheckBox count = new CheckBox("Count all rows");
    private List<Order> shown;
    private boolean showing;

    OrderPage(Asking asking, Supplier<List<String>> paths) {
        this.asking = asking;
        this.paths = paths;
        setFitToWidth(true);
        getStyleClass().addAll("sheet-scroll", "odata-scroll");
        var add = new Button("Sort by one more", Icons.of(Octicons.PLUS_16));
        add.setId("odata-add-order");
        add.setOnAction(_ -> rows.getChildren().add(new Line(new Order("", false))));
        var numbers = new FlowPane(12, 8, field("Rows at most", top, 80), field("Skip", skip, 80), count, field("Search for", search, 180));
        numbers.setRowValignment(javafx.geometry.VPos.CENTER);
        top.setId("odata-top");
        skip.setId("odata-skip");
        search.setId("odata-search");
        count.setId("odata-count");
        if (asking.service().version() == Version.V2) {
            search.setDisable(true);
            search.setPromptText("not in OData 2");
        }
        listen(top, Options::withTop);
        listen(skip, Options::withSkip);
        listen(search, Options::withSearch);
        count.setOnAction(_ -> asking.edit(this, q -> q.withOptions(q.options().withCount(count.isSelected()))));
        var all = new VBox(8, rows, add, numbers);
        all.getStyleClass().add("odata-order");
        setContent(all);
    }

    private static HBox field(String words, TextField field, double width) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        field.setPrefWidth(width);
        var box = new HBox(6, label, field);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }

    private void listen(TextField field, BiFunction<Options, String, Options> change) {
        field.textProperty().subscribe((_, text) -> {
            if (!showing) {
                asking.edit(this, q -> q.withOptions(change.apply(q.options(), text.strip())));
            }
        });
    }

    void show() {
        if (asking.changedBy(this)) {
            return;
        }
        var options = asking.options();
        showing = true;
        put(top, options.top());
        put(skip, options.skip());
        put(search, options.search());
        count.setSelected(options.count());
        showing = false;
        if (!options.orderBy().equals(shown)) {
            shown = options.orderBy();
            rows.getChildren().setAll(shown.stream().map(Line::new).toList());
        }
    }

    private static void put(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void changed() {
        var orders = new ArrayList<Order>();
        for (var node : rows.getChildren()) {
            if (node instanceof Line line && !line.order().expression().isBlank()) {
                orders.add(line.order());
            }
        }
        shown = orders;
        asking.edit(this, q -> q.withOptions(q.options().withOrderBy(orders)));
    }

    private final class Line extends HBox {
        private final ComboBox<String> path = new ComboBox<>();
        private final ChoiceBox<String> way = new ChoiceBox<>();

        Line(Order order) {
            super(8);
            getStyleClass().add("odata-line");
            path.setEditable(true);
            path.getItems().setAll(paths.get());
            path.setValue(order.expression());
            path.setPromptText("Property");
            path.setPrefWidth(240);
            path.getStyleClass().add("odata-path");
            way.getItems().setAll("ascending", "descending");
            way.setValue(order.descending() ? "descending" : "ascending");
            path.getEditor().textProperty().subscribe((_, _) -> changed());
            way.valueProperty().subscribe((_, _) -> changed());
            getChildren().addAll(path, way, Icons.button(Octicons.X_16, "Do not sort by this", () -> {
                rows.getChildren().remove(this);
                changed();
            }));
        }

        Order order() {
            var text = path.getEditor().getText();
            return new Order(text == null ? "" : text.strip(), way.getValue().equals("descending"));
        }
    }
}

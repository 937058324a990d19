package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The queries of a batch: which one is edited, another one, its turn.
final class BatchBar extends HBox {

    private final Runnable redraw;
    private final Consumer<UnaryOperator<Query>> edit;
    private int chosen;

    BatchBar(Runnable redraw, Consumer<UnaryOperator<Query>> edit) {
        super(8);
        this.redraw = redraw;
        this.edit = edit;
        getStyleClass().add("ds-batch");
    }

    /// The place of the query that is edited, within so many.
    int chosen(int of) {
        return Math.clamp(chosen, 0, Math.max(0, of - 1));
    }

    void show(Query whole) {
        var on = whole.kind() == Kind.BATCH;
        setVisible(on);
        setManaged(on);
        getChildren().clear();
        if (!on) {
            return;
        }
        var items = whole.items();
        var at = chosen(items.size());
        if (!items.isEmpty()) {
            var which = Controls.choice("ds-item", "Query of the batch", IntStream.range(0, items.size()).boxed().toList(), at,
                    i -> i + 1 + ". " + items.get(i).kind().words() + (items.get(i).schema().isBlank() ? "" : ": " + items.get(i).schema()), i -> {
                        chosen = i;
                        redraw.run();
                    });
            which.setPrefWidth(220);
            getChildren().add(which);
        }
        var add = new MenuButton("Add a query");
        add.setId("ds-add-query");
        add.setMinWidth(Region.USE_PREF_SIZE);
        for (var kind : List.of(Kind.INSERT, Kind.UPDATE, Kind.DELETE, Kind.SELECT)) {
            var item = new MenuItem(kind.words());
            item.setOnAction(_ -> changed(list -> {
                list.add(Query.blank(kind));
                chosen = list.size() - 1;
            }));
            add.getItems().add(item);
        }
        getChildren().add(add);
        if (!items.isEmpty()) {
            getChildren().addAll(Controls.button("ds-item-up", "Earlier", () -> move(-1)), Controls.button("ds-item-remove", "Remove", () -> changed(list -> list.remove(chosen(list.size())))));
        }
        var goOn = new CheckBox("Go on after an error");
        goOn.setId("ds-go-on");
        goOn.setMinWidth(Region.USE_PREF_SIZE);
        goOn.setSelected(whole.json().flag("continueIfError"));
        goOn.setOnAction(_ -> edit.accept(q -> q.with("continueIfError", goOn.isSelected())));
        getChildren().add(goOn);
    }

    private void changed(Consumer<List<Query>> change) {
        edit.accept(whole -> {
            var items = new ArrayList<>(whole.items());
            change.accept(items);
            return whole.withItems(items);
        });
    }

    private void move(int by) {
        changed(list -> {
            var from = chosen(list.size());
            var to = Math.clamp(from + by, 0, list.size() - 1);
            list.add(to, list.remove(from));
            chosen = to;
        });
    }
}

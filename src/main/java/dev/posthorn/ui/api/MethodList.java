package dev.posthorn.ui.api;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All methods of the API, with a search.
final class MethodList extends BorderPane {

    private final Background background;
    private final TextField search = new TextField();
    private final ListView<ApiMethod> list = new ListView<>();
    private final Label none = new Label("No method has all these words.");
    private List<ApiMethod> all = List.of();
    private List<String> searched = List.of();
    private boolean filling;

    MethodList(Background background, Consumer<ApiMethod> chosen) {
        this.background = background;
        getStyleClass().add("api-methods");
        setMinWidth(120);
        search.setId("api-search");
        search.setPromptText("Find a method");
        search.textProperty().subscribe((_, _) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                key.consume();
            }
        });
        list.setId("api-list");
        list.setFixedCellSize(44);
        list.setPlaceholder(none);
        none.getStyleClass().add("muted");
        list.setCellFactory(_ -> new Line());
        list.getSelectionModel().selectedItemProperty().subscribe((_, method) -> {
            if (method != null && !filling) {
                chosen.accept(method);
            }
        });
        setTop(search);
        setCenter(list);
    }

    void show(List<ApiMethod> methods) {
        all = methods;
        searched = List.of();
        background.run(() -> searched(methods), ready -> {
            if (all == methods) {
                searched = ready;
            }
        }, _ -> { });
        fill();
    }

    ApiMethod chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    void choose(ApiMethod method) {
        list.getSelectionModel().select(method);
        list.scrollTo(method);
    }

    private List<ApiMethod> found(String typed) {
        if (typed.isBlank()) {
            return all;
        }
        if (searched.size() != all.size()) {
            searched = searched(all);
        }
        var words = ApiMethod.words(typed);
        return IntStream.range(0, all.size()).filter(i -> words.stream().allMatch(searched.get(i)::contains)).mapToObj(all::get).toList();
    }

    private static List<String> searched(List<ApiMethod> methods) {
        return methods.stream().map(ApiMethod::searched).toList();
    }

    private void fill() {
        var before = chosen();
        filling = true;
        list.setItems(FXCollections.observableArrayList(found(search.getText())));
        if (before != null && list.getItems().contains(before)) {
            list.getSelectionModel().select(before);
        }
        filling = false;
    }

    private static final class Line extends ListCell<ApiMethod> {
        private final Label method = new Label();
        private final Label name = new Label();
        private final Label about = new Label();
        private final HBox first = new HBox(6, method, name);
        private final VBox box = new VBox(1, first, about);

        Line() {
            method.getStyleClass().add("method");
            first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            method.setMinWidth(34);
            about.getStyleClass().addAll("muted", "small");
            name.setMinWidth(0);
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ApiMethod item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Methods.show(method, item.request().method());
            name.setText(item.name());
            Tips.on(this, item.group().isEmpty() ? item.name() : item.name() + ", in " + item.group());
            about.setText(item.line());
            setGraphic(box);
        }
    }
}

package dev.posthorn.ui.odata;

import dev.posthorn.odata.query.FilterRows;
import dev.posthorn.odata.query.FilterRows.Operator;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// Rows of a filter that must hold together, or of which one must; with groups within.
final class FilterGroup extends VBox {
    private static final int DEEPEST = 5;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FilterRows rows;
    private final List<String> paths;
    private final Runnable changed;
    private final ChoiceBox<String> joined = new ChoiceBox<>();
    private final CheckBox not = new CheckBox("not");
    private final VBox nodes = new VBox();
    private final int depth;

    /// @param removed called when the group is taken away; null for the outermost
    FilterGroup(FilterRows rows, List<String> paths, FilterRows.Group group, boolean inner, Runnable changed, Runnable removed) {
        this(rows, paths, group, inner ? 1 : 0, changed, removed);
    }

    private FilterGroup(FilterRows rows, List<String> paths, FilterRows.Group group, int depth, Runnable changed, Runnable removed) {
        this.rows = rows;
        this.paths = paths;
        this.changed = changed;
        this.depth = depth;
        getStyleClass().add("odata-group");
        if (depth > 0) {
            getStyleClass().add("inner");
        }
        joined.setPrefWidth(132);
        joined.getItems().setAll("All of these", "Any of these");
        joined.setValue(group.and() ? "All of these" : "Any of these");
        joined.valueProperty().subscribe((_, _) -> changed.run());
        joined.setAccessibleText("Whether all rows must hold or any");
        not.setSelected(group.not());
        not.setOnAction(_ -> changed.run());
        var row = new Button("Add a row", Icons.of(Octicons.PLUS_16));
        row.setId(depth == 0 ? "odata-add-row" : null);
        row.setOnAction(_ -> {
            var line = line(new FilterRows.Row(paths.isEmpty() ? "" : paths.getFirst(), Operator.EQUAL, List.of("")));
            nodes.getChildren().add(line);
            line.focusPath();
        });
        var inside = new Button("Add a group");
        inside.setId(depth == 0 ? "odata-add-group" : null);
        inside.setDisable(depth >= DEEPEST);
        inside.setOnAction(_ -> {
            nodes.getChildren().add(node(new FilterRows.Group(false, false, List.of())));
            changed.run();
        });
        not.setMinWidth(USE_PREF_SIZE);
        var head = new FlowPane(8, 6, joined, not, row, inside);
        head.setRowValignment(javafx.geometry.VPos.CENTER);
        head.getStyleClass().add("odata-group-head");
        if (removed != null) {
            head.getChildren().add(Icons.button(Octicons.X_16, "Remove this group", removed));
        }
        nodes.getStyleClass().add("odata-nodes");
        group.nodes().forEach(n -> nodes.getChildren().add(node(n)));
        getChildren().addAll(head, nodes);
    }

    private Node node(FilterRows.Node node) {
        return switch (node) {
            case FilterRows.Row row -> line(row);
            case FilterRows.Group group -> {
                var made = new FilterGroup[1];
                made[0] = new FilterGroup(rows, paths, group, depth + 1, changed, () -> remove(made[0]));
                yield made[0];
            }
        };
    }

    private Line line(FilterRows.Row row) {
        return new Line(row);
    }

    private void remove(Node node) {
        nodes.getChildren().remove(node);
        changed.run();
    }

    /// What is filled in; rows without a value that they need are left out.
    FilterRows.Group group() {
        var all = new ArrayList<FilterRows.Node>();
        for (var node : nodes.getChildren()) {
            if (node instanceof Line line && line.complete()) {
                all.add(line.row());
            } else if (node instanceof FilterGroup inner) {
                var group = inner.group();
                if (!group.nodes().isEmpty()) {
                    all.add(group);
                }
            }
        }
        return new FilterRows.Group(!joined.getValue().startsWith("Any"), not.isSelected(), all);
    }

    private final class Line extends VBox {
        private final ComboBox<String> path = new ComboBox<>();
        private final ComboBox<Operator> operator = new ComboBox<>();
        private final TextField value = new TextField();
        private final Label fault = new Label();

        Line(FilterRows.Row row) {
            path.getItems().setAll(paths);
            path.setEditable(true);
            path.setPromptText("Property");
            path.setPrefWidth(200);
            path.setMinWidth(90);
            path.getStyleClass().add("odata-path");
            path.setValue(row.path());
            operator.getStyleClass().add("odata-operator");
            operator.setConverter(new Words());
            operator.setPrefWidth(150);
            operator.setMinWidth(90);
            operators(row.operator());
            value.getStyleClass().add("odata-value");
            value.setText(String.join(", ", row.values()));
            value.setPromptText("Value, or {{variable}}");
            HBox.setHgrow(value, Priority.ALWAYS);
            show();
            path.getEditor().textProperty().subscribe((_, now) -> {
                operators(operator.getValue());
                edited();
            });
            operator.valueProperty().subscribe((_, _) -> {
                show();
                edited();
            });
            value.textProperty().subscribe((_, _) -> edited());
            var remove = Icons.button(Octicons.X_16, "Remove this row", () -> remove(this));
            remove.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, path, operator, value, remove);
            line.getStyleClass().add("odata-line");
            fault.getStyleClass().add("odata-fault");
            fault.setWrapText(true);
            fault.setMinHeight(USE_PREF_SIZE);
            fault.managedProperty().bind(fault.visibleProperty());
            getChildren().addAll(line, fault);
            check();
        }

        private void edited() {
            check();
            changed.run();
        }

        /// Says below the row what is wrong with its value.
        void check() {
            var sentence = complete() ? rows.fault(row()) : "";
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            value.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        }

        void focusPath() {
            path.requestFocus();
        }

        private void operators(Operator wanted) {
            var fitting = rows.operators(path.getEditor().getText() == null || path.getEditor().getText().isEmpty() ? path.getValue() == null ? "" : path.getValue() : path.getEditor().getText());
            if (!operator.getItems().equals(fitting)) {
                operator.getItems().setAll(fitting);
            }
            operator.setValue(fitting.contains(wanted) ? wanted : fitting.getFirst());
        }

        private void show() {
            var wants = operator.getValue() == null ? 1 : operator.getValue().wants();
            value.setVisible(wants != 0);
            value.setPromptText(wants < 0 ? "Values with commas between them" : "Value, or {{variable}}");
        }

        boolean complete() {
            var text = path.getEditor().getText();
            return text != null && !text.isBlank() && operator.getValue() != null && (operator.getValue().wants() == 0 || !value.getText().isEmpty());
        }

        FilterRows.Row row() {
            var wants = operator.getValue().wants();
            var values = wants == 0 ? List.<String>of() : wants < 0 ? Arrays.stream(value.getText().split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList() : List.of(value.getText());
            return new FilterRows.Row(path.getEditor().getText().strip(), operator.getValue(), values);
        }
    }

    private static final class Words extends StringConverter<Operator> {
        @Override
        public String toString(Operator operator) {
            return operator == null ? "" : operator.words();
        }

        @Override
        public Operator fromString(String words) {
            return Arrays.stream(Operator.values()).filter(o -> o.words().equals(words)).findFirst().orElse(Operator.EQUAL);
        }
    }
}

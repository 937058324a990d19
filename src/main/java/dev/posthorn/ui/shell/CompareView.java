package dev.posthorn.ui.shell;

import dev.posthorn.text.LineDiff;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Two texts beside each other, line by line; what differs is marked by colour and by a sign.
final class CompareView extends BorderPane {
    private static final int LONGEST = 400;

    private final Label left = new Label();
    private final Label right = new Label();
    private final ListView<LineDiff.Row> list = new ListView<>();

    CompareView() {
        getStyleClass().add("compare");
        list.setId("compare-lines");
        list.setFixedCellSize(20);
        list.setCellFactory(_ -> new Line());
        left.getStyleClass().add("panel-title");
        right.getStyleClass().add("panel-title");
        var heads = new HBox(left, right);
        heads.getStyleClass().add("compare-heads");
        for (var head : new Label[] {left, right}) {
            head.setMinWidth(20);
            head.prefWidthProperty().bind(widthProperty().divide(2));
        }
        setTop(heads);
        setCenter(list);
        setMinHeight(120);
        setPrefHeight(420);
    }

    /// Shows the two texts and goes to the first difference.
    void show(String leftTitle, String leftText, String rightTitle, String rightText) {
        left.setText(leftTitle);
        right.setText(rightTitle);
        var rows = LineDiff.of(leftText, rightText).rows();
        list.getItems().setAll(rows);
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() != LineDiff.Kind.SAME) {
                list.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    /// One line of both texts.
    private final class Line extends ListCell<LineDiff.Row> {
        private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("differs");

        private final Label one = side("left");
        private final Label two = side("right");
        private final GridPane both = new GridPane();

        Line() {
            both.addRow(0, one, two);
            one.prefWidthProperty().bind(list.widthProperty().subtract(24).divide(2));
            two.prefWidthProperty().bind(list.widthProperty().subtract(24).divide(2));
            setPrefWidth(0);
        }

        private static Label side(String style) {
            var label = new Label();
            label.getStyleClass().addAll("code", "compare-side", style);
            label.setMinWidth(20);
            label.setMaxHeight(Region.USE_PREF_SIZE);
            label.setMinHeight(20);
            return label;
        }

        @Override
        protected void updateItem(LineDiff.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            show(one, row.left(), row.kind() == LineDiff.Kind.SAME ? "  " : "− ", row.kind() != LineDiff.Kind.SAME);
            show(two, row.right(), row.kind() == LineDiff.Kind.SAME ? "  " : "+ ", row.kind() != LineDiff.Kind.SAME);
            setGraphic(both);
        }

        private static void show(Label label, String text, String sign, boolean differs) {
            label.setText(text == null ? "" : sign + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
            label.pseudoClassStateChanged(CHANGED, differs && text != null);
        }
    }
}

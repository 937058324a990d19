package dev.posthorn.ui.response;

import dev.posthorn.ui.response.ExchangeFacts.Fact;
import dev.posthorn.ui.response.ExchangeFacts.Mood;
import dev.posthorn.ui.response.ExchangeFacts.Section;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Facts in two columns, name and value; a section may hold others that can be opened.
final class FactSheet {

    private FactSheet() {}

    static VBox titled(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        var box = new VBox(10, heading);
        box.getChildren().addAll(content);
        box.getStyleClass().add("fact-section");
        return box;
    }

    static VBox of(Section section) {
        var box = titled(section.title(), grid(section.facts()));
        section.within().forEach(inner -> box.getChildren().add(folded(inner)));
        return box;
    }

    private static TitledPane folded(Section section) {
        var pane = new TitledPane(section.title(), null);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("fact-fold");
        mood(pane, section.mood());
        pane.setMinWidth(0);
        pane.expandedProperty().addListener((_, _, open) -> {
            if (open && pane.getContent() == null) {
                pane.setContent(grid(section.facts()));
            }
        });
        return pane;
    }

    static GridPane grid(List<Fact> facts) {
        var grid = new GridPane(16, 5);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setMaxWidth(180);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        var row = 0;
        for (var fact : facts) {
            var name = new Label(fact.name());
            GridPane.setValignment(name, VPos.TOP);
            name.setMinWidth(fact.name().length() < 20 ? Region.USE_PREF_SIZE : 60);
            var value = new Label(fact.value());
            value.getStyleClass().add("value");
            value.setWrapText(true);
            mood(value, fact.mood());
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private static void mood(Node node, Mood mood) {
        switch (mood) {
            case PLAIN -> { }
            case GOOD -> node.getStyleClass().add("good");
            case BAD -> node.getStyleClass().add("bad");
        }
    }
}

package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// An application in the list: its sign, its name, and how many logins it has.
final class ApplicationCell extends ListCell<Application> {

    private static final double ICON = 22;

    private final ToIntFunction<Application> logins;

    ApplicationCell(ToIntFunction<Application> logins) {
        this.logins = logins;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Application application, boolean empty) {
        super.updateItem(application, empty);
        if (empty || application == null) {
            setGraphic(null);
            return;
        }
        var name = new Label(application.name().isBlank() ? "Without a name" : application.name());
        name.setMinWidth(20);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(8, new ApplicationIcon(application, ICON), name, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        var count = logins.applyAsInt(application);
        if (count > 0) {
            var badge = new Label(Integer.toString(count));
            badge.getStyleClass().add("count");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(badge);
        }
        setGraphic(row);
    }
}

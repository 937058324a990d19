package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.ui.kit.Icons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// One application: its sign and name, its fields, and its logins.
final class ApplicationEditor extends BorderPane {

    private static final long LARGEST_PICTURE = 64 << 10;
    private static final double ICON = 36;
    private static final double NARROW = 480;

    private final LoginServices services;
    private final LoginDesk desk;
    private final Consumer<UnaryOperator<Application>> edit;
    private final MenuButton sign = new MenuButton();
    private final Label title = new Label();
    private final HBox first = new HBox(10);
    private final HBox second = new HBox(10);
    private final VBox head = new VBox(8);
    private final ApplicationForm form;
    private final ApplicationLogins logins;

    /// @param more buttons for the whole application, at the right of its name
    ApplicationEditor(LoginServices services, LoginDesk desk, Consumer<UnaryOperator<Application>> edit, List<Region> more) {
        this.services = services;
        this.desk = desk;
        this.edit = edit;
        getStyleClass().add("application-editor");
        form = new ApplicationForm(services, edit);
        logins = new ApplicationLogins(services, desk, edit);
        sign.setId("application-sign");
        sign.getStyleClass().add("application-sign");
        sign.setAccessibleText("The sign of the application");
        ApplicationIcon.SYMBOLS.forEach((name, icon) -> sign.getItems().add(item(name, icon, () -> image(name))));
        sign.getItems().addAll(new SeparatorMenuItem(), item("the first letter", Octicons.TYPOGRAPHY_16, () -> image("")), item("a picture…", Octicons.IMAGE_16, this::picture));
        title.getStyleClass().add("application-title");
        title.setMinWidth(60);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        first.setAlignment(Pos.CENTER_LEFT);
        second.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("application-head");
        setMinWidth(0);
        widthProperty().subscribe(width -> arrange(width.doubleValue() > 0 && width.doubleValue() < NARROW, more));
        var content = new VBox(16, logins, form);
        content.getStyleClass().add("application-page");
        content.setMinWidth(0);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("quiet-scroll");
        scroll.viewportBoundsProperty().subscribe(bounds -> form.room(bounds.getWidth()));
        setTop(head);
        setCenter(scroll);
    }

    /// Where there is little room, the buttons stand below the name.
    private void arrange(boolean narrow, List<Region> more) {
        if (head.getChildren().size() == (narrow ? 2 : 1)) {
            return;
        }
        second.getChildren().clear();
        first.getChildren().setAll(sign, title);
        (narrow ? second : first).getChildren().addAll(more);
        head.getChildren().setAll(narrow ? List.of(first, second) : List.of(first));
    }

    private static MenuItem item(String name, Octicons icon, Runnable action) {
        var item = new MenuItem(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), Icons.of(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void image(String image) {
        edit.accept(app -> new Application(app.id(), app.name(), image, app.values(), app.revokeUrl(), app.shared()));
    }

    private void picture() {
        services.file("Choose a small picture (PNG, JPEG or GIF)").ifPresent(file -> services.background().run(() -> data(file), this::image,
                e -> desk.trouble("The picture cannot be taken: " + e.getMessage())));
    }

    private static String data(Path file) throws IOException {
        if (Files.size(file) > LARGEST_PICTURE) {
            throw new IOException("it has more than 64 KiB; choose a smaller one.");
        }
        var bytes = Files.readAllBytes(file);
        var type = bytes.length < 4 ? "" : (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' ? "png" : (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 ? "jpeg"
                : bytes[0] == 'G' && bytes[1] == 'I' ? "gif" : "";
        if (type.isEmpty()) {
            throw new IOException("it is no PNG, JPEG or GIF.");
        }
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    void show(Application application, ApplicationSubject subject, List<StoredToken> tokens) {
        title.setText(application.name().isBlank() ? "Without a name" : application.name());
        sign.setGraphic(new ApplicationIcon(application, ICON));
        form.show(application);
        logins.show(application, subject, tokens);
    }

    void focusName() {
        form.focusName();
    }

    void recolour() {
        form.recolour();
    }
}

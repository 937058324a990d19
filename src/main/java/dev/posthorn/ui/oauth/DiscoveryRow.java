package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.TextInput;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Issuer URL": reads what an identity server says of itself, and fills the form with it.
final class DiscoveryRow extends VBox {

    private final LoginServices services;
    private final TextInput field;
    private final Supplier<Supplier<String>> url;
    private final Consumer<Map<String, String>> fill;
    private final Button discover = new Button("Discover");
    private final Label said = new Label();
    private final VBox notes = new VBox(6);
    private final Label label = new Label("Issuer URL");
    private final VBox below = new VBox(6);
    private Cancellation under;

    /// @param labels width of the labels of the form around it, with the gap behind them
    /// @param url  what stands in the field; its variables are filled in when that is asked for, off the FX thread
    /// @param fill takes what was found, by the keys of the settings
    DiscoveryRow(LoginServices services, double labels, TextInput field, Supplier<Supplier<String>> url, Consumer<Map<String, String>> fill) {
        super(6);
        this.services = services;
        this.field = field;
        this.url = url;
        this.fill = fill;
        setId("discovery");
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setLabelFor(field.node());
        field.node().setId("discovery-url");
        field.prompt("https://login.example.com");
        HBox.setHgrow(field.node(), Priority.ALWAYS);
        field.node().setMinWidth(60);
        field.node().setMaxWidth(Double.MAX_VALUE);
        discover.setId("discovery-go");
        discover.setMinWidth(USE_PREF_SIZE);
        discover.setOnAction(_ -> begin());
        var row = new HBox(8, label, field.node(), discover);
        // The gap of the form's grid is none: label and field stand as they do there.
        HBox.setMargin(label, new javafx.geometry.Insets(0, -8, 0, 0));
        row.setAlignment(Pos.CENTER_LEFT);
        said.setId("discovery-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().addAll("muted", "small");
        below.getChildren().addAll(said, notes);
        labels(labels);
        below.managedProperty().bind(said.textProperty().isNotEmpty().or(javafx.beans.binding.Bindings.isNotEmpty(notes.getChildren())));
        getChildren().addAll(row, below);
    }

    /// As in a form whose labels have words of explanation below them.
    DiscoveryRow strong() {
        label.getStyleClass().remove("muted");
        return this;
    }

    /// The width of the labels of the form around it, with the gap behind them.
    void labels(double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        below.setPadding(new javafx.geometry.Insets(0, 0, 0, width));
    }

    TextInput field() {
        return field;
    }

    /// A second press ends it.
    private void begin() {
        if (under != null) {
            under.cancel();
            return;
        }
        notes.getChildren().clear();
        if (field.text().isBlank()) {
            said.setText("Type the address of the issuer first, such as https://login.example.com/realms/main.");
            field.node().requestFocus();
            return;
        }
        var cancellation = new Cancellation();
        under = cancellation;
        discover.setText("Cancel");
        said.setText("Reading " + field.text().strip() + "…");
        var where = url.get();
        services.background().run(() -> services.discover(where.get().strip(), LoginWatcher.NONE, cancellation), found -> {
            over();
            if (cancellation.cancelled()) {
                said.setText("");
            } else {
                show(found);
            }
        }, e -> {
            over();
            said.setText("That could not be read: " + e.getMessage());
        });
    }

    private void over() {
        under = null;
        discover.setText("Discover");
    }

    private void show(Logins.Discovered found) {
        switch (found) {
            case Logins.Discovered.Metadata(var issuer, var values, var scopes, var grants, var remarks) -> {
                fill.accept(values);
                said.setText("Filled in " + (values.size() == 1 ? "1 field" : values.size() + " fields") + " from " + issuer + "." + list(" It offers the grants ", grants) + list(" It knows the scopes ", scopes));
                remarks.forEach(r -> notes.getChildren().add(card(FindingCard.Tone.NOTE, r)));
            }
            case Logins.Discovered.Nothing(var finding) -> {
                said.setText("");
                notes.getChildren().add(card(FindingCard.Tone.BAD, finding));
            }
        }
    }

    private static FindingCard card(FindingCard.Tone tone, Finding finding) {
        return new FindingCard(tone, finding, _ -> { });
    }

    private static String list(String before, List<String> names) {
        return names.isEmpty() ? "" : before + String.join(", ", names.subList(0, Math.min(12, names.size()))) + (names.size() > 12 ? " and more." : ".");
    }
}

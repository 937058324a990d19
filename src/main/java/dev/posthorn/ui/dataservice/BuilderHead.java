package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Query;
import dev.posthorn.dataservice.Schemas;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the query does and with which schema, what is known of the site, and Send.
final class BuilderHead extends VBox {

    private final BuilderServices services;
    private final ChoiceBox<Kind> kind;
    private final PathField schema;
    private final Label where = new Label();
    private final Label known = new Label();
    private final Button send = Controls.button("ds-send", "Send", this::send);
    private boolean showing;
    private boolean sending;
    private boolean failed;

    BuilderHead(BuilderServices services, Consumer<Kind> kindChosen, Consumer<String> schemaChosen, Supplier<Schemas> schemas) {
        super(4);
        this.services = services;
        getStyleClass().add("ds-head");
        kind = Controls.choice("ds-kind", "What the query does", List.of(Kind.values()), Kind.SELECT, Kind::words, chosen -> {
            if (!showing) {
                kindChosen.accept(chosen);
            }
        });
        schema = new PathField("ds-schema", "Schema, such as Account", _ -> schemas.get().names(), schemaChosen);
        schema.setPrefWidth(220);
        HBox.setHgrow(schema, Priority.ALWAYS);
        schema.setMaxWidth(360);
        where.getStyleClass().addAll("muted", "small");
        where.setMinWidth(0);
        known.getStyleClass().addAll("muted", "small");
        known.setId("ds-known");
        known.setMinWidth(0);
        send.getStyleClass().add("accent");
        Tips.on(send, "Send (Ctrl+Enter)");
        var request = Controls.button("ds-request", "Show the request", services::openRequest);
        var gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setMinWidth(0);
        var told = new HBox(12, where, known);
        told.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(new HBox(8, kind, schema, gap, request, send), told);
    }

    private void send() {
        if (sending) {
            services.cancel();
        } else {
            services.send();
        }
    }

    /// @param whole the query that is sent
    /// @param edited the one that is edited: of a batch one of its queries
    void show(String name, Query whole, Query edited, String root) {
        showing = true;
        kind.setValue(whole.kind());
        showing = false;
        schema.put(edited.schema());
        where.setText("In step with “" + name + "” at " + root);
    }

    void known(String sentence) {
        failed = false;
        known.setText(sentence);
        Tips.on(known, sentence);
    }

    void found(String trouble, String good) {
        failed = !trouble.isEmpty();
        known.setText(failed ? "Names are typed by hand: the schemas could not be read. " + trouble : good);
        Tips.on(known, known.getText());
    }

    boolean failed() {
        return failed;
    }

    void sending(boolean on) {
        sending = on;
        send.setText(on ? "Cancel" : "Send");
    }
}

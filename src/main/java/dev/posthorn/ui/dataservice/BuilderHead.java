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

    private final ChoiceBox<Kind> kind;
    private final PathField schema;
    private final Label where = new Label();
    private final Label known = new Label();
    private final Button send;
    private final Button again;
    private boolean showing;
    private boolean sending;
    private boolean failed;

    BuilderHead(BuilderServices services, Runnable sendIt, Runnable lookAgain, Consumer<Kind> kindChosen, Consumer<String> schemaChosen, Supplier<Schemas> schemas) {
        super(4);
        again = Controls.button("ds-look-again", "Read again", lookAgain);
        again.setMinWidth(USE_PREF_SIZE);
        Tips.on(again, "Read the schemas of the site again");
        send = Controls.button("ds-send", "Send", () -> {
            if (sending) {
                services.cancel();
            } else {
                sendIt.run();
            }
        });
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
        where.setMinWidth(80);
        known.getStyleClass().addAll("muted", "small");
        known.setId("ds-known");
        known.setMinWidth(0);
        known.setWrapText(true);
        again.setVisible(false);
        again.setManaged(false);
        send.getStyleClass().add("accent");
        Tips.on(send, "Send (Ctrl+Enter)");
        var request = Controls.button("ds-request", "Show the request", services::openRequest);
        var gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setMinWidth(0);
        // What is known of the site, or why nothing is, must be readable; where the query stands is on the tab as well.
        HBox.setHgrow(known, Priority.ALWAYS);
        var told = new HBox(12, where, known, again);
        told.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(new HBox(8, kind, schema, gap, request, send), told);
    }

    /// @param whole the query that is sent
    /// @param edited the one that is edited: of a batch one of its queries
    void show(String name, Query whole, Query edited, String root) {
        showing = true;
        kind.setValue(whole.kind());
        showing = false;
        schema.put(edited.schema());
        where.setText(root);
        Tips.on(where, "In step with the request “" + name + "”");
    }

    void known(String sentence) {
        failed = false;
        known.setText(sentence);
        Tips.on(known, sentence);
    }

    void found(String trouble, String good) {
        failed = !trouble.isEmpty();
        known.setText(failed ? trouble + " Type the names by hand." : good);
        Tips.on(known, failed ? "The schemas could not be read: " + trouble : good);
        known.getStyleClass().removeAll("ds-bad", "muted");
        known.getStyleClass().add(failed ? "ds-bad" : "muted");
        again.setVisible(failed);
        again.setManaged(failed);
    }

    boolean failed() {
        return failed;
    }

    void sending(boolean on) {
        sending = on;
        send.setText(on ? "Cancel" : "Send");
    }
}

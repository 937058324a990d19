package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.vendors.IdentityCheck;
import dev.posthorn.vendors.VendorCall;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// "Check" asks an identity server what it is and says what it found; "What can I call" opens a request to begin with.
final class VendorTools extends VBox {

    private final LoginServices services;
    private final LoginDesk desk;
    private final TokenSubject subject;
    private final Button check = new Button("Check");
    private final MenuButton calls = new MenuButton("What can I call");
    private final Button build = new Button();
    private final HBox row = new HBox(8);
    private final Label said = new Label();
    private final VBox notes = new VBox(6);
    private Cancellation under;

    VendorTools(LoginServices services, LoginDesk desk, TokenSubject subject) {
        super(6);
        this.services = services;
        this.desk = desk;
        this.subject = subject;
        setPadding(new Insets(0, 0, 0, FieldForm.LABELS));
        getStyleClass().add("vendor-tools");
        check.setId("vendor-check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(_ -> check());
        Tips.on(check, "Asks the identity server for its description, and says what it found");
        calls.setId("vendor-calls");
        calls.setMinWidth(USE_PREF_SIZE);
        calls.setOnShowing(_ -> fill());
        fill();
        build.setId("vendor-build");
        build.setMinWidth(USE_PREF_SIZE);
        build.setOnAction(_ -> desk.build(subject.resolved().type()));
        said.setId("vendor-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().addAll("muted", "small");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        notes.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(notes.getChildren()));
        row.getChildren().setAll(calls);
        getChildren().addAll(row, said, notes);
    }

    /// The buttons that make sense for what is filled in.
    void show() {
        var auth = subject.resolved();
        var wanted = new java.util.ArrayList<javafx.scene.Node>(java.util.List.of(calls));
        if (IdentityCheck.of(auth.type(), auth)) {
            wanted.addFirst(check);
        }
        if (!auth.type().equals("bizagi")) {
            build.setText(auth.type().equals("workflowServer") ? "All methods" : "Build a DataService query");
            wanted.add(build);
        }
        if (!wanted.equals(row.getChildren())) {
            row.getChildren().setAll(wanted);
            said.setText("");
            notes.getChildren().clear();
        }
    }

    private void fill() {
        calls.getItems().setAll(VendorCall.of(subject.effective()).stream().flatMap(call -> {
            var item = new MenuItem(call.title());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> desk.open(call.title(), call.request().withAuth(subject.effective())));
            return odata(call.request().url()) ? java.util.stream.Stream.of(item, explore(call)) : java.util.stream.Stream.of(item);
        }).toList());
    }

    private MenuItem explore(VendorCall call) {
        var item = new MenuItem("Explore " + call.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> desk.explore(call.request().url()));
        return item;
    }

    private static boolean odata(String url) {
        return url.contains("/odata/") || url.contains("DataService.svc/");
    }

    /// A second press ends it.
    private void check() {
        if (under != null) {
            under.cancel();
            return;
        }
        notes.getChildren().clear();
        if (IdentityCheck.address(subject.resolved()).isEmpty()) {
            said.setText("Fill in the address of the server first.");
            return;
        }
        var cancellation = new Cancellation();
        under = cancellation;
        check.setText("Cancel");
        said.setText("Reading the description of " + IdentityCheck.address(subject.resolved()) + "…");
        var ready = subject.ready();
        services.background().run(() -> {
            var auth = ready.get();
            return IdentityCheck.read(auth, services.discover(IdentityCheck.address(auth), LoginWatcher.NONE, cancellation));
        }, found -> {
            over();
            if (cancellation.cancelled()) {
                said.setText("");
            } else {
                show(found);
            }
        }, e -> {
            over();
            said.setText("That could not be asked: " + e.getMessage());
        });
    }

    private void over() {
        under = null;
        check.setText("Check");
    }

    private void show(IdentityCheck found) {
        said.setText(found.sentence());
        found.notes().forEach(note -> card(FindingCard.Tone.NOTE, note));
        found.fault().ifPresent(fault -> card(FindingCard.Tone.BAD, fault));
    }

    private void card(FindingCard.Tone tone, Finding finding) {
        notes.getChildren().add(new FindingCard(tone, finding, mend -> desk.mend(mend, subject)));
    }
}

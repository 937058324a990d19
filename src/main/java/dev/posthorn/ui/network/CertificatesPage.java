package dev.posthorn.ui.network;

import dev.posthorn.http.tls.CertificateFacts;
import dev.posthorn.http.tls.CertificateFile;
import dev.posthorn.http.tls.HostPattern;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.Failure.TlsFailed.Remedy;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.Icons;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What we show of ourselves, whom we trust, and where we do not look.
final class CertificatesPage extends VBox {

    private static final int NAMES_SHOWN = 3;

    private final NetworkServices services;
    private final Consumer<UnaryOperator<Network>> edit;
    private final RowList<CertificateCard> own;
    private final RowList<Authority> authorities;
    private final RowList<Unverified> unverified;

    CertificatesPage(NetworkServices services, Network network, Consumer<UnaryOperator<Network>> edit) {
        super(10);
        this.services = services;
        this.edit = edit;
        own = new RowList<>("own-certificates", "None. A server that asks for one gets none.", "Add a client certificate", () -> focused(card(null, "")));
        authorities = new RowList<>("authorities", "None beside those below.", "Add authorities…", this::choose);
        unverified = new RowList<>("unverified", "None: every host must prove who it is.", "Add a host", () -> focused(host("")));
        network.certificates().forEach(c -> card(c, ""));
        network.authorities().forEach(this::authority);
        network.unverified().forEach(this::host);
        getChildren().addAll(heading("Client certificates", "Shown to the hosts they are set for, and to no other; of several that fit, the first. Files are read again when they change."), own,
                heading("Trusted authorities (CA)", "Trusted beside Java's own list: PEM with any number of certificates, or DER. A self-signed certificate of a server can be added too."), authorities,
                system(network), heading("Hosts without verification", "Whoever answers there is believed: for test servers alone."), unverified);
    }

    private static VBox heading(String title, String words) {
        var name = new Label(title);
        name.getStyleClass().add("network-heading");
        var line = new Label(words);
        line.getStyleClass().addAll("muted", "small");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(2, name, line);
    }

    private VBox system(Network network) {
        var box = new CheckBox("Trust the authorities of the operating system too");
        box.setId("system-trust");
        box.setSelected(network.systemTrust());
        box.selectedProperty().subscribe((_, on) -> edit.accept(n -> n.withSystemTrust(on)));
        var note = new Note("system-trust-note");
        services.background().run(services.authorities()::found, found -> {
            var words = found.certificates().isEmpty() && found.troubles().isEmpty() ? "None were found on this system."
                    : found.certificates().size() + " from " + String.join(" and ", found.places()) + ".";
            note.say(found.troubles().isEmpty() ? Note.Tone.QUIET : Note.Tone.WARNING, found.troubles().isEmpty() ? words : String.join(" ", found.troubles()));
        }, e -> note.say(Note.Tone.WARNING, "They cannot be read: " + e.getMessage() + "."));
        return new VBox(2, box, note);
    }

    private CertificateCard card(Network.ClientCertificate certificate, String host) {
        var card = new CertificateCard(services, certificate, host, this::takeOwn, gone -> {
            own.remove(gone);
            takeOwn();
        });
        own.add(card);
        return card;
    }

    private void focused(CertificateCard card) {
        card.focusFirst();
    }

    private void focused(Unverified row) {
        row.field.requestFocus();
    }

    private void takeOwn() {
        edit.accept(n -> n.withCertificates(own.rows().stream().flatMap(c -> c.value().stream()).toList()));
    }

    private void choose() {
        services.files().apply("Choose certificates of authorities").forEach(this::authority);
        takeAuthorities();
    }

    private void authority(Path file) {
        if (authorities.rows().stream().noneMatch(a -> a.file.equals(file))) {
            authorities.add(new Authority(file));
        }
    }

    private void takeAuthorities() {
        edit.accept(n -> n.withAuthorities(authorities.rows().stream().map(a -> a.file).toList()));
    }

    private Unverified host(String host) {
        var row = new Unverified(host, true);
        unverified.add(row);
        return row;
    }

    private void takeUnverified() {
        edit.accept(n -> n.withUnverified(unverified.rows().stream().filter(r -> r.confirmed).map(r -> r.field.getText().strip()).filter(t -> HostPattern.fault(t).isEmpty()).distinct().toList()));
    }

    void mend(Remedy remedy, String host) {
        switch (remedy) {
            case CLIENT_CERTIFICATE -> own.rows().stream().filter(c -> c.isFor(host)).findFirst().ifPresentOrElse(CertificateCard::focusFirst, () -> focused(card(null, host)));
            case ADD_AUTHORITY -> authorities.focusAdd();
            case ALLOW_HOST -> {
                // Nothing is switched off by coming here: the row counts when it is confirmed.
                var row = new Unverified(host, false);
                unverified.add(row);
                row.confirm.requestFocus();
            }
            case REQUEST_SETTINGS, URL, NONE -> { }
        }
    }

    /// One file of authorities, and what is in it.
    private final class Authority extends VBox {

        private final Path file;

        Authority(Path file) {
            super(2);
            this.file = file;
            var name = new Label(file.toString());
            name.setMinWidth(60);
            name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var line = new HBox(8, name, gap, Icons.button(Octicons.X_16, "Take this file away", () -> {
                authorities.remove(this);
                takeAuthorities();
            }));
            line.getStyleClass().add("row-line");
            line.setMaxWidth(700);
            var note = new Note("authority-note");
            getChildren().addAll(line, note);
            services.background().run(() -> CertificateFile.read(file), all -> note.say(Note.Tone.QUIET, (all.size() == 1 ? "" : all.size() + " certificates: ")
                    + all.stream().limit(NAMES_SHOWN).map(CertificateFacts::of).map(c -> CertificateFacts.shortName(c.subject()) + ", until " + CertificateCard.day(c.notAfter()))
                            .collect(Collectors.joining("; ")) + (all.size() > NAMES_SHOWN ? "; …" : "") + "."),
                    e -> note.fault(e instanceof Unusable ? e.getMessage() + "." : "It cannot be read: " + e.getMessage() + "."));
        }
    }

    /// A host whose certificate is not looked at.
    private final class Unverified extends VBox {

        private final TextField field;
        private final Note note = new Note("unverified-note");
        private final Button confirm = new Button("Switch verification off");
        private boolean confirmed;

        /// @param confirmed false while it is only offered
        Unverified(String host, boolean confirmed) {
            this.confirmed = confirmed;
            confirm.setId("unverified-confirm");
            confirm.setMinWidth(Region.USE_PREF_SIZE);
            confirm.setVisible(!confirmed);
            confirm.setManaged(!confirmed);
            confirm.setOnAction(_ -> {
                this.confirmed = true;
                confirm.setVisible(false);
                confirm.setManaged(false);
                field().requestFocus();
                takeUnverified();
            });
            field = Form.text("unverified-host", host, "localhost:8443, or *.test for all below");
            field.setAccessibleText("Host without verification");
            field.setPrefWidth(340);
            field.textProperty().subscribe((_, text) -> {
                note.fault(text.isBlank() || HostPattern.fault(text).isEmpty() ? "" : ProxyPage.sentence(HostPattern.fault(text)));
                if (note.getText().isEmpty() && text.strip().equals("*")) {
                    note.say(Note.Tone.WARNING, "This is every host: nothing is verified any more.");
                }
                takeUnverified();
            });
            var line = new HBox(8, field, confirm, Icons.button(Octicons.X_16, "Verify this host again", () -> {
                unverified.remove(this);
                takeUnverified();
            }));
            line.getStyleClass().add("row-line");
            getChildren().addAll(line, note);
        }

        private TextField field() {
            return field;
        }
    }
}

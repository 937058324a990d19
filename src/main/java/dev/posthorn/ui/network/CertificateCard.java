package dev.posthorn.ui.network;

import dev.posthorn.http.tls.CertificateFacts;
import dev.posthorn.http.tls.HostPattern;
import dev.posthorn.http.tls.Identity;
import dev.posthorn.http.tls.IdentityFile;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.TextInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// One client certificate: for which host, from which files, and whether they can be used.
final class CertificateCard extends VBox {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneId.systemDefault());
    private static final Duration TYPED = Duration.millis(500);

    private final NetworkServices services;
    private final Runnable changed;
    private final TextField host;
    private final Choice<Boolean> kind;
    private final TextField file;
    private final TextField key;
    private final TextInput passphrase;
    private final Form form = new Form();
    private final Note hostNote = new Note("certificate-host-note");
    private final Note result = new Note("certificate-result");
    private final PauseTransition typed = new PauseTransition(TYPED);
    private final Background.Latest<Identity> check;

    /// @param certificate null for a new one
    CertificateCard(NetworkServices services, Network.ClientCertificate certificate, String forHost, Runnable changed, Consumer<CertificateCard> remove) {
        super(6);
        this.services = services;
        this.changed = changed;
        getStyleClass().add("certificate-card");
        var store = certificate != null && certificate.key() == null && certificate.file().toString().toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx|jks)");
        host = Form.text("certificate-host", certificate == null ? forHost : certificate.host(), "api.test, api.test:8443 or *.test");
        kind = new Choice<>("certificate-kind", kinds(), store, _ -> {
            draw();
            edited();
        });
        file = Form.text("certificate-file", certificate == null ? "" : certificate.file().toString(), "");
        key = Form.text("certificate-key", certificate == null || certificate.key() == null ? "" : certificate.key().toString(), "Empty where the first file holds the key too");
        passphrase = Form.secret("certificate-passphrase", certificate == null ? "" : certificate.passphrase(), "Where the key is encrypted");
        check = services.background().latest(this::tell, e -> result.fault(e instanceof Unusable ? e.getMessage() + "." : "It cannot be read: " + e.getMessage() + "."));
        var again = new Button("Check");
        again.setId("certificate-check");
        again.setOnAction(_ -> check());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(8, again, result, gap, Icons.button(Octicons.TRASH_16, "Take this certificate away", () -> remove.accept(this)));
        foot.getStyleClass().add("row-line");
        HBox.setHgrow(result, Priority.SOMETIMES);
        again.setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(720);
        draw();
        getChildren().addAll(form, foot);
        for (var field : java.util.List.of(host, file, key)) {
            field.textProperty().subscribe((_, _) -> edited());
        }
        passphrase.onEdit(_ -> edited());
        typed.setOnFinished(_ -> check());
        if (certificate != null) {
            check();
        }
    }

    private static Map<Boolean, String> kinds() {
        var words = new LinkedHashMap<Boolean, String>();
        words.put(false, "PEM (certificate and key)");
        words.put(true, "PKCS#12 (.p12, .pfx) or JKS");
        return words;
    }

    private void draw() {
        form.getChildren().clear();
        form.row("Host", host, hostNote);
        form.row("Kind", kind, null);
        form.row(kind.getValue() ? "File" : "Certificate", chooser(file, "certificate-file-choose", "Choose the certificate"), null);
        if (!kind.getValue()) {
            form.row("Key", chooser(key, "certificate-key-choose", "Choose the private key"), null);
        }
        form.row("Passphrase", passphrase.node(), null);
    }

    private Node chooser(TextField field, String id, String title) {
        var choose = new Button("Choose…");
        choose.setId(id);
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> services.file().apply(title).ifPresent(path -> field.setText(path.toString())));
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(8, field, choose);
    }

    private void edited() {
        hostNote.fault(host.getText().isBlank() ? "" : HostPattern.fault(host.getText()).isEmpty() ? "" : ProxyPage.sentence(HostPattern.fault(host.getText())));
        changed.run();
        typed.playFromStart();
    }

    /// Empty while it is not complete.
    Optional<Network.ClientCertificate> value() {
        if (!HostPattern.fault(host.getText()).isEmpty() || file.getText().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Network.ClientCertificate(host.getText().strip(), Path.of(file.getText().strip()),
                    kind.getValue() || key.getText().isBlank() ? null : Path.of(key.getText().strip()), passphrase.text()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    boolean isFor(String other) {
        return host.getText().strip().equalsIgnoreCase(other);
    }

    void focusFirst() {
        (host.getText().isBlank() ? host : file).requestFocus();
    }

    private void check() {
        var value = value();
        if (value.isEmpty()) {
            check.forget();
            result.say(Note.Tone.QUIET, host.getText().isBlank() || file.getText().isBlank() ? "Host and file are needed." : "");
            return;
        }
        if (!value.get().file().isAbsolute() || value.get().key() != null && !value.get().key().isAbsolute()) {
            check.forget();
            result.fault("Write the whole path of the file, or choose it.");
            return;
        }
        check.submit(() -> IdentityFile.read(value.get()));
    }

    private void tell(Identity identity) {
        var facts = CertificateFacts.of(identity.own());
        var now = services.clock().instant();
        var words = CertificateFacts.shortName(facts.subject()) + ", issued by " + CertificateFacts.shortName(facts.issuer()) + ", " + facts.key();
        if (now.isAfter(facts.notAfter())) {
            result.say(Note.Tone.WARNING, words + ". It has expired on " + day(facts.notAfter()) + "; servers will refuse it.");
        } else if (now.isBefore(facts.notBefore())) {
            result.say(Note.Tone.WARNING, words + ". It is valid only from " + day(facts.notBefore()) + " on.");
        } else {
            result.say(Note.Tone.GOOD, words + ", valid until " + day(facts.notAfter()) + ".");
        }
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }
}

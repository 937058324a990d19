package dev.posthorn.ui.network;

import dev.posthorn.http.tls.HostPattern;
import dev.posthorn.model.Network;
import dev.posthorn.model.Network.Route;
import dev.posthorn.ui.kit.TextInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// By which proxy requests go: none, the system's, one, or the one that a script names.
final class ProxyPage extends VBox {

    private enum Mode { NONE, SYSTEM, MANUAL, SCRIPT }

    private static final Map<Mode, String> MODES = modes();

    private final NetworkServices services;
    private final Consumer<Route> changed;
    private final Map<Mode, Node> pages = new EnumMap<>(Mode.class);
    private final VBox shown = new VBox();
    private final Note found = new Note("proxy-found");
    private final Choice<Network.Kind> kind;
    private final TextField host;
    private final TextField port;
    private final TextField user;
    private final TextInput password;
    private final TextArea bypass = new TextArea();
    private final Note hostNote = new Note("proxy-host-note");
    private final Note portNote = new Note("proxy-port-note");
    private final TextField source;
    private final Note sourceNote = new Note("proxy-source-note");
    private final TextField scriptUser;
    private final TextInput scriptPassword;
    private final Choice<Mode> mode;

    ProxyPage(NetworkServices services, Route route, Consumer<Route> changed) {
        super(16);
        this.services = services;
        this.changed = changed;
        var manual = route instanceof Route.Manual m ? m : new Route.Manual(new Network.Proxy(Network.Kind.HTTP, "", 8080, "", ""), List.of("localhost", "127.0.0.1", "::1"));
        var script = route instanceof Route.Script s ? s : new Route.Script("", "", "");
        kind = new Choice<>("proxy-kind", kinds(), manual.proxy().kind(), _ -> take());
        host = Form.text("proxy-host", manual.proxy().host(), "proxy.example.com");
        port = Form.text("proxy-port", Integer.toString(manual.proxy().port()), "8080");
        user = Form.text("proxy-user", manual.proxy().user(), "Empty if the proxy needs none; DOMAIN\\user for NTLM");
        password = Form.secret("proxy-password", manual.proxy().password(), "");
        bypass.setText(String.join("\n", manual.bypass()));
        source = Form.text("proxy-source", script.source(), "https://example.com/proxy.pac, or a file");
        scriptUser = Form.text("proxy-script-user", script.user(), "For the proxies that the script names");
        scriptPassword = Form.secret("proxy-script-password", script.password(), "");
        mode = new Choice<>("proxy-mode", MODES, of(route), _ -> choose());
        var form = new Form();
        form.row("Proxy", mode, null);
        pages.put(Mode.NONE, words("Requests go straight to their hosts, whatever this computer is set to."));
        pages.put(Mode.SYSTEM, new VBox(6, words("Requests use the proxy that this computer is set to, if there is one."), found));
        pages.put(Mode.MANUAL, manual());
        pages.put(Mode.SCRIPT, script());
        getChildren().addAll(form, shown);
        List.of(host, port, user, source, scriptUser).forEach(f -> f.textProperty().subscribe((_, _) -> take()));
        List.of(password, scriptPassword).forEach(f -> f.onEdit(_ -> take()));
        bypass.textProperty().subscribe((_, _) -> take());
        show();
    }

    private static Map<Mode, String> modes() {
        var words = new LinkedHashMap<Mode, String>();
        words.put(Mode.SYSTEM, "As the system says");
        words.put(Mode.NONE, "No proxy");
        words.put(Mode.MANUAL, "This proxy");
        words.put(Mode.SCRIPT, "Automatic configuration (PAC)");
        return words;
    }

    private static Map<Network.Kind, String> kinds() {
        var words = new LinkedHashMap<Network.Kind, String>();
        words.put(Network.Kind.HTTP, "HTTP");
        words.put(Network.Kind.HTTPS, "HTTPS (TLS to the proxy)");
        words.put(Network.Kind.SOCKS5, "SOCKS5 (it looks up the names)");
        return words;
    }

    private static Mode of(Route route) {
        return switch (route) {
            case Route.Direct _ -> Mode.NONE;
            case Route.OfSystem _ -> Mode.SYSTEM;
            case Route.Manual _ -> Mode.MANUAL;
            case Route.Script _ -> Mode.SCRIPT;
        };
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private Node manual() {
        bypass.setId("proxy-bypass");
        bypass.setPrefRowCount(4);
        bypass.setPromptText("localhost\n*.example.com\n10.0.0.0/8");
        var note = new Note("proxy-bypass-note");
        note.say(Note.Tone.QUIET, "One per line: a host, *.example.com for all below it, 10.0.0.0/8, or host:8080.");
        var form = new Form();
        form.row("Kind", kind, null);
        form.row("Host", host, hostNote);
        form.row("Port", port, portNote);
        port.setMaxWidth(120);
        form.row("User", user, null);
        form.row("Password", password.node(), null);
        form.row("No proxy for", bypass, note);
        return form;
    }

    private Node script() {
        var choose = new Button("Choose…");
        choose.setId("proxy-source-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> services.file().apply("Choose the proxy script").ifPresent(file -> source.setText(file.toString())));
        HBox.setHgrow(source, Priority.ALWAYS);
        var form = new Form();
        form.row("Script", new HBox(8, source, choose), sourceNote);
        form.row("User", scriptUser, null);
        form.row("Password", scriptPassword.node(), null);
        return form;
    }

    private void choose() {
        show();
        take();
    }

    private void show() {
        shown.getChildren().setAll(pages.get(mode.getValue()));
        if (mode.getValue() == Mode.SYSTEM && found.getText().isEmpty()) {
            services.background().run(services.systemProxy()::get, text -> found.say(Note.Tone.QUIET, text),
                    e -> found.say(Note.Tone.WARNING, "The system's settings cannot be read: " + e.getMessage() + "."));
        }
    }

    /// Takes over what is complete; what is not says why.
    private void take() {
        switch (mode.getValue()) {
            case NONE -> changed.accept(new Route.Direct());
            case SYSTEM -> changed.accept(new Route.OfSystem());
            case MANUAL -> takeManual();
            case SCRIPT -> takeScript();
        }
    }

    private void takeManual() {
        var name = host.getText().strip();
        var number = port.getText().strip();
        var valid = number.matches("\\d{1,5}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= 65535;
        var badHost = hostNote.fault(name.isEmpty() ? "Write the name or address of the proxy." : name.contains("*") ? "A proxy has one name, without a star."
                : HostPattern.fault(name).isEmpty() ? HostPattern.parse(name).port() == 0 ? "" : "The port has a field of its own." : sentence(HostPattern.fault(name)));
        var badPort = portNote.fault(valid ? "" : "A port is a number from 1 to 65535.");
        if (!badHost && !badPort) {
            changed.accept(new Route.Manual(new Network.Proxy(kind.getValue(), name, Integer.parseInt(number), user.getText(), password.text()),
                    Arrays.stream(bypass.getText().split("[\\s,;]+")).filter(t -> !t.isEmpty()).toList()));
        }
    }

    private void takeScript() {
        var text = source.getText().strip();
        if (!sourceNote.fault(fault(text))) {
            changed.accept(new Route.Script(text, scriptUser.getText(), scriptPassword.text()));
        }
    }

    private static String fault(String source) {
        if (source.isEmpty()) {
            return "Write the address of the script, or choose a file.";
        }
        if (source.matches("(?i)https?://.+")) {
            return "";
        }
        try {
            return source.contains("://") && !source.startsWith("file:") ? "A script comes from http://, https:// or a file." : source.startsWith("file:") || Files.isReadable(Path.of(source)) ? ""
                    : "There is no such file.";
        } catch (InvalidPathException e) {
            return "This is neither an address nor a file.";
        }
    }

    static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}

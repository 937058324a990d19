package dev.posthorn.ui.shell;

import dev.posthorn.http.Cookies;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.CookieNews;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One cookie to edit, field by field or as the one `Set-Cookie` line that would set it.
final class CookieForm extends VBox {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Its own least width is told too small while it is in no scene.
    private static final double AND_BELOW = 100;

    private final Cookies jar;
    private final BiConsumer<Cookie, Cookie> keep;
    private final TextField name = field("cookie-edit-name", "Name", 12);
    private final TextField value = field("cookie-edit-value", "Value", 24);
    private final TextField domain = field("cookie-edit-domain", "example.com", 14);
    private final TextField path = field("cookie-edit-path", "/", 8);
    private final TextField expires = field("cookie-edit-expires", "end of session", 14);
    private final TextField line = field("cookie-edit-line", "name=value; Path=/; Secure; HttpOnly; SameSite=Lax", 40);
    private final CheckBox below = new CheckBox("and below");
    private final CheckBox secure = new CheckBox("Secure");
    private final CheckBox httpOnly = new CheckBox("HttpOnly");
    private final ChoiceBox<String> sameSite = new ChoiceBox<>();
    private final Label trouble = new Label();
    private final Button save = new Button();
    private final Button mode = new Button();
    private final HBox first;
    private final HBox second;
    private final HBox whole;
    private Cookie edited;
    private boolean asLine;

    /// `keep` hears of the cookie as it was (null for a new one) and as it is wanted, which the jar would take.
    CookieForm(Cookies jar, BiConsumer<Cookie, Cookie> keep) {
        this.jar = jar;
        this.keep = keep;
        setSpacing(8);
        sameSite.getItems().setAll("SameSite: not said", "Strict", "Lax", "None");
        sameSite.setId("cookie-edit-same-site");
        below.setId("cookie-edit-below");
        below.setMinWidth(AND_BELOW);
        secure.setId("cookie-edit-secure");
        httpOnly.setId("cookie-edit-http-only");
        save.setId("cookie-edit-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        mode.setId("cookie-edit-mode");
        mode.setMinWidth(Region.USE_PREF_SIZE);
        mode.setOnAction(_ -> swap());
        trouble.setId("cookie-edit-trouble");
        trouble.getStyleClass().add("field-trouble");
        trouble.setWrapText(true);
        Stream.of(name, value, domain, path, expires, line).forEach(f -> f.setOnAction(_ -> save()));
        first = row(said("Name"), name, said("Value"), value);
        second = row(said("Domain"), domain, below, said("Path"), path, said("Expires (UTC)"), expires);
        whole = row(said("Line"), line);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox.setHgrow(domain, Priority.ALWAYS);
        HBox.setHgrow(line, Priority.ALWAYS);
        show(null, "");
    }

    private static TextField field(String id, String prompt, int columns) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        field.setMinWidth(40);
        return field;
    }

    private static Label said(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Null for a new cookie of the host.
    void show(Cookie cookie, String host) {
        edited = cookie;
        var given = cookie == null ? new Cookie("", "", host, true, "/", null, false, false, "") : cookie;
        fill(given);
        line.setText(cookie == null ? "" : Cookies.line(cookie));
        save.setText(cookie == null ? "Add cookie" : "Keep changes");
        arrange();
    }

    private void fill(Cookie cookie) {
        name.setText(cookie.name());
        value.setText(cookie.value());
        domain.setText(cookie.domain());
        below.setSelected(!cookie.hostOnly());
        path.setText(cookie.path());
        expires.setText(cookie.expires() == null ? "" : DATE.format(cookie.expires()));
        secure.setSelected(cookie.secure());
        httpOnly.setSelected(cookie.httpOnly());
        sameSite.getSelectionModel().select(Math.max(0, List.of("", "Strict", "Lax", "None").indexOf(cookie.sameSite())));
    }

    @Override
    public void requestFocus() {
        (asLine ? line : name).requestFocus();
    }

    private void arrange() {
        trouble("");
        mode.setText(asLine ? "As fields" : "As one line");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var last = asLine ? row(said("of"), domain, gap, mode, save) : row(secure, httpOnly, sameSite, gap, mode, save);
        if (asLine) {
            second.getChildren().remove(domain);
            getChildren().setAll(whole, last, trouble);
        } else {
            if (!second.getChildren().contains(domain)) {
                second.getChildren().add(1, domain);
            }
            getChildren().setAll(first, second, last, trouble);
        }
    }

    /// What was typed goes along; what cannot be read stays and is said.
    private void swap() {
        var news = read();
        if (news.fate() == CookieNews.Fate.REFUSED && !blank()) {
            trouble(news.why());
            return;
        }
        if (news.cookie() != null && !blank()) {
            fill(news.cookie());
            line.setText(Cookies.line(news.cookie()));
        }
        asLine = !asLine;
        arrange();
        requestFocus();
    }

    private boolean blank() {
        return asLine ? line.getText().isBlank() : name.getText().isBlank() && value.getText().isBlank();
    }

    private void save() {
        var news = read();
        if (news.fate() == CookieNews.Fate.REFUSED) {
            trouble(news.why());
            return;
        }
        trouble("");
        keep.accept(edited, news.cookie());
    }

    private CookieNews read() {
        var host = domain.getText().strip();
        var from = "https://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + "/";
        if (asLine) {
            return past(jar.look(from, line.getText()));
        }
        var semicolon = Stream.of(name, value, path).filter(f -> f.getText().contains(";")).findFirst();
        if (semicolon.isPresent()) {
            return refused("A semicolon ends a cookie; it cannot stand in " + semicolon.get().getId().replace("cookie-edit-", "its ") + ".");
        }
        if (name.getText().contains("=")) {
            return refused("A name cannot have = in it.");
        }
        if (!path.getText().isBlank() && !path.getText().startsWith("/")) {
            return refused("A path begins with /.");
        }
        try {
            var until = expires.getText().isBlank() ? null : date(expires.getText().strip());
            var cookie = new Cookie(name.getText().strip(), value.getText().strip(), host, !below.isSelected(), path.getText().isBlank() ? "/" : path.getText().strip(), until, secure.isSelected(),
                    httpOnly.isSelected(), sameSite.getSelectionModel().getSelectedIndex() <= 0 ? "" : sameSite.getValue());
            return past(jar.look(from, Cookies.line(cookie)));
        } catch (DateTimeException e) {
            return refused("\"" + expires.getText().strip() + "\" is no date: write it as 2030-01-31 12:00:00, or leave it empty for the session.");
        }
    }

    private CookieNews past(CookieNews news) {
        return news.cookie() != null && news.cookie().expires() != null && !news.cookie().expires().isAfter(jar.now())
                ? refused("That date is past: such a cookie would be gone at once.") : news;
    }

    private static CookieNews refused(String why) {
        return new CookieNews("", null, CookieNews.Fate.REFUSED, why);
    }

    private static Instant date(String text) {
        var full = text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + " 00:00:00" : text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d") ? text + ":00" : text;
        return full.contains("T") ? Instant.parse(full) : Instant.from(DATE.parse(full));
    }

    private void trouble(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }
}

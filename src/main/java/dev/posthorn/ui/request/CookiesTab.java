package dev.posthorn.ui.request;

import dev.posthorn.http.CookieChoice;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.workbench.Draft;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.octicons.Octicons;

/// The cookies of this URL's site: which go along, why the others stay at home; add, delete, and the way to the whole jar.
final class CookiesTab implements RequestTab {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final PseudoClass STAYS = PseudoClass.getPseudoClass("stays");

    private final Draft<Request> draft;
    private final RequestServices services;
    private final Runnable changed;
    private final TableView<CookieChoice> table = new TableView<>();
    private final Label title = new Label();
    private final Label off = new Label("Cookies are off for this request (Settings): none of these goes along, and none that comes is kept.");
    private final TextField name = field("cookie-name", "Name");
    private final TextField value = field("cookie-value", "Value");
    private final TextField path = field("cookie-path", "/");
    private final Button add = new Button("Add");
    private final BorderPane pane = new BorderPane();
    private final Optional<AuthExtras.Panel> session;

    CookiesTab(Draft<Request> draft, RequestServices services, Runnable changed) {
        this.draft = draft;
        this.services = services;
        this.changed = changed;
        columns();
        var remove = Icons.button(Octicons.TRASH_16, "Delete the chosen cookie (Delete)", this::removeChosen);
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.setId("remove-cookie");
        add.setId("add-cookie");
        add.setOnAction(_ -> add());
        var manage = new Button("All cookies…");
        manage.setId("manage-cookies");
        manage.setMinWidth(Region.USE_PREF_SIZE);
        manage.setOnAction(_ -> services.manageCookies(url()));
        Stream.of(name, value, path).forEach(f -> {
            f.setOnAction(_ -> add());
            f.textProperty().subscribe((_, _) -> allow());
        });
        title.getStyleClass().add("panel-title");
        title.setMinWidth(56);
        add.setMinWidth(Region.USE_PREF_SIZE);
        off.getStyleClass().addAll("muted", "small", "cookies-off");
        off.setWrapText(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, title, gap, name, value, path, add, remove, manage);
        bar.getStyleClass().add("table-bar");
        var top = new VBox(bar, off);
        session = services.authExtras().besideCookies();
        session.ifPresent(s -> top.getChildren().addFirst(s.node()));
        pane.setTop(top);
        pane.setCenter(table);
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setPrefColumnCount(8);
        field.setMinWidth(48);
        return field;
    }

    private void columns() {
        table.setId("cookies");
        table.getStyleClass().add("quiet-table");
        table.setFixedCellSize(26);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(
                column("Name", 150, Cookie::name), column("Value", 200, Cookie::value),
                column("Domain", 120, c -> c.hostOnly() ? c.domain() : "." + c.domain()), column("Path", 70, Cookie::path),
                column("Expires", 130, c -> c.expires() == null ? "session" : WHEN.format(c.expires())), column("Flags", 130, CookiesTab::flags), sent()));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(CookieChoice choice, boolean empty) {
                super.updateItem(choice, empty);
                pseudoClassStateChanged(STAYS, !empty && choice != null && (!choice.sent() || switchedOff()));
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                removeChosen();
                key.consume();
            }
        });
        var none = new Label("No cookies for this URL. What a server sets appears here after its answer.");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setTextAlignment(TextAlignment.CENTER);
        table.setPlaceholder(none);
    }

    private static TableColumn<CookieChoice, String> column(String title, double width, Function<Cookie, String> text) {
        return choices(title, width, choice -> text.apply(choice.cookie()));
    }

    private TableColumn<CookieChoice, String> sent() {
        return choices("Sent", 170, c -> switchedOff() ? "no: cookies are off" : c.sent() ? "yes" : "no: " + c.why());
    }

    private static TableColumn<CookieChoice, String> choices(String title, double width, Function<CookieChoice, String> text) {
        var column = new TableColumn<CookieChoice, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private boolean switchedOff() {
        return services.context().settings(draft.value().settings()).flag("disableCookies").orElse(false);
    }

    private static String flags(Cookie cookie) {
        return Stream.of(cookie.secure() ? "Secure" : "", cookie.httpOnly() ? "HttpOnly" : "", cookie.sameSite().isEmpty() ? "" : "SameSite=" + cookie.sameSite())
                .filter(f -> !f.isEmpty()).collect(Collectors.joining(", "));
    }

    private String url() {
        return services.scopes().resolve(draft.value().url()).text();
    }

    /// The host of the URL, empty while it has none.
    private String host() {
        try {
            var text = url();
            var start = text.contains("://") ? text : "http://" + text;
            var end = start.indexOf('/', start.indexOf("://") + 3);
            var host = URI.create(end < 0 ? start : start.substring(0, end)).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void allow() {
        add.setDisable(name.getText().isBlank() || host().isEmpty());
    }

    private void add() {
        if (!add.isDisabled()) {
            var where = path.getText().isBlank() ? "/" : path.getText().strip();
            services.addCookie(new Cookie(name.getText().strip(), value.getText(), host(), true, where, null, false, false, ""));
            name.clear();
            value.clear();
            environmentChanged();
            changed.run();
            name.requestFocus();
        }
    }

    private void removeChosen() {
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            services.removeCookie(chosen.cookie());
            environmentChanged();
            changed.run();
        }
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        session.ifPresent(AuthExtras.Panel::show);
        var found = services.cookieChoices(url());
        var nowOff = switchedOff();
        if (!found.equals(table.getItems()) || nowOff != off.isVisible()) {
            table.getItems().setAll(found);
        }
        off.setVisible(nowOff);
        off.setManaged(nowOff);
        var host = host();
        title.setText(host.isEmpty() ? "Cookies" : "Cookies for " + host);
        allow();
    }

    @Override
    public void environmentChanged() {
        show();
    }

    @Override
    public void focusFirst() {
        table.requestFocus();
    }
}

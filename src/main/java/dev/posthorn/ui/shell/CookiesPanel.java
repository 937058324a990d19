package dev.posthorn.ui.shell;

import dev.posthorn.http.CookieChoice;
import dev.posthorn.http.Cookies;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Jar;
import dev.posthorn.store.CookieText;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.TabStrip;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole jar: its domains, the cookies of one, each to edit; to files and from files; and the domains that scripts may use.
final class CookiesPanel extends Sheet {

    private static final String ALL = "All domains";

    /// A domain of the list; an empty name stands for all.
    private record Domain(String name, long count) {}

    private final Cookies jar;
    private final Background background;
    private final Choosers choosers;
    private final DateTimeFormatter when;
    private final Runnable changed;
    private final TextField search = new TextField();
    private final ListView<Domain> domains = new ListView<>();
    private final TableView<Cookie> table = new TableView<>();
    private final CookieForm form;
    private final ScriptDomains scripts;
    private final TabStrip strip = new TabStrip();
    private final TabStrip.Tab cookiesTitle = strip.add("jar-cookies", "Cookies");
    private final TabStrip.Tab scriptsTitle = strip.add("jar-scripts", "Domains for scripts");
    private final StackPane deck = new StackPane();
    private final Label said = new Label();
    private final Hyperlink undoLink = new Hyperlink("Undo");
    private final Button removeDomain;
    private final Node cookiesPage;
    private Runnable undo;
    private boolean filling;

    /// `changed` is called after each edit made here.
    CookiesPanel(Cookies jar, Background background, Choosers choosers, Clock clock, Runnable changed, Runnable close) {
        super("cookies-panel", "Cookies", 1080, close);
        this.jar = jar;
        this.background = background;
        this.choosers = choosers;
        this.changed = changed;
        this.when = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(clock.getZone());
        this.form = new CookieForm(jar, this::keep);
        this.scripts = new ScriptDomains(jar);
        lists();
        columns();
        this.cookiesPage = page();
        search.setId("cookies-search");
        search.setPromptText("Find a domain, name or value");
        search.textProperty().subscribe(_ -> refresh());
        HBox.setHgrow(search, Priority.ALWAYS);
        strip.selectedProperty().subscribe(_ -> turn());
        deck.setPrefHeight(420);
        deck.setMinHeight(200);
        VBox.setVgrow(deck, Priority.ALWAYS);
        said.setId("cookies-said");
        said.getStyleClass().add("muted");
        said.setMinWidth(20);
        undoLink.setId("cookies-undo");
        undoLink.setOnAction(_ -> undo());
        undoLink.setMinWidth(USE_PREF_SIZE);
        var note = new HBox(6, said, undoLink);
        note.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        body(strip, deck);
        beside(note);
        removeDomain = button("cookies-remove-domain", "Delete domain", this::removeDomain);
        button("cookies-remove-all", "Delete all", () -> delete(jar.all(), "all cookies"));
        button("cookies-import", "Import…", this::importFile);
        button("cookies-export", "Export…", this::exportFile);
        button("cookies-close", "Close", close);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.isShortcutDown() && key.getCode() == KeyCode.Z && undo != null) {
                undo();
                key.consume();
            } else if (key.isShortcutDown() && key.getCode() == KeyCode.F) {
                search.requestFocus();
                key.consume();
            }
        });
        tell("", null);
    }

    private void lists() {
        domains.setId("cookie-domains");
        domains.getStyleClass().add("palette-list");
        domains.setFixedCellSize(26);
        domains.setPrefWidth(210);
        domains.setMinWidth(156);
        domains.setCellFactory(_ -> new DomainCell());
        domains.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> {
            if (!filling) {
                fillTable();
            }
        });
        domains.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                removeDomain();
                key.consume();
            }
        });
    }

    private void columns() {
        table.setId("jar-table");
        table.getStyleClass().addAll("quiet-table", "report-table");
        table.setFixedCellSize(26);
        table.setMinHeight(90);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(column("Name", 108, Cookie::name), column("Value", 120, Cookie::value), column("Domain", 120, c -> (c.hostOnly() ? "" : ".") + c.domain()),
                column("Path", 48, Cookie::path), column("Expires", 132, c -> c.expires() == null ? "session" : when.format(c.expires())),
                column("Secure", 66, c -> c.secure() ? "yes" : ""), column("HttpOnly", 78, c -> c.httpOnly() ? "yes" : ""), column("SameSite", 78, Cookie::sameSite)));
        table.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, cookie) -> {
            if (!filling) {
                form.show(cookie, host());
            }
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE) {
                removeChosen();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && table.getSelectionModel().getSelectedItem() != null) {
                form.requestFocus();
                key.consume();
            }
        });
        var none = new Label("No cookies here. Servers set them; so can you, below.");
        none.getStyleClass().add("muted");
        table.setPlaceholder(none);
    }

    private static TableColumn<Cookie, String> column(String title, double width, Function<Cookie, String> text) {
        var column = new TableColumn<Cookie, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private Node page() {
        var fresh = new Button("New cookie");
        fresh.setId("cookie-new");
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnAction(_ -> {
            table.getSelectionModel().clearSelection();
            form.show(null, host());
            form.requestFocus();
        });
        var remove = new Button("Delete");
        remove.setId("cookie-delete");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> removeChosen());
        remove.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        VBox.setVgrow(table, Priority.ALWAYS);
        var right = new VBox(10, table, form);
        right.setMinWidth(300);
        HBox.setHgrow(right, Priority.ALWAYS);
        var below = new HBox(12, domains, right);
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(8, new HBox(8, search, fresh, remove), below);
    }

    private void turn() {
        if (strip.selected() == scriptsTitle) {
            scripts.refresh();
            deck.getChildren().setAll(scripts);
        } else if (cookiesPage != null) {
            deck.getChildren().setAll(cookiesPage);
        }
    }

    /// Shows the jar as it is now; the host of `url` is chosen where it has cookies, else a new cookie for it is begun.
    void open(String url) {
        strip.select(cookiesTitle);
        turn();
        tell("", null);
        search.clear();
        refresh();
        if (!url.isEmpty()) {
            jar.choices(url).stream().filter(CookieChoice::sent).map(c -> c.cookie().domain()).findFirst().ifPresent(this::choose);
        }
        search.requestFocus();
    }

    private void choose(String domain) {
        domains.getItems().stream().filter(d -> d.name().equals(domain)).findFirst().ifPresent(d -> {
            domains.getSelectionModel().select(d);
            domains.scrollTo(d);
        });
    }

    /// Fills the lists again and keeps what is chosen.
    void refresh() {
        if (table.getColumns().isEmpty()) {
            return;
        }
        var chosen = host();
        var counts = new TreeMap<String, Long>();
        var found = matching();
        found.forEach(c -> counts.merge(c.domain(), 1L, Long::sum));
        var rows = new ArrayList<Domain>();
        rows.add(new Domain("", found.size()));
        counts.forEach((name, count) -> rows.add(new Domain(name, count)));
        filling = true;
        if (!rows.equals(domains.getItems())) {
            domains.getItems().setAll(rows);
        }
        filling = false;
        domains.getSelectionModel().select(rows.stream().filter(d -> d.name().equals(chosen)).findFirst().orElse(rows.getFirst()));
        fillTable();
        scripts.refresh();
        cookiesTitle.count(jar.all().size());
        scriptsTitle.count(jar.scriptDomains().size());
    }

    private List<Cookie> matching() {
        var words = search.getText().toLowerCase(Locale.ROOT).strip();
        return jar.all().stream().filter(c -> words.isEmpty() || (c.domain() + "\n" + c.name() + "\n" + c.value()).toLowerCase(Locale.ROOT).contains(words)).toList();
    }

    private void fillTable() {
        var chosen = table.getSelectionModel().getSelectedItem();
        var host = host();
        var rows = matching().stream().filter(c -> host.isEmpty() || c.domain().equals(host)).toList();
        if (!rows.equals(table.getItems())) {
            filling = true;
            table.getItems().setAll(rows);
            table.getSelectionModel().clearSelection();
            filling = false;
            if (chosen != null && rows.contains(chosen)) {
                table.getSelectionModel().select(chosen);
            } else {
                form.show(null, host);
            }
        }
        if (removeDomain != null) {
            removeDomain.setDisable(host.isEmpty());
        }
    }

    /// The chosen domain; empty for all.
    private String host() {
        var chosen = domains.getSelectionModel().getSelectedItem();
        return chosen == null ? "" : chosen.name();
    }

    private void keep(Cookie old, Cookie fresh) {
        if (old == null) {
            var before = jar.content();
            jar.add(fresh);
            done("Added " + fresh.name() + ".", () -> jar.restore(before));
        } else {
            jar.replace(old, fresh);
            done("Changed " + fresh.name() + ".", () -> jar.replace(fresh, old));
        }
        choose(fresh.domain());
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(fresh);
    }

    private void removeChosen() {
        var chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        delete(chosen, chosen.size() == 1 ? chosen.getFirst().name() : chosen.size() + " cookies");
    }

    private void removeDomain() {
        var host = host();
        if (!host.isEmpty()) {
            delete(jar.all().stream().filter(c -> c.domain().equals(host)).toList(), "the cookies of " + host);
        }
    }

    private void delete(Collection<Cookie> gone, String what) {
        if (!gone.isEmpty()) {
            var kept = jar.content().cookies().stream().filter(k -> gone.contains(k.cookie())).toList();
            jar.removeAll(gone);
            done("Deleted " + what + ".", () -> jar.putBack(kept));
        }
    }

    private void done(String what, Runnable back) {
        refresh();
        changed.run();
        tell(what, back);
    }

    private void undo() {
        var back = undo;
        tell("", null);
        if (back != null) {
            back.run();
            refresh();
            changed.run();
        }
    }

    private void tell(String what, Runnable back) {
        undo = back;
        said.setText(what);
        undoLink.setVisible(back != null);
        undoLink.setManaged(back != null);
    }

    private void importFile() {
        choosers.file("Import cookies (cookies.txt or JSON)").ifPresent(file -> background.run(() -> CookieText.read(file, jar.now()), read -> {
            var before = jar.content();
            var added = jar.addAll(read.jar().cookies().stream().map(Jar.Kept::cookie).toList());
            var over = read.jar().cookies().size() - added;
            done(plural(added) + " imported" + (over == 0 ? "" : ", " + over + " expired and left out") + "." + (read.troubles().isEmpty() ? "" : " Not read: " + read.troubles().getFirst()
                    + (read.troubles().size() == 1 ? "" : " And " + (read.troubles().size() - 1) + " more.")), () -> jar.restore(before));
        }, e -> tell("Nothing was imported: " + e.getMessage(), null)));
    }

    /// The cookies that are shown in the table go into the file.
    private void exportFile() {
        var shown = List.copyOf(table.getItems());
        var kept = jar.content().cookies().stream().filter(k -> shown.contains(k.cookie())).toList();
        choosers.saveAs("Export " + plural(kept.size()) + " with their values (.txt or .json)", "cookies.txt").ifPresent(file -> background.run(() -> written(file, kept),
                target -> tell(plural(kept.size()) + " with their values written to " + target.getFileName() + ".", null), e -> tell("Nothing was exported: " + e.getMessage(), null)));
    }

    private static Path written(Path file, List<Jar.Kept> kept) throws java.io.IOException {
        CookieText.write(file, new Jar(kept, List.of()));
        return file;
    }

    private static String plural(int count) {
        return count == 1 ? "1 cookie" : count + " cookies";
    }

    /// A domain and how many cookies it has.
    private static final class DomainCell extends ListCell<Domain> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox row = new HBox(8, name, new Region(), count);

        DomainCell() {
            row.getStyleClass().add("palette-row");
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            count.getStyleClass().addAll("muted", "small");
            count.setMinWidth(USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Domain domain, boolean empty) {
            super.updateItem(domain, empty);
            setText(null);
            setGraphic(empty || domain == null ? null : row);
            if (!empty && domain != null) {
                name.setText(domain.name().isEmpty() ? ALL : domain.name());
                count.setText(Long.toString(domain.count()));
            }
        }
    }
}

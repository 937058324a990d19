package dev.posthorn.ui.shell;

import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.odata.ExplorerPane;
import dev.posthorn.ui.odata.Standing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;

/// A window with the OData explorer in it, and hands that work with it.
final class ExplorerWindow implements AutoCloseable {
    final OpenWindow window;
    private final Path folder;

    ExplorerWindow(Path folder) {
        this.folder = folder;
        window = new OpenWindow(folder.resolve("home"), null);
    }

    @Override
    public void close() {
        window.close();
    }

    /// Opens a collection with a token of the played Creatio, and a request that asks for accounts at that path.
    void collection(String path) throws Exception {
        var demo = window.workbench().demo().address();
        var asked = HttpRequest.newBuilder(URI.create(demo + "/creatio-identity/connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=creatio-demo&client_secret=creatio-demo-secret")).build();
        String answer;
        try (var client = HttpClient.newHttpClient()) {
            answer = client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        }
        var token = answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        var file = folder.resolve("creatio.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Creatio", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "%s", "type": "string"}]},
                 "item": [{"name": "Accounts", "request": {"method": "GET", "url": "{{demo}}%s/AccountCollection?$top=3"}},
                          {"name": "Old", "auth": {"type": "basic", "basic": [{"key": "username", "value": "anna"}, {"key": "password", "value": "never-shown-anywhere"}]}, "item": []}]}
                """.formatted(token, path));
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
    }

    /// Reads the service at that address.
    ///
    /// @param standing whose authorization is used; "" for nobody's
    void explore(String address, String standing) {
        if (window.front() instanceof RequestDocument) {
            // There the key would explore the service of the request.
            FxThread.run(() -> window.shell().explorer().open("", null));
        } else {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        }
        window.until("the explorer is there", () -> window.front() instanceof ExplorerDocument && window.shows("#odata-url") && !pane().ready());
        FxThread.run(() -> {
            @SuppressWarnings("unchecked")
            var all = (ComboBox<Standing>) node("#odata-standing").orElseThrow();
            all.getItems().stream().filter(s -> s.words().equals(standing)).findFirst().ifPresent(all::setValue);
            var url = (VariableField) node("#odata-url").orElseThrow();
            url.show(address);
            url.requestFocus();
        });
        window.press(KeyCode.ENTER);
    }

    void read() {
        window.until("the service was read", () -> pane().ready() && window.shows("#odata-tree") && tree().getRoot() != null && !tree().getRoot().getChildren().isEmpty());
    }

    ExplorerPane pane() {
        return ((ExplorerDocument) window.front()).pane();
    }

    /// In the tab in front: others have the same ids.
    Optional<Node> node(String selector) {
        return Optional.ofNullable(window.front().node().lookup(selector));
    }

    boolean shows(String selector) {
        return node(selector).filter(Node::isVisible).isPresent();
    }

    String words(String selector) {
        return FxThread.get(() -> node(selector).map(n -> n instanceof Labeled label ? label.getText() : n instanceof TextField text ? text.getText() : n instanceof CodeEditor code ? code.text() : "").orElse(""));
    }

    void fire(String selector) {
        FxThread.run(() -> ((Button) node(selector).orElseThrow(() -> new AssertionError("not there: " + selector))).fire());
    }

    void text(String selector, String text) {
        FxThread.run(() -> ((TextField) node(selector).orElseThrow(() -> new AssertionError("not there: " + selector))).setText(text));
    }

    TableView<?> grid() {
        return node("#odata-grid").orElse(null) instanceof TableView<?> grid ? grid : new TableView<>();
    }

    int rows() {
        return grid().getItems().size();
    }

    boolean amount(String text) {
        return node("#odata-amount").orElse(null) instanceof Labeled label && label.getText().contains(text);
    }

    void until(String what, java.util.function.BooleanSupplier state) {
        window.until(what, state);
    }

    /// Asks for a set, and waits for its first page.
    void ask(String set, String page, String amount) {
        FxThread.run(() -> pane().show(set, page));
        until(amount + " of " + set, () -> pane().answered() && amount(amount) && words("#odata-query-url").contains("/" + set));
    }

    /// Puts the keyboard on a cell.
    void cell(int row, String column) {
        FxThread.run(() -> {
            var grid = grid();
            var place = grid.getColumns().stream().filter(c -> c.getGraphic() instanceof Labeled label && label.getText().equals(column)).findFirst()
                    .orElseThrow(() -> new AssertionError("no column " + column));
            grid.requestFocus();
            choose(grid, row, grid.getColumns().indexOf(place));
        });
    }

    private static <T> void choose(TableView<T> grid, int row, int column) {
        grid.getSelectionModel().clearAndSelect(row, grid.getColumns().get(column));
        grid.getFocusModel().focus(row, grid.getColumns().get(column));
    }

    /// The text of a cell as the answer has it.
    String said(int row, String column) {
        return FxThread.get(() -> {
            var columns = grid().getColumns().stream().map(c -> ((Labeled) c.getGraphic()).getText()).toList();
            return ((Row) grid().getItems().get(row)).cells().get(columns.indexOf(column)).text();
        });
    }

    boolean any(String text) {
        return grid().getItems().stream().anyMatch(r -> r instanceof Row row && row.cells().stream().anyMatch(c -> c.text().equals(text)));
    }

    String confirmed() {
        return words("#odata-confirm-text");
    }

    /// Chooses an entry of the menu of rows.
    void menu(String id) {
        FxThread.run(() -> {
            var menu = (MenuButton) node("#odata-row-menu").orElseThrow();
            menu.getOnShowing().handle(null);
            var item = menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow(() -> new AssertionError("no entry " + id));
            if (item.isDisable()) {
                throw new AssertionError("cannot be chosen: " + id);
            }
            item.fire();
        });
    }

    private TreeView<?> tree() {
        return (TreeView<?>) node("#odata-tree").orElseThrow();
    }

    /// Opens a line of the tree by keyboard: names from its heading on.
    void open(String... names) {
        FxThread.run(() -> {
            TreeItem<?> at = tree().getRoot();
            for (var name : names) {
                at.setExpanded(true);
                at = at.getChildren().stream().filter(i -> i.getValue().toString().contains("name=" + name + ",")).findFirst().orElseThrow(() -> new AssertionError("not in the tree: " + name));
            }
            select(tree(), at);
            tree().requestFocus();
        });
        window.press(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    private static <T> void select(TreeView<T> tree, TreeItem<?> item) {
        tree.getSelectionModel().select((TreeItem<T>) item);
    }
}

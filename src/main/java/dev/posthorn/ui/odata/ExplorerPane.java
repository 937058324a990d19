package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vars.Scopes;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The OData explorer in a tab: the service's address above, its tree on the left, the query and its answers on the right. Use it on the FX thread.
public final class ExplorerPane extends BorderPane {
    private static final String AS_WINDOW = "As in the window";

    private final ExplorerServices services;
    private final VariableField address;
    private final ComboBox<Standing> standing = new ComboBox<>();
    private final ComboBox<String> environment = new ComboBox<>();
    private final Button load = new Button("Read");
    private final StackPane content = new StackPane();
    private final Label note = new Label();
    private final Loading loading;
    private Exploration exploration;
    /// The address that the service was found by, which may hold a query.
    private String wanted = "";
    private SplitPane whole;

    public ExplorerPane(ExplorerServices services) {
        this.services = services;
        loading = new Loading(services);
        setId("odata");
        getStyleClass().add("odata");
        getStylesheets().add(Theme.sheet(ExplorerPane.class, "odata.css"));
        address = new VariableField(new Variables(this::scopes));
        address.setId("odata-url");
        address.prompt("https://…/odata   or {{variable}}/odata");
        address.onEnter(this::load);
        address.setMinWidth(200);
        HBox.setHgrow(address, Priority.ALWAYS);
        standing.setId("odata-standing");
        standing.getItems().setAll(services.standings());
        standing.setValue(Standing.NOWHERE);
        standing.setPrefWidth(180);
        standing.setMinWidth(60);
        standing.setAccessibleText("Whose authorization and variables are used");
        dev.posthorn.ui.kit.Tips.on(standing, "Whose authorization and variables are used");
        standing.valueProperty().subscribe(_ -> address.recolour());
        environment.setId("odata-environment");
        environment.getItems().add(AS_WINDOW);
        environment.getItems().addAll(services.environments());
        environment.setValue(AS_WINDOW);
        environment.setPrefWidth(170);
        environment.setAccessibleText("Which environment is used");
        dev.posthorn.ui.kit.Tips.on(environment, "Which environment is used");
        environment.setMinWidth(60);
        load.setId("odata-load");
        load.setMinWidth(Region.USE_PREF_SIZE);
        load.setOnAction(_ -> load());
        dev.posthorn.ui.kit.Tips.on(load, "Reads what the service says about itself ($metadata)");
        var line = new HBox(8, address, standing, environment, load);
        line.getStyleClass().add("odata-service");
        note.setId("odata-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("odata-note");
        note("");
        setTop(new VBox(line, note));
        setCenter(content);
        begin();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private Scopes scopes() {
        return services.scopes(standing.getValue() == null ? Standing.NOWHERE : standing.getValue());
    }

    private void begin() {
        content.getChildren().setAll(new EmptyState(Octicons.TELESCOPE_16, "Type the address of an OData service of version 2, 3 or 4, choose whose authorization it gets, and press Enter."));
    }

    private void note(String words) {
        note.setText(words);
        note.setVisible(!words.isEmpty());
        note.setManaged(!words.isEmpty());
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && loading.running()) {
            loading.cancel();
            key.consume();
        }
    }

    /// Fills in what is to be explored, and begins to read.
    ///
    /// @param url of a service or of something within it; a query in it is the first that can be sent
    public void explore(String url, Standing from) {
        if (from != null) {
            if (!standing.getItems().contains(from)) {
                standing.getItems().add(from);
            }
            standing.setValue(from);
        }
        if (url.isBlank()) {
            address.show("");
            return;
        }
        address.show(ODataAddress.root(url));
        load(url);
    }

    /// What collections and environments there are may have changed.
    public void follow() {
        var chosen = standing.getValue();
        var all = services.standings();
        if (!standing.getItems().equals(all)) {
            standing.getItems().setAll(all);
            standing.setValue(all.contains(chosen) ? chosen : Standing.NOWHERE);
        }
        address.recolour();
    }

    /// What is asked at the moment stays where the same service is read again.
    private void load() {
        var typed = address.text().strip();
        load(exploration == null ? typed : exploration.within(typed));
    }

    private void load(String from) {
        if (loading.running()) {
            loading.cancel();
            return;
        }
        wanted = from;
        load.setText("Cancel");
        note("");
        services.busy(true);
        loading.load(address.text().strip(), standing.getValue(), environment(), this::loaded, sentence -> {
            ended();
            note(sentence);
            if (exploration == null) {
                content.getChildren().setAll(new EmptyState(Octicons.ALERT_16, sentence).action("Try again", this::load));
                note("");
            }
        });
    }

    /// Null for the one of the window.
    private String environment() {
        return environment.getValue() == null || environment.getValue().equals(AS_WINDOW) ? null : environment.getValue();
    }

    private void ended() {
        load.setText(exploration == null ? "Read" : "Read again");
        services.busy(false);
    }

    private void loaded(Service service, String remark) {
        address.show(service.typed());
        var tree = new MetadataTree[1];
        exploration = new Exploration(service, services, standing.getValue(), environment(), set -> tree[0].mark(set));
        tree[0] = new MetadataTree(services.background(), this::chosen, entry -> exploration.count(entry, detail -> tree[0].tell(entry, detail)));
        tree[0].show(service.edm());
        whole = new SplitPane(tree[0], exploration.node());
        whole.setOrientation(Orientation.HORIZONTAL);
        parted(whole, tree[0]);
        var query = QueryUrl.read(wanted, service.typed(), service.edm());
        if (!query.path().isEmpty() && !query.path().getFirst().name().startsWith("$")) {
            exploration.begin(query);
        }
        content.getChildren().setAll(whole);
        services.titled("OData: " + service.name());
        note(remark);
        ended();
        tree[0].focusTree();
    }

    /// The tree takes its width once, and keeps it when the window grows.
    private static void parted(SplitPane parts, MetadataTree tree) {
        var done = new boolean[1];
        parts.widthProperty().subscribe(width -> {
            if (!done[0] && width.doubleValue() > 200) {
                done[0] = true;
                dev.posthorn.ui.kit.Fx.later(() -> {
                    parts.setDividerPositions(Math.clamp(250 / width.doubleValue(), 0.15, 0.32));
                    SplitPane.setResizableWithParent(tree, false);
                });
            }
        });
    }

    private void chosen(Entry entry) {
        switch (entry.thing()) {
            case dev.posthorn.odata.edm.EntitySet set -> exploration.ask(set);
            case OperationImport imported -> exploration.call(imported);
            case Operation bound -> exploration.call(bound);
            case Entry.OnList bound -> exploration.call(bound);
            case null, default -> { }
        }
    }

    /// Whether a service was read.
    public boolean ready() {
        return exploration != null;
    }

    /// Sends the query, or cancels it.
    public void send() {
        if (exploration == null) {
            load();
        } else {
            exploration.go();
        }
    }

    /// Cancels what is under way; false where nothing is.
    public boolean stop() {
        if (loading.running()) {
            loading.cancel();
            return true;
        }
        return exploration != null && exploration.stop();
    }

    /// Saves the query into a collection.
    public void save() {
        if (exploration != null) {
            exploration.save();
        } else {
            services.trouble("There is no query yet: type the address of a service first.");
        }
    }

    /// Asks for the rows of a set by its name, and shows that page of the form; for pictures.
    public void show(String set, String page) {
        if (exploration != null) {
            exploration.show(set, page);
        }
    }

    /// Whether rows are shown.
    public boolean answered() {
        return exploration != null && exploration.answered();
    }

    /// Shows that page of the form: "odata-page-filter" …
    public void select(String page) {
        if (exploration != null) {
            exploration.select(page);
        }
    }

    /// Opens the form of a row that is shown, counted from 0; for pictures.
    public void edit(int row) {
        if (exploration != null) {
            exploration.edit(row);
        }
    }

    /// Puts a filter into the query; for pictures.
    public void filter(String text) {
        if (exploration != null) {
            exploration.filter(text);
        }
    }

    public void focusAddress() {
        address.requestFocus();
        address.selectAll();
    }

    public void dispose() {
        stop();
    }
}

package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.DataServiceUrl;
import dev.posthorn.dataservice.Kind;
import dev.posthorn.dataservice.Query;
import dev.posthorn.dataservice.QueryCheck;
import dev.posthorn.dataservice.Schemas;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.TabState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Builds a query of Creatio's DataService as an ordinary request: the request's body is the query, so an edit here is seen there, and the other way round.
public final class DataServicePane extends BorderPane {

    private static final double NARROW = 860;

    private final BuilderServices services;
    private final BuilderHead head;
    private final BatchBar batch;
    private final Label fault = new Label();
    private final TabStrip strip = new TabStrip();
    private final Map<String, TabStrip.Tab> tabs;
    private final ScrollPane scroll = new ScrollPane();
    private final BorderPane left = new BorderPane();
    private final ColumnsPage columns;
    private final FiltersPage filters;
    private final OptionsPage options;
    private final CodeEditor json;
    private final RowsPane rows;
    private final SplitPane split = new SplitPane();
    private final Set<String> lookedUp = new HashSet<>();
    private Schemas schemas = Schemas.NONE;
    private String site = "";
    private Query whole = Query.blank(Kind.SELECT);
    private String text = "";
    private String unreadable = "";
    /// The query that is to be sent though it touches every row.
    private String wanted = "";

    public DataServicePane(BuilderServices services) {
        this.services = services;
        setId("dataservice-pane");
        getStyleClass().add("ds-pane");
        getStylesheets().add(Theme.sheet(DataServicePane.class, "dataservice.css"));
        var editing = new Editing() {
            @Override
            public Query query() {
                return current();
            }

            @Override
            public void edit(UnaryOperator<Query> change, boolean redraw) {
                DataServicePane.this.edit(change, redraw);
            }

            @Override
            public Schemas schemas() {
                return schemas;
            }
        };
        columns = new ColumnsPage(editing);
        filters = new FiltersPage(editing);
        options = new OptionsPage(editing);
        json = new CodeEditor(Languages.ofCode("json"), Variables.none(), services.background());
        json.setId("ds-json");
        json.onEdit(this::typed);
        rows = new RowsPane(services.background(), this::nextRows);
        head = new BuilderHead(services, this::send, this::lookAgain, this::kind, this::schema, () -> schemas);
        batch = new BatchBar(this::redraw, this::wholeEdited);
        tabs = Map.of("columns", strip.add("ds-tab-columns", "Columns"), "filters", strip.add("ds-tab-filters", "Filters"), "options", strip.add("ds-tab-options", "Rows and switches"),
                "json", strip.add("ds-tab-json", "JSON"));
        strip.selectedProperty().subscribe(_ -> page());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("ds-scroll");
        fault.setId("ds-fault");
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        fault.getStyleClass().add("ds-warning");
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        left.setTop(strip);
        left.setBottom(fault);
        left.setMinWidth(0);
        split.getItems().setAll(left, rows);
        split.getStyleClass().add("ds-split");
        widthProperty().subscribe(width -> split.setOrientation(width.doubleValue() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL));
        split.setDividerPositions(0.5);
        setTop(new VBox(head, batch));
        setCenter(split);
        strip.select(tabs.get("columns"));
        follow();
    }

    /// The query that is edited: of a batch the chosen one.
    private Query current() {
        var items = whole.items();
        return whole.kind() == Kind.BATCH ? items.isEmpty() ? Query.blank(Kind.INSERT) : items.get(batch.chosen(items.size())) : whole;
    }

    /// Takes over what the request is now.
    public void follow() {
        var request = services.request();
        var url = DataServiceUrl.of(request.url());
        var body = request.body() instanceof Body.Raw raw ? raw.text() : "";
        var kind = url.map(DataServiceUrl::kind).orElse(whole.kind());
        if (!body.equals(text) || kind != whole.kind()) {
            text = body;
            try {
                whole = Query.read(kind, body);
                unreadable = "";
            } catch (Query.Unreadable e) {
                unreadable = e.getMessage();
            }
            json.update(body);
            redraw();
        }
        if (url.isEmpty()) {
            unreadable = "The address of the request is not that of a DataService query: …/0/DataService/json/SyncReply/SelectQuery.";
        }
        head.show(services.name(), whole, current(), url.map(DataServiceUrl::root).orElse(request.url()));
        faults();
        url.ifPresent(this::look);
    }

    private void redraw() {
        batch.show(whole);
        head.show(services.name(), whole, current(), DataServiceUrl.of(services.request().url()).map(DataServiceUrl::root).orElse(""));
        columns.kind(current().kind());
        columns.show();
        filters.show();
        options.show();
        counts();
        faults();
        tabs.get("columns").available(current().kind() != Kind.DELETE);
        tabs.get("filters").available(current().kind().filtered());
        page();
    }

    private void counts() {
        tabs.get("columns").count(current().columns().size());
        tabs.get("filters").count(current().kind().filtered() ? current().filters().count() : 0);
    }

    private void page() {
        var at = strip.selected();
        if (at == tabs.get("json")) {
            left.setCenter(json);
            return;
        }
        Node page = at == tabs.get("filters") ? filters : at == tabs.get("options") ? options : columns;
        page.setDisable(!unreadable.isEmpty());
        scroll.setContent(page);
        left.setCenter(scroll);
    }

    /// Brings a page to the front: columns, filters, options, json.
    public void select(String page) {
        strip.select(tabs.get(page));
    }

    private void faults() {
        var all = unreadable.isEmpty() ? QueryCheck.of(whole) : List.of(unreadable);
        var danger = unreadable.isEmpty() && !QueryCheck.danger(whole).isEmpty();
        fault.getStyleClass().removeAll("ds-danger");
        fault.getStyleClass().addAll(danger || !unreadable.isEmpty() ? List.of("ds-danger") : List.of());
        fault.setText(all.isEmpty() ? "" : all.getFirst() + (all.size() > 1 ? " (and " + (all.size() - 1) + " more)" : ""));
        for (var page : List.of(columns, filters, options)) {
            page.setDisable(!unreadable.isEmpty());
        }
    }

    private void edit(UnaryOperator<Query> change, boolean redraw) {
        if (whole.kind() == Kind.BATCH) {
            var items = new ArrayList<>(whole.items());
            if (items.isEmpty()) {
                items.add(Query.blank(Kind.INSERT));
            }
            var at = batch.chosen(items.size());
            items.set(at, change.apply(items.get(at)));
            put(whole.withItems(items));
        } else {
            put(change.apply(whole));
        }
        if (redraw) {
            redraw();
        }
    }

    private void wholeEdited(UnaryOperator<Query> change) {
        put(change.apply(whole));
        redraw();
    }

    private void put(Query changed) {
        whole = changed;
        text = changed.text();
        json.update(text);
        services.edit(r -> r.withBody(new Body.Raw(text, "json")));
        counts();
        faults();
        head.show(services.name(), whole, current(), DataServiceUrl.of(services.request().url()).map(DataServiceUrl::root).orElse(""));
    }

    /// The JSON was typed.
    private void typed(String typed) {
        text = typed;
        try {
            whole = Query.read(whole.kind(), typed);
            unreadable = "";
            redraw();
        } catch (Query.Unreadable e) {
            unreadable = e.getMessage();
            faults();
        }
        services.edit(r -> r.withBody(new Body.Raw(typed, "json")));
    }

    private void kind(Kind kind) {
        if (whole.kind() == kind) {
            return;
        }
        var changed = whole.as(kind);
        whole = changed;
        text = changed.text();
        json.update(text);
        services.edit(r -> DataServiceUrl.of(r.url()).map(u -> r.withAddress(u.as(kind).toString(), List.of(), List.of())).orElse(r).withMethod("POST").withBody(new Body.Raw(text, "json")));
        strip.select(tabs.get(kind == Kind.DELETE ? "filters" : "columns"));
        redraw();
        follow();
    }

    private void schema(String name) {
        if (!current().schema().equals(name)) {
            edit(q -> q.withSchema(name), false);
            if (schemas.knows(name)) {
                redraw();
            }
        }
        columnsOf(name);
    }

    // Looking up

    private void look(DataServiceUrl url) {
        if (!url.root().equals(site)) {
            site = url.root();
            schemas = Schemas.NONE;
            lookedUp.clear();
            lookAgain();
        }
    }

    /// Asks the site for its schemas, also where it was asked before.
    void lookAgain() {
        var of = services.request();
        var asked = site;
        DataServiceUrl.of(of.url()).ifPresent(url -> {
            head.known("Reading the schemas…");
            services.ask(Lookup.metadata(of, url), Lookup::ofMetadata, found -> {
                if (asked.equals(site)) {
                    found(found, found.schemas().names().size() + " schemas known");
                    if (!found.trouble().isEmpty()) {
                        columnsOf(current().schema());
                    }
                }
            });
        });
    }

    /// Where the metadata is not to be had, a look at one row tells the columns.
    private void columnsOf(String schema) {
        var of = services.request();
        var asked = site;
        if (schema.isBlank() || !schemas.columns().isEmpty() && schemas.knows(schema) || !head.failed() || !lookedUp.add(schema)) {
            return;
        }
        DataServiceUrl.of(of.url()).ifPresent(url -> services.ask(Lookup.oneRow(of, url, schema), outcome -> Lookup.ofRow(schema, outcome), found -> {
            if (asked.equals(site)) {
                found(new Lookup.Found(schemas.columns().isEmpty() ? found.schemas() : found.trouble().isEmpty() ? schemas.with(schema, found.schemas().columns().get(schema)) : schemas, found.trouble()),
                        "columns of " + schema + " known");
            }
        }));
    }

    private void found(Lookup.Found found, String good) {
        schemas = found.schemas();
        head.found(found.trouble(), good);
    }

    // The answer

    /// Sends the query; one that would touch every row of a schema only when that was said and is wanted all the same.
    public void send() {
        var danger = unreadable.isEmpty() ? QueryCheck.danger(whole) : "";
        if (danger.isEmpty() || text.equals(wanted)) {
            wanted = "";
            services.send();
        } else {
            rows.ask(danger, () -> {
                wanted = text;
                send();
            });
        }
    }

    public void show(TabState state) {
        head.sending(state instanceof TabState.Sending);
        rows.show(state, whole);
    }

    private void nextRows() {
        var count = whole.json().number("rowCount", -1);
        if (whole.kind() == Kind.SELECT && count > 0 && unreadable.isEmpty()) {
            put(whole.with("rowsOffset", Math.max(0, whole.json().number("rowsOffset", 0)) + count).with("isPageable", true));
            options.show();
            send();
        }
    }

    /// A request that a builder can begin with at that site.
    ///
    /// @param services the address of the site's services, with `/0` where it has that
    public static Request begin(String services) {
        return Request.get(new DataServiceUrl(services, Kind.SELECT).toString()).withMethod("POST").withBody(new Body.Raw(Query.blank(Kind.SELECT).text(), "json"));
    }

    /// Whether a request is one that the builder can show.
    public static boolean shows(Request request) {
        return DataServiceUrl.of(request.url()).isPresent();
    }
}

package dev.posthorn.ui.request;

import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The editor of what a folder or a collection sets for all that stands below it: description, authorization, variables, scripts, switches.
public final class LevelPane extends BorderPane {

    private final Draft<Level> draft;
    private final TabStrip strip = new TabStrip();
    private final Map<String, TabStrip.Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Supplier<RequestTab>> makers = new HashMap<>();
    private final Map<String, RequestTab> pages = new HashMap<>();

    /// `services` tells of the level above, from which it inherits, with the variables that are seen here. `overview` heads the first page.
    public LevelPane(Draft<Level> draft, RequestServices services, boolean collection, Node overview) {
        this.draft = draft;
        getStyleClass().addAll("request-pane", "level-pane");
        getStylesheets().add(Theme.sheet(LevelPane.class, "request.css"));
        var variables = new Variables(services::scopes);
        page("overview", "Overview", () -> new OverviewTab(overview, Lens.of(draft, Level::description, Level::withDescription), services));
        page("authorization", "Authorization", () -> new AuthorizationTab(Lens.of(draft, Level::auth, Level::withAuth), services, variables,
                collection ? Subject.COLLECTION : Subject.FOLDER, () -> Request.get("https://host/").withAuth(draft.value().auth())));
        page("variables", "Variables", () -> new VariablesTab(Lens.of(draft, Level::variables, Level::withVariables), variables));
        page("scripts", "Scripts", () -> new ScriptsTab(Lens.of(draft, Level::scripts, Level::withScripts), services, false));
        page("settings", "Settings", () -> new SettingsTab(Lens.of(draft, Level::settings, Level::withSettings), services));
        setTop(strip);
        strip.selectedProperty().subscribe(this::open);
        draft.listen(_ -> show());
        show();
    }

    private void page(String id, String title, Supplier<RequestTab> maker) {
        makers.put(id, maker);
        tabs.put(id, strip.add("level-" + id, title));
    }

    private void open(TabStrip.Tab tab) {
        tabs.forEach((id, candidate) -> {
            if (candidate == tab) {
                setCenter(page(id).node());
            }
        });
    }

    private RequestTab page(String id) {
        return pages.computeIfAbsent(id, _ -> {
            var page = makers.get(id).get();
            page.show();
            return page;
        });
    }

    private void show() {
        pages.values().forEach(RequestTab::show);
        var level = draft.value();
        tabs.get("authorization").mark(level.auth().inherited() || level.auth().type().equals("noauth") ? null : "active");
        tabs.get("variables").count((int) level.variables().stream().filter(v -> !v.blank()).count());
        tabs.get("scripts").mark(level.scripts().stream().anyMatch(s -> !s.code().isBlank()) ? "active" : null);
        tabs.get("settings").count(SettingsTab.set(level.settings()));
    }

    /// Chooses a page: overview, authorization, variables, scripts or settings; other names change nothing.
    public void select(String id) {
        if (tabs.containsKey(id)) {
            strip.select(tabs.get(id));
        }
    }

    /// Opens one of its scripts at a line, from 1; 0 for its start.
    public void showScript(Script.Phase phase, int line, int column) {
        select("scripts");
        if (page("scripts") instanceof ScriptsTab scripts) {
            scripts.goTo(phase, line, column);
        }
    }

    /// Puts the keyboard on the first thing of the chosen page.
    public void focusPage() {
        page(strip.selected().getId().substring("level-".length())).focusFirst();
    }

    /// Colours the variables again and asks anew for what is inherited.
    public void environmentChanged() {
        pages.values().forEach(RequestTab::environmentChanged);
    }
}

package dev.posthorn.ui.request;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Collection;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.ui.editor.Problem;
import dev.posthorn.ui.editor.ScriptEditor;
import dev.posthorn.ui.editor.Snippet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The scripts before and after a request, of itself or of a folder or collection above it.
final class ScriptsTab implements RequestTab {

    private static final double READABLE = 110;
    private final Lens<List<Script>> scripts;
    private final RequestServices services;
    private final BorderPane pane = new BorderPane();
    private final HBox inherited = new HBox(4);
    private final RetestButton retest;
    private final Map<Script.Phase, ToggleButton> buttons = new EnumMap<>(Script.Phase.class);
    private final Map<Script.Phase, ScriptEditor> editors = new EnumMap<>(Script.Phase.class);
    private ScriptReport report = ScriptReport.NONE;
    private Script.Phase phase = Script.Phase.PRE_REQUEST;

    /// @param ofRequest false for those of a folder or collection, which have no answer of their own
    ScriptsTab(Lens<List<Script>> scripts, RequestServices services, boolean ofRequest) {
        this.scripts = scripts;
        this.services = services;
        if (Script.code(scripts.now(), Script.Phase.PRE_REQUEST).isBlank() && !Script.code(scripts.now(), Script.Phase.TEST).isBlank()) {
            phase = Script.Phase.TEST;
        }
        var group = new ToggleGroup();
        var segments = new HBox(button(group, Script.Phase.PRE_REQUEST, "Pre-request"), button(group, Script.Phase.TEST, "Post-response"));
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        inherited.getStyleClass().addAll("inherited-scripts", "small");
        inherited.setMinWidth(0);
        var room = new Rectangle();
        room.widthProperty().bind(inherited.widthProperty());
        room.heightProperty().bind(inherited.heightProperty());
        inherited.setClip(room);
        // Where there is no room for a name, half a word says nothing.
        inherited.widthProperty().subscribe(width -> inherited.setOpacity(width.doubleValue() < READABLE ? 0 : 1));
        HBox.setHgrow(inherited, Priority.ALWAYS);
        var bar = new HBox(12, segments, inherited);
        retest = ofRequest ? new RetestButton(services) : null;
        if (ofRequest) {
            bar.getChildren().add(retest);
        }
        bar.getChildren().add(snippets());
        bar.getStyleClass().add("tab-bar");
        pane.setTop(bar);
    }

    private ToggleButton button(ToggleGroup group, Script.Phase of, String title) {
        var dot = new Region();
        dot.getStyleClass().addAll("dot", "active");
        var button = new ToggleButton(title, dot);
        button.setId("phase-" + id(of));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setToggleGroup(group);
        button.setSelected(of == phase);
        button.setOnAction(_ -> {
            button.setSelected(true);
            phase = of;
            show();
            editor(of).requestFocus();
        });
        buttons.put(of, button);
        return button;
    }

    private static String id(Script.Phase of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    private MenuButton snippets() {
        var menu = new MenuButton("Snippets");
        menu.setId("snippets");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(Snippet.load().stream().filter(s -> s.fits(phase)).map(snippet -> {
            var item = new MenuItem(snippet.title());
            item.setOnAction(_ -> editor(phase).insert(snippet));
            return item;
        }).toList()));
        return menu;
    }

    private ScriptEditor editor(Script.Phase of) {
        return editors.computeIfAbsent(of, _ -> {
            var editor = new ScriptEditor(of, new ScriptEditor.Surroundings(services::scopes, this::requests, services::syntax, services.background()));
            editor.setId("script-" + id(of));
            editor.show(Script.code(scripts.now(), of));
            editor.onEdit(code -> scripts.replace(now -> replaced(now, of, code)));
            editor.ran(problems(of, editor.text()));
            services.warmScripts();
            return editor;
        });
    }

    private List<String> requests() {
        var collection = services.context().collection();
        return collection == null ? List.of() : Collection.requests(collection.items()).map(RequestItem::name).toList();
    }

    /// One script holds the code of its phase, in the place of the first of them; no code, no script.
    static List<Script> replaced(List<Script> scripts, Script.Phase phase, String code) {
        var next = new ArrayList<Script>();
        var placed = code.isEmpty();
        for (var script : scripts) {
            if (script.phase() != phase) {
                next.add(script);
            } else if (!placed) {
                next.add(new Script(phase, code));
                placed = true;
            }
        }
        if (!placed) {
            next.add(new Script(phase, code));
        }
        return next;
    }

    /// Marks what went wrong in these scripts when they ran last.
    void ran(ScriptReport now) {
        report = now;
        editors.forEach((of, editor) -> editor.ran(problems(of, editor.text())));
        if (retest != null) {
            retest.look();
        }
    }

    private List<Problem> problems(Script.Phase of, String text) {
        return report.runs().stream().filter(r -> r.phase() == of && r.level().startsWith("request")).flatMap(r -> problems(r, text)).toList();
    }

    private static Stream<Problem> problems(ScriptRun run, String text) {
        var fault = Stream.ofNullable(run.fault())
                .map(f -> Problem.at(text, Math.max(1, f.line()), f.column(), Problem.Kind.ERROR, Problem.Source.RUN, f.text() + " (in the last run)"));
        var failed = run.assertions().stream().filter(a -> a.verdict() == Assertion.Verdict.FAILED && a.error() != null && a.error().line() > 0)
                .map(a -> Problem.at(text, a.error().line(), a.error().column(), Problem.Kind.FAILED, Problem.Source.RUN, "“" + a.name() + "” failed: " + a.error().message()));
        return Stream.concat(fault, failed);
    }

    /// Shows a script at a line, from 1; 0 for its start.
    void goTo(Script.Phase of, int line, int column) {
        phase = of;
        buttons.get(of).setSelected(true);
        show();
        editor(of).goTo(line, column);
    }

    /// The scripts of the levels above that run before this one, from the collection down, as links.
    private void showInherited() {
        inherited.getChildren().clear();
        var context = services.context();
        if (context.collection() != null && !Script.code(context.collection().scripts(), phase).isBlank()) {
            above("collection ", context.collection().name());
        }
        for (var folder : context.folders()) {
            if (!Script.code(folder.scripts(), phase).isBlank()) {
                above("folder ", folder.name());
            }
        }
        if (!inherited.getChildren().isEmpty()) {
            var after = new Label("Runs after:");
            after.setMinWidth(Region.USE_PREF_SIZE);
            after.getStyleClass().add("muted");
            inherited.getChildren().addFirst(after);
        }
    }

    private void above(String kind, String name) {
        var link = new Hyperlink(kind + name);
        link.setMinWidth(30);
        link.setOnAction(_ -> services.goTo(name, "scripts"));
        inherited.getChildren().add(link);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        var now = scripts.now();
        buttons.forEach((of, button) -> {
            var there = !Script.code(now, of).isBlank();
            button.getGraphic().setVisible(there);
            button.getGraphic().setManaged(there);
        });
        editor(phase).show(Script.code(now, phase));
        pane.setCenter(editor(phase));
        showInherited();
        if (retest != null) {
            retest.look();
            retest.setVisible(phase == Script.Phase.TEST);
            retest.setManaged(phase == Script.Phase.TEST);
        }
    }

    @Override
    public void environmentChanged() {
        showInherited();
    }

    @Override
    public void focusFirst() {
        editor(phase).requestFocus();
    }

    /// Used by tests.
    Optional<ScriptEditor> made(Script.Phase of) {
        return Optional.ofNullable(editors.get(of));
    }
}

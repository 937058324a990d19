package dev.posthorn.ui.request;

import dev.posthorn.model.Script;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// The scripts before and after a request, of itself or of a folder or collection above it.
final class ScriptsTab implements RequestTab {

    private final Lens<List<Script>> scripts;
    private final RequestServices services;
    private final BorderPane pane = new BorderPane();
    private final Map<Script.Phase, ToggleButton> buttons = new EnumMap<>(Script.Phase.class);
    private final Map<Script.Phase, CodeEditor> editors = new EnumMap<>(Script.Phase.class);
    private Script.Phase phase = Script.Phase.PRE_REQUEST;

    ScriptsTab(Lens<List<Script>> scripts, RequestServices services) {
        this.scripts = scripts;
        this.services = services;
        if (Script.code(scripts.now(), Script.Phase.PRE_REQUEST).isBlank() && !Script.code(scripts.now(), Script.Phase.TEST).isBlank()) {
            phase = Script.Phase.TEST;
        }
        var group = new ToggleGroup();
        var segments = new HBox(button(group, Script.Phase.PRE_REQUEST, "Pre-request"), button(group, Script.Phase.TEST, "Post-response"));
        segments.getStyleClass().add("segmented");
        var honest = new Label("Kept in the file and saved with it; this version does not run scripts yet.");
        honest.getStyleClass().addAll("muted", "small");
        var bar = new HBox(12, segments, honest);
        bar.getStyleClass().add("tab-bar");
        pane.setTop(bar);
    }

    private ToggleButton button(ToggleGroup group, Script.Phase of, String title) {
        var button = new ToggleButton(title);
        button.setToggleGroup(group);
        button.setSelected(of == phase);
        button.setOnAction(_ -> {
            button.setSelected(true);
            phase = of;
            show();
        });
        buttons.put(of, button);
        return button;
    }

    private CodeEditor editor(Script.Phase of) {
        return editors.computeIfAbsent(of, _ -> {
            var editor = new CodeEditor(Languages.of("javascript"), Variables.none(), services.background());
            editor.setId("script-" + of.name().toLowerCase(java.util.Locale.ROOT));
            editor.onEdit(code -> scripts.replace(now -> replaced(now, of, code)));
            return editor;
        });
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

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        editor(phase).show(Script.code(scripts.now(), phase));
        pane.setCenter(editor(phase));
    }

    @Override
    public void environmentChanged() {}

    @Override
    public void focusFirst() {
        editor(phase).requestFocus();
    }
}

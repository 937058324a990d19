package dev.posthorn.ui.request;

import atlantafx.base.theme.Tweaks;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.model.Request;
import dev.posthorn.store.Preferences;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.CodeWriting;
import dev.posthorn.workbench.CodeWriting.Fill;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// The request as code, in a language that is remembered: written anew behind, a moment after each edit. Secrets are variables in it unless the user wants them.
final class CodePanel extends BorderPane {

    private static final Duration PAUSE = Duration.millis(150);

    private static final Map<Fill, String> FILLS = Map.of(Fill.VALUES, "Values, secrets as variables", Fill.NOTHING, "All variables as variables", Fill.SECRETS, "Values, secrets too");

    /// The code, and what colours it.
    private record Written(Generator generator, String code) {}

    private final CodeSource source;
    private final Supplier<Request> draft;
    private final Background background;
    private final Background.Latest<Written> latest;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ComboBox<Generator> target = new ComboBox<>();
    private final MenuButton options = new MenuButton(null, Icons.of(Octicons.GEAR_16));
    private final Label copied = new Label("Copied");
    private final PauseTransition copiedFor = new PauseTransition(Duration.seconds(2));
    private CodeEditor editor;
    private Preferences.CodeView asked;
    private boolean settling;

    /// @param draft the request as it is edited now
    /// @param hide  called when the user closes it
    CodePanel(CodeSource source, Supplier<Request> draft, Background background, Runnable hide) {
        this.source = source;
        this.draft = draft;
        this.background = background;
        setId("code-panel");
        getStyleClass().addAll("sent-panel", "code-panel");
        setMinWidth(0);
        latest = background.latest(this::arrived, e -> editor().update("The code could not be written: " + e + "."));
        pause.setOnFinished(_ -> ask());
        target.getItems().setAll(Generators.ALL);
        target.setId("code-target");
        target.setConverter(new StringConverter<>() {
            @Override
            public String toString(Generator generator) {
                return generator == null ? "" : generator.label();
            }

            @Override
            public Generator fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        target.setAccessibleText("Language and library");
        target.setVisibleRowCount(Generators.ALL.size());
        target.valueProperty().subscribe(chosen -> {
            if (chosen != null && !settling) {
                change(v -> v.withTarget(chosen.id()));
            }
        });
        target.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(target, Priority.ALWAYS);
        options.setId("code-options");
        options.getStyleClass().addAll("icon-button", Tweaks.NO_ARROW);
        Tips.on(options, "What stands in the code");
        options.setAccessibleText("What stands in the code");
        options.getItems().add(new SeparatorMenuItem());
        options.setOnShowing(_ -> fillOptions());
        copied.getStyleClass().addAll("muted", "small");
        copied.setMinWidth(USE_PREF_SIZE);
        copied.setVisible(false);
        copied.setManaged(false);
        copiedFor.setOnFinished(_ -> copied(false));
        var copy = Icons.button(Octicons.CLIPPY_16, "Copy the code (Ctrl+Shift+C)", () -> copy(_ -> { }));
        copy.setId("code-copy");
        copy.setFocusTraversable(true);
        var close = Icons.button(Octicons.X_16, "Hide the code (Ctrl+Shift+G)", hide);
        var top = new HBox(4, target, copied, options, copy, close);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("title-row");
        setTop(top);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                refresh();
            }
        });
    }

    private CodeEditor editor() {
        if (editor == null) {
            editor = new CodeEditor(Languages.TEXT, Variables.none(), background);
            editor.setId("code-text");
            editor.readOnly();
            editor.wrap();
            editor.withoutVariables();
            setCenter(editor);
        }
        return editor;
    }

    /// Puts the keyboard into the code.
    void focusCode() {
        editor().requestFocus();
    }

    boolean shown() {
        return source.view().shown();
    }

    void show(boolean on) {
        source.view(source.view().withShown(on));
    }

    private void change(UnaryOperator<Preferences.CodeView> edit) {
        source.view(edit.apply(source.view()));
        ask();
    }

    private void fillOptions() {
        var group = new ToggleGroup();
        var view = source.view();
        options.getItems().clear();
        for (var fill : new Fill[] {Fill.VALUES, Fill.NOTHING, Fill.SECRETS}) {
            var item = new RadioMenuItem(FILLS.get(fill));
            item.setToggleGroup(group);
            item.setSelected(fill == fill(view));
            item.setOnAction(_ -> change(v -> v.withFill(fill.name().toLowerCase(Locale.ROOT))));
            options.getItems().add(item);
        }
        var brief = new CheckMenuItem("Short: the request alone");
        brief.setSelected(view.brief());
        brief.setOnAction(_ -> change(v -> v.withBrief(brief.isSelected())));
        options.getItems().addAll(new SeparatorMenuItem(), brief);
    }

    private static Fill fill(Preferences.CodeView view) {
        return switch (view.fill()) {
            case "nothing" -> Fill.NOTHING;
            case "secrets" -> Fill.SECRETS;
            default -> Fill.VALUES;
        };
    }

    private static Generator generator(Preferences.CodeView view) {
        return Generators.of(view.target()).orElse(Generators.ALL.getFirst());
    }

    /// Writes anew, soon. A panel that nobody sees waits until it is seen.
    void refresh() {
        if (getScene() == null || !shown()) {
            return;
        }
        if (!source.view().equals(asked)) {
            ask();
        } else {
            pause.playFromStart();
        }
    }

    private void ask() {
        pause.stop();
        var view = source.view();
        asked = view;
        settling = true;
        target.setValue(generator(view));
        settling = false;
        var request = draft.get();
        var writing = source.writing();
        latest.submit(() -> written(view, request, writing));
    }

    private static Written written(Preferences.CodeView view, Request request, CodeWriting writing) {
        var generator = generator(view);
        return new Written(generator, writing.code(request, generator, view.brief() ? Style.SHORT : Style.LONG, fill(view)));
    }

    private void arrived(Written written) {
        var language = written.generator().language();
        var here = editor();
        // Without the last line end, which would look like one more line.
        var code = written.code().stripTrailing();
        if (!here.language().id().equals(language)) {
            here.language(Languages.ofCode(language));
            here.show(code);
        } else {
            here.update(code);
        }
    }

    /// Puts the code of the request as it is now into the clipboard; `done` hears what was copied, or why nothing was.
    void copy(Consumer<String> done) {
        var view = source.view();
        var request = draft.get();
        var writing = source.writing();
        background.run(() -> written(view, request, writing), written -> {
            var content = new ClipboardContent();
            content.putString(written.code());
            Clipboard.getSystemClipboard().setContent(content);
            copied(true);
            copiedFor.playFromStart();
            done.accept("Copied as " + written.generator().label());
        }, e -> done.accept("The code could not be written: " + e + "."));
    }

    private void copied(boolean on) {
        copied.setVisible(on);
        copied.setManaged(on);
    }
}

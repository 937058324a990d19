package dev.posthorn.ui.api;

import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.CodeWriting;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// The method's call as JavaScript, C# or another language, written anew a moment after each edit of the form.
final class CodeBox extends BorderPane {

    private static final Duration PAUSE = Duration.millis(120);

    private record Written(Generator generator, String code) {}

    private final CodeEditor editor;
    private final Background.Latest<Written> latest;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private Generator target = Generators.of("javascript-fetch").orElse(Generators.ALL.getFirst());
    private Runnable ask = () -> { };

    CodeBox(Background background, Consumer<String> tell) {
        getStyleClass().add("api-code");
        setMinWidth(0);
        editor = new CodeEditor(Languages.TEXT, Variables.none(), background);
        editor.setId("api-code");
        editor.readOnly();
        editor.wrap();
        editor.withoutVariables();
        latest = background.latest(this::show, e -> editor.update("The code could not be written: " + e + "."));
        pause.setOnFinished(_ -> ask.run());
        var group = new ToggleGroup();
        var choices = new HBox();
        choices.getStyleClass().add("segmented");
        for (var language : List.of("javascript", "csharp")) {
            var generator = Generators.ALL.stream().filter(g -> g.language().equals(language)).findFirst().orElseThrow();
            var button = new ToggleButton(language.equals("csharp") ? "C#" : "JavaScript");
            button.setId("api-code-" + language);
            button.setToggleGroup(group);
            button.setSelected(language.equals("javascript"));
            button.setOnAction(_ -> {
                button.setSelected(true);
                target = generator;
                ask.run();
            });
            choices.getChildren().add(button);
            target = language.equals("javascript") ? generator : target;
        }
        choices.setMaxHeight(Region.USE_PREF_SIZE);
        var others = others(group);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = Icons.button(Octicons.CLIPPY_16, "Copy the code", () -> {
            var content = new ClipboardContent();
            content.putString(editor.text());
            Clipboard.getSystemClipboard().setContent(content);
            tell.accept("Copied as " + target.label());
        });
        copy.setId("api-code-copy");
        copy.setFocusTraversable(true);
        var top = new HBox(8, choices, others, gap, copy);
        top.getStyleClass().add("api-bar");
        setTop(top);
        setCenter(editor);
    }

    /// All that it can be written as; what is chosen here stands on the button.
    private MenuButton others(ToggleGroup group) {
        var menu = new MenuButton("Other");
        menu.setId("api-code-other");
        menu.setMaxHeight(Region.USE_PREF_SIZE);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        for (var generator : Generators.ALL) {
            var item = new MenuItem(generator.label());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                group.selectToggle(null);
                menu.setText(generator.label());
                target = generator;
                ask.run();
            });
            menu.getItems().add(item);
        }
        group.selectedToggleProperty().subscribe(on -> {
            if (on != null) {
                menu.setText("Other");
            }
        });
        return menu;
    }

    /// Writes this request soon.
    void write(Request request, CodeWriting writing) {
        ask = () -> {
            var generator = target;
            latest.submit(() -> new Written(generator, writing.code(request, generator, Style.LONG, CodeWriting.Fill.VALUES)));
        };
        pause.playFromStart();
    }

    private void show(Written written) {
        var language = written.generator().language();
        if (!editor.language().id().equals(language)) {
            editor.language(Languages.ofCode(language));
            editor.show(written.code());
        } else {
            editor.update(written.code());
        }
    }
}

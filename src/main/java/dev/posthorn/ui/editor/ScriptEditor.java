package dev.posthorn.ui.editor;

import dev.posthorn.js.ScriptError;
import dev.posthorn.model.Script;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// The editor of a script: a code editor with completion, snippets, hints, and what is wrong underlined where it stands.
public final class ScriptEditor extends BorderPane {

    private static final Duration PAUSE = Duration.millis(300);
    private static final Set<Problem.Source> WHILE_TYPING = Set.of(Problem.Source.SYNTAX, Problem.Source.MEMBERS);

    /// What a script's editor knows of the program around it.
    ///
    /// @param scopes   the variables that the script sees
    /// @param requests names that `setNextRequest` can be given
    /// @param syntax   says where a text cannot be read as a script; asked on other threads
    public record Surroundings(Supplier<Scopes> scopes, Supplier<List<String>> requests, Function<String, Optional<ScriptError>> syntax, Background background) {}

    private final CodeEditor editor;
    private final Problems problems;
    private final Placeholders placeholders;
    private final ScriptCompletion completion;
    private final MemberCheck members;
    private final Function<String, Optional<ScriptError>> syntax;
    private final Background.Latest<List<Problem>> checking;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final HBox line = new HBox(6);

    public ScriptEditor(Script.Phase phase, Surroundings surroundings) {
        editor = new CodeEditor(Languages.of("javascript"), Variables.none(), surroundings.background());
        editor.colours().withoutVariables();
        syntax = surroundings.syntax();
        var api = ScriptApi.load();
        members = new MemberCheck(api);
        var area = editor.area();
        problems = new Problems(editor, this::told);
        var offers = new ScriptOffers(api, phase, surroundings.scopes(), surroundings.requests());
        completion = new ScriptCompletion(editor, offers, (place, offer) -> put(place[0], place[1], offer.insert()));
        placeholders = new Placeholders(editor);
        new ScriptHints(area, problems, () -> offers);
        checking = surroundings.background().latest(found -> problems.replace(WHILE_TYPING, found), _ -> {});
        pause.setOnFinished(_ -> check());
        area.plainTextChanges().subscribe(_ -> {
            checking.forget();
            pause.playFromStart();
        });
        line.getStyleClass().add("problem-line");
        line.setId("script-problem");
        setCenter(editor);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                editor.requestFocus();
            }
        });
    }

    /// Looks at what stands there: as a script, and at its members of `pm`.
    private void check() {
        var text = editor.text();
        checking.submit(() -> {
            var found = new ArrayList<>(members.check(text, Tokenizers.of("javascript").tokens(text)));
            syntax.apply(text).ifPresent(e -> found.add(Problem.at(text, e.line(), e.column(), Problem.Kind.ERROR, Problem.Source.SYNTAX, e.getMessage() + ".")));
            return found;
        });
    }

    /// What the last run found wrong in this script.
    public void ran(List<Problem> found) {
        problems.replace(Set.of(Problem.Source.RUN), found);
    }

    /// Below the text: the worst of the problems, with its line.
    private void told() {
        var worst = problems.all().stream().min(java.util.Comparator.comparing(Problem::kind));
        if (worst.isEmpty()) {
            setBottom(null);
            return;
        }
        var problem = worst.get();
        var place = new Hyperlink("Line " + problems.line(problem));
        place.setOnAction(_ -> {
            editor.area().moveTo(Math.min(problem.start(), editor.area().getLength()));
            editor.area().requestFollowCaret();
            editor.requestFocus();
        });
        var words = new Label(problem.sentence());
        words.setMinWidth(40);
        var more = problems.all().size() - 1;
        line.getChildren().setAll(Icons.of(problem.kind() == Problem.Kind.WARNING ? Octicons.ALERT_16 : Octicons.X_CIRCLE_16), place, words);
        if (more > 0) {
            var rest = new Label("and " + more + " more (F8)");
            rest.setMinWidth(USE_PREF_SIZE);
            rest.getStyleClass().add("muted");
            line.getChildren().add(rest);
        }
        line.getStyleClass().setAll("problem-line", problem.style());
        setBottom(line);
    }

    private void put(int from, int to, String code) {
        var area = editor.area();
        var written = area.getText(0, from);
        var lineText = written.substring(written.lastIndexOf('\n') + 1);
        placeholders.put(from, to, Snippet.plain(code, lineText.substring(0, lineText.length() - lineText.stripLeading().length())));
    }

    /// Puts a snippet in where the caret is; on a line of its own where that holds something.
    public void insert(Snippet snippet) {
        var area = editor.area();
        var selection = area.getSelection();
        var paragraph = area.getParagraph(area.getCurrentParagraph()).getText();
        var own = selection.getLength() > 0 || paragraph.isBlank();
        if (own) {
            put(selection.getStart(), selection.getEnd(), snippet.code());
        } else {
            var end = area.getAbsolutePosition(area.getCurrentParagraph(), paragraph.length());
            put(end, end, "\n" + snippet.code());
        }
        editor.requestFocus();
    }

    public String text() {
        return editor.text();
    }

    public void show(String text) {
        editor.show(text);
    }

    public void onEdit(Consumer<String> listener) {
        editor.onEdit(listener);
    }

    public void goTo(int at, int column) {
        editor.goTo(at, column);
        editor.requestFocus();
    }

    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    /// What is marked now, in the order of the text.
    public List<Problem> problems() {
        return problems.all();
    }

    CodeEditor editor() {
        return editor;
    }

    CompletionPopup completion() {
        return completion.popup();
    }
}

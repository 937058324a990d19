package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;

/// The editor for bodies and scripts: a shell around the text to which small components attach (colours, line numbers, brackets, find, format).
public final class CodeEditor extends BorderPane {

    private final CodeArea area = new CodeArea();
    private final Colours colours;
    private final FindBar find;
    private final Formatting formatting;
    private final Label notice = new Label();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private Language language;
    private String shown = "";
    private boolean showing;

    public CodeEditor(Language language, Variables variables, Background background) {
        this.language = language;
        getStyleClass().add("code-editor");
        area.getStyleClass().add("code");
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        colours = new Colours(this, area, variables, background);
        LineKeys.attach(this);
        Brackets.attach(this);
        find = new FindBar(this, area);
        formatting = new Formatting(this, background);
        Completion.attach(area, variables);
        notice.getStyleClass().add("editor-notice");
        notice.setWrapText(true);
        var scroll = new VirtualizedScrollPane<>(area);
        setCenter(scroll);
        area.textProperty().addListener((_, _, text) -> {
            shown = text;
            notice("");
            colours.changed(text);
            if (!showing) {
                listeners.forEach(l -> l.accept(text));
            }
        });
        focusedProperty().subscribe(focused -> {
            if (focused) {
                area.requestFocus();
            }
        });
    }

    public String text() {
        return shown;
    }

    /// Shows another text without telling the listeners; the same text moves nothing. The text before it is not undone to.
    public void show(String text) {
        if (!text.equals(shown)) {
            showing = true;
            area.replaceText(text);
            area.moveTo(0);
            area.requestFollowCaret();
            area.getUndoManager().forgetHistory();
            shown = text;
            showing = false;
        }
    }

    /// As `show`, but only what is different is put in, so that the text stays where it is scrolled to.
    public void update(String text) {
        var head = 0;
        var most = Math.min(text.length(), shown.length());
        while (head < most && text.charAt(head) == shown.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < most - head && text.charAt(text.length() - 1 - tail) == shown.charAt(shown.length() - 1 - tail)) {
            tail++;
        }
        if (head < text.length() || head < shown.length()) {
            showing = true;
            area.replaceText(head, shown.length() - tail, text.substring(head, text.length() - tail));
            area.getUndoManager().forgetHistory();
            showing = false;
        }
    }

    /// Takes `{{braces}}` for what the language makes of them.
    public void withoutVariables() {
        colours.withoutVariables();
    }

    /// Called with the whole text at each edit by the user.
    public void onEdit(Consumer<String> listener) {
        listeners.add(listener);
    }

    public Language language() {
        return language;
    }

    public void language(Language chosen) {
        language = chosen;
        notice("");
        colours.changed(shown);
    }

    /// Breaks long lines at the edge, for prose.
    public void wrap() {
        area.setWrapText(true);
    }

    public void readOnly() {
        area.setEditable(false);
    }

    /// Looks at the variables again, after a change of environment.
    public void recolour() {
        colours.changed(shown);
    }

    /// Makes the text readable, where the language has a formatter; says why where it cannot.
    public void beautify() {
        formatting.run();
    }

    public void find() {
        find.open();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// A sentence under the text; empty takes it away.
    void notice(String sentence) {
        notice.setText(sentence);
        setBottom(sentence.isEmpty() ? null : notice);
    }

    /// Puts the caret there and brings it into view; counted from 1. A place beyond the text means its end.
    public void goTo(int line, int column) {
        var paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
        area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
        area.requestFollowCaret();
    }

    CodeArea area() {
        return area;
    }

    Colours colours() {
        return colours;
    }
}

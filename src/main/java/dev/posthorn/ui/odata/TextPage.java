package dev.posthorn.ui.odata;

import dev.posthorn.odata.Version;
import dev.posthorn.odata.query.Completion;
import dev.posthorn.odata.query.QueryCheck;
import dev.posthorn.odata.query.Suggestion;
import dev.posthorn.ui.editor.CheckedField;
import dev.posthorn.ui.kit.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The query as text: its path and each option, completed and checked by the metadata.
final class TextPage extends ScrollPane {
    private static final String PATH = "path";

    private final Asking asking;
    private final Map<String, CheckedField> fields = new LinkedHashMap<>();
    private final Map<String, Label> sentences = new LinkedHashMap<>();
    private final Runnable send;

    /// @param send Enter was pressed
    TextPage(Asking asking, Runnable send) {
        this.asking = asking;
        this.send = send;
        setFitToWidth(true);
        getStyleClass().addAll("sheet-scroll", "odata-scroll");
        var grid = new GridPane(12, 6);
        grid.getStyleClass().add("odata-text");
        var names = new ColumnConstraints();
        names.setMinWidth(88);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        var count = asking.service().version().old() ? "$inlinecount" : "$count";
        var options = new ArrayList<>(List.of(PATH, "$select", "$filter", "$expand", "$orderby", "$top", "$skip", count));
        if (asking.service().version() != Version.V2) {
            options.add("$search");
        }
        if (asking.service().version() == Version.V4) {
            options.addAll(List.of("$apply", "$compute"));
        }
        options.forEach(option -> add(grid, option));
        setContent(grid);
    }

    private void add(GridPane grid, String option) {
        var field = new CheckedField();
        field.setId("odata-text-" + option.replace("$", ""));
        field.offers((text, caret) -> offers(option, text, caret));
        field.onEdit(_ -> edited());
        field.onEnter(send);
        var sentence = new Label();
        sentence.getStyleClass().add("odata-fault");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        fields.put(option, field);
        sentences.put(option, sentence);
        var name = new Label(option);
        name.getStyleClass().addAll("mono", "muted");
        name.setMinHeight(30);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        grid.addRow(grid.getRowCount(), name, new VBox(field, sentence));
        say(option, "");
    }

    private void say(String option, String words) {
        var label = sentences.get(option);
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private List<Suggestions.Suggestion> offers(String option, String text, int caret) {
        if (option.equals(PATH)) {
            var start = text.lastIndexOf('/', Math.max(0, caret - 1)) + 1;
            return start > 0 ? List.of() : asking.edm().sets().stream().map(s -> s.name()).filter(n -> n.toLowerCase(java.util.Locale.ROOT).startsWith(text.substring(0, caret).toLowerCase(java.util.Locale.ROOT)))
                    .limit(60).map(n -> new Suggestions.Suggestion(n, "set", 0, text.length(), n)).toList();
        }
        return Completion.of(asking.query(), asking.edm(), asking.service().version()).at(option, text, caret).stream().limit(60).map(TextPage::offer).toList();
    }

    private static Suggestions.Suggestion offer(Suggestion s) {
        return new Suggestions.Suggestion(s.label(), s.detail(), s.from(), s.to(), s.insert());
    }

    private void edited() {
        var options = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> {
            if (!name.equals(PATH)) {
                options.put(name, field.text());
            }
        });
        // What has no field here stays as it is.
        asking.texts().forEach((name, value) -> {
            if (!fields.containsKey(name)) {
                options.put(name, value);
            }
        });
        asking.read(this, fields.get(PATH).text(), options);
        check();
    }

    void show() {
        if (!asking.changedBy(this)) {
            var texts = asking.texts();
            fields.forEach((name, field) -> field.show(name.equals(PATH) ? asking.path() : texts.getOrDefault(name, "")));
            check();
        }
    }

    /// How many faults there are.
    int faults() {
        return (int) sentences.values().stream().filter(l -> !l.getText().isEmpty()).count();
    }

    private void check() {
        var found = asking.edm().typed() ? QueryCheck.of(asking.query(), asking.edm(), asking.service().version()) : List.<QueryCheck.Found>of();
        fields.forEach((name, field) -> {
            var mine = found.stream().filter(f -> f.option().equals(name) || name.equals("$inlinecount") && f.option().equals("$count")).toList();
            // Places count in the filter as a whole; elsewhere in one of several pieces, so that all of the text is marked.
            field.faults(mine.stream().map(f -> name.equals("$filter") ? new CheckedField.Fault(f.fault().start(), f.fault().end(), f.fault().sentence())
                    : new CheckedField.Fault(0, field.text().length(), f.fault().sentence())).toList());
            say(name, String.join("\n", mine.stream().map(f -> f.fault().sentence() + ".").distinct().toList()));
        });
    }

    void focus(String option) {
        fields.get(option).requestFocus();
    }
}

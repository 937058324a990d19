package dev.posthorn.ui.odata;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.query.FilterReader;
import dev.posthorn.odata.query.FilterRows;
import dev.posthorn.odata.query.QueryProblem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The filter as rows: property, comparison, value, and groups of them. A filter that is more than that is edited as text.
final class FilterPage extends ScrollPane {
    private final Asking asking;
    private final Label note = new Label();
    private final VBox holder = new VBox();
    private FilterGroup root;
    private String shown;
    private String type = "";

    FilterPage(Asking asking) {
        this.asking = asking;
        setId("odata-filter-page");
        setFitToWidth(true);
        getStyleClass().addAll("sheet-scroll", "odata-scroll");
        note.setId("odata-filter-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().add("odata-note");
        holder.getStyleClass().add("odata-filter-rows");
        setContent(new VBox(holder, note));
        say("");
    }

    private void say(String sentence) {
        note.setText(sentence);
        note.setVisible(!sentence.isEmpty());
        note.setManaged(!sentence.isEmpty());
    }

    List<String> paths() {
        var edm = asking.edm();
        var of = asking.type();
        if (of == null) {
            return List.of();
        }
        var paths = new ArrayList<String>();
        for (var property : edm.properties(of)) {
            var complex = property.type().many() ? null : edm.structured(property.type().name());
            if (complex == null) {
                paths.add(property.name());
            } else {
                edm.properties(complex).forEach(p -> paths.add(property.name() + "/" + p.name()));
            }
        }
        for (var navigation : edm.navigations(of)) {
            var target = navigation.many() ? null : edm.structured(navigation.target());
            if (target != null) {
                edm.properties(target).forEach(p -> paths.add(navigation.name() + "/" + p.name()));
            }
        }
        return paths;
    }

    private FilterRows rows() {
        return new FilterRows(asking.edm(), asking.service().version(), asking.type());
    }

    void show() {
        var text = asking.options().filter();
        var now = asking.path();
        if (asking.changedBy(this) || text.equals(shown) && now.equals(type)) {
            return;
        }
        shown = text;
        type = now;
        say("");
        try {
            var group = text.isBlank() ? new FilterRows.Group(true, false, List.of()) : FilterRows.of(FilterReader.read(text, asking.service().version()));
            if (group == null) {
                holder.getChildren().clear();
                say("This filter is more than rows can show. It is edited on the page Text.");
                return;
            }
            root = new FilterGroup(rows(), paths(), group, false, this::changed, null);
            holder.getChildren().setAll(root);
        } catch (QueryProblem e) {
            holder.getChildren().clear();
            say("The filter cannot be read: " + e.getMessage() + ". Mend it on the page Text.");
        }
    }

    private void changed() {
        try {
            var text = rows().text(root.group());
            shown = text;
            say("");
            asking.edit(this, q -> q.withOptions(q.options().withFilter(text)));
        } catch (ODataProblem _) {
            // Its row says what is wrong; the query stays as it was until that is mended.
            say("The query does not have this filter yet.");
        }
    }
}

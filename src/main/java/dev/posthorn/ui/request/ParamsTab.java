package dev.posthorn.ui.request;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Query parameters and path variables, in step with the URL.
final class ParamsTab implements RequestTab {

    private static final double CHROME = 68;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 6;
    /// So many rows of the query stay in sight in a low window; the page scrolls then.
    private static final int LEAST_ROWS = 2;

    private final EntryTable query;
    private final Draft<Request> draft;
    private final EntryTable path;
    private final ScrollPane scroll;
    /// While the table itself is typed in, it is right: what is escaped for the URL is not put under the caret.
    private boolean editing;

    ParamsTab(Draft<Request> draft, Address address, Variables variables) {
        this.draft = draft;
        query = new EntryTable("Query parameters", TableOptions.with(variables));
        query.setId("query");
        query.onChange(rows -> {
            editing = true;
            draft.edit(r -> address.queryEdited(r, rows));
            editing = false;
        });
        path = new EntryTable("Path variables", TableOptions.<dev.posthorn.model.Entry>with(variables).withFixedKeys());
        path.setId("path-variables");
        path.onChange(rows -> draft.edit(r -> r.withAddress(r.url(), r.query(), rows)));
        VBox.setVgrow(query, Priority.ALWAYS);
        var box = new VBox(query, path);
        box.getStyleClass().add("params-tab");
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("quiet-scroll");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show() {
        var request = draft.value();
        if (!editing) {
            query.show(request.query());
        }
        query.setMinHeight(CHROME + ROW * Math.min(LEAST_ROWS, request.query().size() + 1));
        query.setMaxHeight(CHROME + ROW * (request.query().size() + 1));
        var rows = Address.pathVariables(request);
        path.show(rows);
        path.setVisible(!rows.isEmpty());
        path.setManaged(!rows.isEmpty());
        var height = CHROME + ROW * Math.min(MOST_ROWS, rows.size());
        path.setMinHeight(height);
        path.setPrefHeight(height);
    }

    @Override
    public void environmentChanged() {
        query.recolour();
        path.recolour();
    }

    @Override
    public void focusFirst() {
        query.focusFirst();
    }
}

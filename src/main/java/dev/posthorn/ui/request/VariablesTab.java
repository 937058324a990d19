package dev.posthorn.ui.request;

import dev.posthorn.model.Entry;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import javafx.scene.Node;

/// The variables of a folder or collection, seen by all requests below it.
final class VariablesTab implements RequestTab {

    private final Lens<List<Entry>> rows;
    private final EntryTable table;

    VariablesTab(Lens<List<Entry>> rows, Variables variables) {
        this.rows = rows;
        table = new EntryTable("Variables", TableOptions.<Entry>with(variables).titles("Variable", "Value").withSecrets());
        table.setId("level-variables");
        table.onChange(typed -> rows.replace(_ -> typed.stream().filter(e -> !e.blank()).toList()));
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void show() {
        if (!rows.now().equals(table.entries().stream().filter(e -> !e.blank()).toList())) {
            table.show(rows.now());
        }
    }

    @Override
    public void environmentChanged() {
        table.recolour();
    }

    @Override
    public void focusFirst() {
        table.focusFirst();
    }
}

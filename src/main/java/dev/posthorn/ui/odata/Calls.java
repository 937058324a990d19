package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/// Functions and actions of a service: those at its root, and those that are called on a row or on a list.
final class Calls {
    private final Service service;
    private final Changes changes;

    Calls(Service service, Changes changes) {
        this.service = service;
        this.changes = changes;
    }

    void call(OperationImport imported) {
        var operation = imported.operation();
        changes.call(imported.name(), operation == null ? List.of() : operation.given(), values -> service.calls().call(imported, values), operation == null ? null : operation.returns(),
                imported.set().isEmpty() ? null : service.edm().set(imported.set()));
    }

    void onRow(Operation operation, Row row) {
        changes.call(operation.shortName() + " of (" + row.key() + ")", operation.given(), values -> service.calls().call(row.url(), operation, values), operation.returns(), null);
    }

    void onList(Operation operation, EntitySet set) {
        onList(operation, service.url(Query.of(set.name())), set.name());
    }

    private void onList(Operation operation, String url, String name) {
        changes.call(operation.shortName() + " of " + name, operation.given(), values -> service.calls().call(url, operation, values), operation.returns(), null);
    }

    /// Whether it can be called on that row.
    boolean fits(Operation operation, Row row, Shown from) {
        var type = type(row, from);
        return operation.boundTo() != null && !row.url().isEmpty() && !type.isEmpty() && service.edm().extend(type, operation.boundTo().name());
    }

    private static String type(Row row, Shown from) {
        return row.type().isEmpty() && from.type() != null ? from.type().name() : row.type();
    }

    /// What can be called on the row, and on the list that it stands in, as menu entries.
    ///
    /// @param row null for none
    List<MenuItem> items(Row row, Shown from) {
        var items = new ArrayList<MenuItem>();
        var type = row == null || row.url().isEmpty() ? "" : type(row, from);
        if (!type.isEmpty()) {
            service.edm().boundTo(new TypeRef(type, false)).forEach(o -> items.add(item(o, "", () -> onRow(o, row))));
        }
        if (from != null && from.type() != null && from.type().many() && !from.url().isEmpty()) {
            var path = QueryUrl.read(from.url(), service.root(), service.edm()).path();
            var url = QueryUrl.write(new Query(path, Options.NONE, ""), service.root(), service.version());
            service.edm().boundTo(from.type()).forEach(o -> items.add(item(o, " of all", () -> onList(o, url, from.title()))));
        }
        return items;
    }

    private static MenuItem item(Operation operation, String of, Runnable action) {
        var item = new MenuItem((operation.action() ? "Action " : "Function ") + operation.shortName() + of + "…");
        item.setMnemonicParsing(false);
        item.setId("odata-call-" + operation.shortName());
        item.setOnAction(_ -> action.run());
        return item;
    }
}

package dev.posthorn.ui.odata;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Navigation;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Destination;
import dev.posthorn.odata.query.Literals;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// Links an entity with others that exist, and takes such links away: `$ref` of OData 4, `$links` before it. What is linked is neither created nor deleted.
final class Linking {
    private static final String ADDRESS = "address";
    /// More ways than this make no menu.
    private static final int MOST = 100;

    private final Service service;
    private final Changes changes;

    Linking(Service service, Changes changes) {
        this.service = service;
        this.changes = changes;
    }

    /// @param row null for none
    List<MenuItem> items(Row row, Shown from) {
        var items = new ArrayList<MenuItem>();
        var type = row == null || row.url().isEmpty() || !service.edm().allowed(from.set()).update() ? null : changes.typeOf(row, from);
        if (type == null) {
            return items;
        }
        var link = new Menu("Link to another");
        link.setId("odata-link");
        var unlink = new Menu("Take a link away");
        unlink.setId("odata-unlink");
        for (var way : service.edm().navigations(type).stream().filter(n -> !n.contains()).limit(MOST).toList()) {
            link.getItems().add(item(way.name() + "…", "odata-link-" + way.name(), () -> link(row, from, way)));
            if (!way.many() && way.nullable()) {
                unlink.getItems().add(item(way.name() + "…", "odata-unlink-" + way.name(), () -> unlink(row, from, way)));
            }
        }
        var list = list(from);
        if (list != null) {
            unlink.getItems().addFirst(item("from " + list.name() + "…", "odata-unlink-row", () -> out(row, list)));
        }
        if (!link.getItems().isEmpty()) {
            items.add(link);
        }
        if (!unlink.getItems().isEmpty()) {
            items.add(unlink);
        }
        return items;
    }

    private static MenuItem item(String text, String id, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    // Linking

    private void link(Row row, Shown from, Navigation way) {
        var set = from.set() == null ? null : service.edm().target(from.set(), way.name());
        var type = service.edm().structured(way.target());
        var keyed = set != null && type != null && !service.edm().keys(type).isEmpty();
        var title = "Link " + way.name() + " of " + Changes.name(row, from);
        var slots = keyed ? keys(type) : List.of(new ValueForm.Slot(ADDRESS, TypeRef.STRING, "The address of the other entity, whole or from the service's address on, such as Accounts(7)", "", false, false, false));
        changes.ask(title, slots, values -> new Changing(title, service.writes().link(row.url(), way.name(), way.many(), keyed ? target(set, type, values) : address(values)), row, Changing.Kind.LINK));
    }

    private List<ValueForm.Slot> keys(StructuredType type) {
        return service.edm().keys(type).stream().map(k -> new ValueForm.Slot(k.alias(), service.edm().keyType(type, k), "Key of the " + Entry.shortName(type.name()) + " that it is linked to", "", false, false, false)).toList();
    }

    private String target(EntitySet set, StructuredType type, Map<String, Object> values) throws ODataProblem {
        var parts = new ArrayList<String>();
        var keys = service.edm().keys(type);
        for (var key : keys) {
            if (!(values.get(key.alias()) instanceof String text) || text.isEmpty()) {
                throw new ODataProblem("`" + key.alias() + "` is needed: it is part of the key");
            }
            var literal = Literals.of(service.edm().keyType(type, key).name(), text, service.version(), service.edm());
            parts.add(keys.size() == 1 ? literal : key.alias() + "=" + literal);
        }
        return service.home() + "/" + set.url() + "(" + Percent.segment(String.join(",", parts)) + ")";
    }

    private String address(Map<String, Object> values) throws ODataProblem {
        if (!(values.get(ADDRESS) instanceof String text) || text.isBlank()) {
            throw new ODataProblem("The address of the other entity is needed");
        }
        var address = text.strip();
        return address.contains("://") || address.startsWith("{{") ? address : service.home() + (address.startsWith("/") ? "" : "/") + address;
    }

    // Taking away

    private void unlink(Row row, Shown from, Navigation way) {
        changes.look(new Changing("Unlink " + way.name() + " of " + Changes.name(row, from), service.writes().unlink(row.url(), way.name(), false, ""), row, Changing.Kind.LINK));
    }

    /// The list of related entities that is shown.
    ///
    /// @param owner address of the entity whose list it is
    private record Related(String owner, String name) {}

    /// Null where what is shown is no such list, or its entities exist within their owner only.
    private Related list(Shown from) {
        if (!from.url().startsWith(service.root() + "/")) {
            return null;
        }
        var path = QueryUrl.read(from.url(), service.root(), service.edm()).path();
        if (path.size() < 2 || path.getLast().keys() != null) {
            return null;
        }
        var owner = new Query(path.subList(0, path.size() - 1), Options.NONE, "");
        var type = Destination.of(owner, service.edm());
        var structured = type.structured(service.edm());
        var way = structured == null || type.many() ? null : service.edm().navigation(structured, path.getLast().name());
        return way == null || !way.many() || way.contains() ? null : new Related(QueryUrl.write(owner, service.root(), service.version()), way.name());
    }

    private void out(Row row, Related list) {
        changes.look(new Changing("Unlink (" + row.key() + ") from " + list.name(), service.writes().unlink(list.owner(), list.name(), true, row.url()), row, Changing.Kind.UNLINK));
    }
}

package dev.posthorn.ui.sidebar;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.store.Opened;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Collections for tests of the tree.
public final class Trees {
    private Trees() {}

    /// What a row of the tree is called.
    public static String name(Object row) {
        return ((TreeRow) row).name();
    }

    public static Opened good(String name, Item... items) {
        return new Opened.Good(Path.of("/collections", name + ".json"), "Postman 2.1",
                new Collection(name, "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(items)));
    }

    public static Opened bad(String file, String reason, int line) {
        return new Opened.Bad(Path.of("/collections", file), reason, line);
    }

    public static Folder folder(String id, String name, Item... items) {
        return new Folder(id, name, "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(items));
    }

    public static RequestItem request(String id, String method, String name, String url) {
        return new RequestItem(id, name, Request.get(url).withMethod(method), List.of());
    }

    /// A collection of `folders` folders with `each` requests.
    public static Opened big(String name, int folders, int each) {
        return good(name, IntStream.range(0, folders).mapToObj(f -> folder("/item/" + f, "Folder " + f,
                IntStream.range(0, each).mapToObj(r -> request("/item/" + f + "/item/" + r, r % 3 == 0 ? "POST" : "GET", "Request " + f + "." + r,
                        "https://example.com/v1/things/" + f + "/" + r)).toArray(Item[]::new))).toArray(Item[]::new));
    }

    public static List<Opened> small() {
        return List.of(
                good("HTTP basics", request("/item/0", "GET", "Hello", "{{demo}}/get")),
                good("Creatio",
                        folder("/item/0", "Session (AuthService)", request("/item/0/item/0", "GET", "Contact by name", "{{creatio}}/0/odata/Contact")),
                        folder("/item/1", "OData 4",
                                request("/item/1/item/0", "GET", "All accounts", "{{creatio}}/0/odata/Account"),
                                request("/item/1/item/1", "GET", "Account by id", "{{creatio}}/0/odata/Account({{id}})"),
                                request("/item/1/item/2", "POST", "Create account", "{{creatio}}/0/odata/Account"),
                                request("/item/1/item/3", "PATCH", "Rename account", "{{creatio}}/0/odata/Account({{id}})"),
                                request("/item/1/item/4", "DELETE", "Delete account", "{{creatio}}/0/odata/Account({{id}})")),
                        folder("/item/2", "OData 3")),
                bad("broken.json", "This is not JSON: a comma is missing", 12),
                big("Stripe API", 20, 25));
    }
}

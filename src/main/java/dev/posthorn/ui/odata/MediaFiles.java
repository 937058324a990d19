package dev.posthorn.ui.odata;

import dev.posthorn.model.Body;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import dev.posthorn.store.AtomicFile;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// Files that are kept with an entity: the file that it is (`$value` of a media entity), and its stream properties. Saved to disk, opened as a request, replaced by another.
final class MediaFiles {
    private static final String WHOLE = "The file";

    private final Service service;
    private final ExplorerServices services;
    private final Calling calling;
    private final Changes changes;
    private final Standing standing;

    MediaFiles(Service service, ExplorerServices services, Calling calling, Changes changes, Standing standing) {
        this.service = service;
        this.services = services;
        this.calling = calling;
        this.changes = changes;
        this.standing = standing;
    }

    /// @param row null for none
    List<MenuItem> items(Row row, Shown from) {
        var items = new ArrayList<MenuItem>();
        if (from != null && from.set() != null && !from.set().singleton() && media(from.set())) {
            var item = item("New from a file…", "odata-file-new", () -> create(from.set()));
            item.setDisable(!service.edm().allowed(from.set()).insert());
            items.add(item);
        }
        if (row != null) {
            files(row, from).forEach((name, media) -> items.add(menu(row, from, name, media)));
        }
        return items;
    }

    private boolean media(EntitySet set) {
        var type = service.edm().structured(set.type());
        return type != null && service.edm().line(type).stream().anyMatch(StructuredType::hasStream);
    }

    /// A media entity begins as its file; its properties are changed afterwards (OData 4.0 Protocol §11.4.7.1).
    private void create(EntitySet set) {
        services.file("New in " + set.name() + ", from").ifPresent(file -> {
            var request = service.writes().media(set, kind(file)).withBody(new Body.Binary(file.toString()));
            changes.look(new Changing("New in " + set.name() + " from " + file.getFileName(), request, null, Changing.Kind.CREATE), new TypeRef(set.type(), false), set);
        });
    }

    private static Map<String, Cell.Media> files(Row row, Shown from) {
        var files = new LinkedHashMap<String, Cell.Media>();
        if (row.media() != null && !row.media().url().isEmpty()) {
            files.put(WHOLE, row.media());
        }
        for (var i = 0; i < Math.min(row.cells().size(), from.columns().size()); i++) {
            if (row.cells().get(i) instanceof Cell.Media media && !media.url().isEmpty()) {
                files.put(from.columns().get(i).name(), media);
            }
        }
        return files;
    }

    private Menu menu(Row row, Shown from, String name, Cell.Media media) {
        var menu = new Menu(name.equals(WHOLE) ? WHOLE : "File " + name);
        menu.setMnemonicParsing(false);
        var id = name.equals(WHOLE) ? "value" : name;
        menu.setId("odata-file-" + id);
        var replace = item("Replace it…", "odata-file-replace-" + id, () -> replace(row, from, name, media));
        replace.setDisable(!service.edm().allowed(from.set()).update());
        menu.getItems().addAll(item("Save as…", "odata-file-save-" + id, () -> save(row, name, media)),
                item("Open as a request", "odata-file-open-" + id, () -> services.open(name, service.asTyped(service.writes().read(media.url())), standing)), replace);
        return menu;
    }

    private static MenuItem item(String text, String id, Runnable action) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void save(Row row, String name, Cell.Media media) {
        services.saveAs("Save " + name, called(row, name, media.contentType())).ifPresent(file -> calling.plain(name, service.writes().file(media.url()), reply -> {
            if (!reply.fine()) {
                services.trouble(calling.refusal(reply));
                return;
            }
            services.background().run(() -> {
                AtomicFile.write(file, reply.body());
                return reply.body().length;
            }, size -> services.say(String.format(java.util.Locale.ROOT, "Saved %,d bytes as %s.", size, file.getFileName())), e -> services.trouble("It cannot be written to " + file + ": " + e.getMessage()));
        }));
    }

    /// A name for the file: that of the property, the key, and what its content type calls for.
    static String called(Row row, String name, String contentType) {
        var key = row.key().replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-|-$", "");
        var plain = name.equals(WHOLE) ? "file" : name;
        var kind = contentType.split(";", 2)[0].strip();
        var ending = switch (kind) {
            case "image/jpeg" -> ".jpg";
            case "image/svg+xml" -> ".svg";
            case "text/plain" -> ".txt";
            case "application/pdf", "application/json", "application/xml", "application/zip", "image/png", "image/gif", "image/webp", "text/csv", "text/html", "text/xml" -> "." + kind.substring(kind.indexOf('/') + 1);
            default -> "";
        };
        return plain + (key.isEmpty() ? "" : "-" + key.substring(0, Math.min(60, key.length()))) + ending;
    }

    private void replace(Row row, Shown from, String name, Cell.Media media) {
        services.file("Replace " + name + " by").ifPresent(file -> {
            var request = service.writes().upload(media.editUrl(), kind(file), media.etag()).withBody(new Body.Binary(file.toString()));
            changes.look(new Changing("Replace " + (name.equals(WHOLE) ? "the file" : name) + " of " + Changes.name(row, from), request, row, Changing.Kind.FILE));
        });
    }

    /// What the file's name says about its content; "" where it says nothing.
    private static String kind(Path file) {
        var kind = URLConnection.guessContentTypeFromName(Percent.segment(file.getFileName().toString()));
        return kind == null ? "" : kind;
    }
}

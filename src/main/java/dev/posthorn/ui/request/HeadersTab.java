package dev.posthorn.ui.request;

import dev.posthorn.auth.Added;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.RowTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.AutomaticHeader;
import dev.posthorn.workbench.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// The request's headers, under those that the program adds by itself; each of these shows its value, can be switched off, and is struck out
/// where a row of the user's own takes its place.
final class HeadersTab implements RequestTab {

    static final String DISABLED = "disabledSystemHeaders";

    private final Draft<Request> draft;
    private final RequestServices services;
    private final EntryTable table;
    private final ToggleButton hide = new ToggleButton();

    HeadersTab(Draft<Request> draft, RequestServices services, Variables variables) {
        this.draft = draft;
        this.services = services;
        table = new EntryTable("Headers", TableOptions.<Entry>with(variables).titles("Header", "Value").completing(HeaderNames::names, HeaderNames::values));
        table.setId("headers");
        table.onChange(rows -> draft.edit(r -> r.withHeaders(rows)));
        table.onSwitch(row -> draft.edit(r -> switched(r, row)));
        hide.getStyleClass().add("quiet-button");
        hide.setId("hide-automatic");
        Tips.on(hide, "The headers that Posthorn adds by itself");
        hide.setOnAction(_ -> automatic(draft.value()));
        table.tool(hide);
        table.tool(new HeaderPresets(services, () -> draft.value().headers(), rows -> {
            draft.edit(r -> r.withHeaders(rows));
            table.show(rows);
        }));
    }

    /// The automatic rows of a request, with what is switched off, and where, and what the user's own rows take the place of.
    static List<RowTable.Automatic> automatic(Request request, RequestServices services) {
        var here = request.settings().values().containsKey(DISABLED);
        return services.automaticHeaders(request).stream().map(h -> row(h, here)).toList();
    }

    private static RowTable.Automatic row(AutomaticHeader header, boolean here) {
        var bare = header.key().isEmpty() && !header.value().contains(AutomaticHeaders.LATER) ? Added.masked(header.name(), header.value()) : header.value();
        var value = bare.replace(AutomaticHeaders.LATER, "calculated when sent");
        return switch (header.state()) {
            case SENT -> new RowTable.Automatic(header.name(), value, true, header.key().isEmpty() ? "added by the authorization"
                    : here && !header.from().isEmpty() ? "on here, off in " + header.from() : source(header.key()), header.key().isEmpty());
            case OFF -> new RowTable.Automatic(header.name(), value, false, offNote(header, here));
            case OVERRIDDEN -> new RowTable.Automatic(header.name(), value, false, "your own row is sent instead", true);
            case REPLACING -> new RowTable.Automatic(header.name(), value, true, "replaces your own row, which does not fit this body");
        };
    }

    private static String source(String key) {
        return switch (key) {
            case "host" -> "from the URL";
            case "content-type", "content-length" -> "from the body";
            case "cookie" -> "from the cookie jar";
            case "postman-token" -> "a new id for each send";
            default -> "added automatically";
        };
    }

    private static String offNote(AutomaticHeader header, boolean here) {
        var where = here || header.from().isEmpty() ? "switched off" : "switched off in " + header.from();
        return header.name().equals("Content-Length") ? where + ": a body goes out in chunks" : where;
    }

    /// The names that are off now, as the request or the nearest level above it says.
    private static Map<String, Object> disabled(Request request, RequestServices services) {
        var off = new LinkedHashMap<String, Object>();
        if (services.context().settings(request.settings()).values().get(DISABLED) instanceof Map<?, ?> names) {
            names.forEach((name, on) -> {
                if (Boolean.TRUE.equals(on)) {
                    off.put(name.toString().toLowerCase(Locale.ROOT), true);
                }
            });
        }
        return off;
    }

    private Request switched(Request request, RowTable.Automatic row) {
        var key = services.automaticHeaders(request).stream().filter(h -> h.name().equals(row.name())).map(AutomaticHeader::key).findFirst().orElse("");
        if (key.isEmpty()) {
            return request;
        }
        var off = disabled(request, services);
        off.remove(row.name().toLowerCase(Locale.ROOT));
        if (row.on()) {
            off.remove(key);
        } else {
            off.put(key, true);
        }
        var bare = request.withSettings(request.settings().with(DISABLED, null));
        return off.equals(disabled(bare, services)) ? bare : request.withSettings(request.settings().with(DISABLED, Map.copyOf(off)));
    }

    private void automatic(Request request) {
        var rows = automatic(request, services);
        var sent = rows.stream().filter(RowTable.Automatic::on).count();
        hide.setText((hide.isSelected() ? "Show " : "Hide ") + sent + " automatic");
        table.showAutomatic(hide.isSelected() ? List.of() : rows);
    }

    @Override
    public Node node() {
        return table;
    }

    @Override
    public void show() {
        var request = draft.value();
        table.show(request.headers());
        automatic(request);
    }

    @Override
    public void environmentChanged() {
        table.recolour();
        automatic(draft.value());
    }

    @Override
    public void focusFirst() {
        table.focusFirst();
    }
}

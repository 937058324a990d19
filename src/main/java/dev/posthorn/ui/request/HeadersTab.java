package dev.posthorn.ui.request;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.RowTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// The request's headers, under those that the program adds by itself; each of these can be switched off.
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

    /// The automatic rows of a request, those that are switched off included.
    static List<RowTable.Automatic> automatic(Request request, RequestServices services) {
        var off = disabled(request);
        return services.automaticHeaders(request.withSettings(request.settings().with(DISABLED, null))).stream()
                .map(h -> new RowTable.Automatic(h.name(), readable(h.value()), !off.containsKey(h.name().toLowerCase(Locale.ROOT)), "added automatically")).toList();
    }

    private static String readable(String value) {
        return value.isEmpty() ? "calculated when sent" : value.replace("<calculated when sent>", "calculated when sent");
    }

    private static Map<String, Object> disabled(Request request) {
        var off = new LinkedHashMap<String, Object>();
        if (request.settings().values().get(DISABLED) instanceof Map<?, ?> names) {
            names.forEach((name, on) -> {
                if (Boolean.TRUE.equals(on)) {
                    off.put(name.toString().toLowerCase(Locale.ROOT), true);
                }
            });
        }
        return off;
    }

    private static Request switched(Request request, RowTable.Automatic row) {
        var off = disabled(request);
        if (row.on()) {
            off.remove(row.name().toLowerCase(Locale.ROOT));
        } else {
            off.put(row.name().toLowerCase(Locale.ROOT), true);
        }
        return request.withSettings(request.settings().with(DISABLED, off.isEmpty() ? null : Map.copyOf(off)));
    }

    private void automatic(Request request) {
        var rows = automatic(request, services);
        hide.setText(hide.isSelected() ? "Show " + rows.size() + " automatic" : "Hide " + rows.size() + " automatic");
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

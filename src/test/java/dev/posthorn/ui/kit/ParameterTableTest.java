package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.auth.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class ParameterTableTest {

    private static Map<String, Object> row(Object... keysAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            row.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return row;
    }

    @Test
    void switchingARowOffKeepsEverythingElseOfTheList() {
        var heard = new ArrayList<List<Object>>();
        var field = new Field.Rows("tokenRequestParams", "Token request", List.of(new Field.Option("request_body", "Body"), new Field.Option("request_url", "URL")));
        var table = OnFx.get(() -> new ParameterTable(field, Variables.none()));
        table.onChange(heard::add);
        var first = row("key", "resource", "value", 7, "send_as", "request_url", "uuid", "x-1", "enabled", true);
        var second = row("key", "audience", "value", "me");
        OnFx.run(() -> table.show(List.of(first, "no row at all", second)));
        var stage = OnFx.show(table, 600, 300);
        try {
            OnFx.run(() -> ((RowTable<?>) table.getCenter()).focusFirst());
            OnFx.press(stage, KeyCode.SPACE);
            assertEquals(List.of(List.of(row("key", "resource", "value", 7, "send_as", "request_url", "uuid", "x-1", "enabled", false), second, "no row at all")), heard);
            assertEquals(List.of("key", "value", "send_as", "uuid", "enabled"), List.copyOf(((Map<?, ?>) heard.getFirst().getFirst()).keySet()));
        } finally {
            OnFx.run(stage::close);
        }
    }
}

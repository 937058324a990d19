package dev.posthorn.script;

import dev.posthorn.js.Json;
import dev.posthorn.model.Header;
import dev.posthorn.model.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a script's world is told at its start (`ph.state`), as JSON.
final class StateText {

    private StateText() {}

    static String of(Task task) {
        var variables = task.variables();
        var state = new LinkedHashMap<String, Object>();
        state.put("event", task.phase() == Script.Phase.PRE_REQUEST ? "prerequest" : "test");
        state.put("info", info(task.info()));
        state.put("location", task.info().location());
        state.put("current", task.info().current());
        for (var scope : Scope.values()) {
            state.put(scope.key(), scope(scope.of(variables)));
        }
        state.put("folders", variables.folders());
        state.put("data", variables.data());
        state.put("request", task.request());
        state.put("response", task.answer() == null ? null : answer(task.answer()));
        state.put("cookies", task.cookies());
        var sugar = SugarNames.in(task.code());
        if (!sugar.isEmpty()) {
            state.put("sugar", sugar);
        }
        return Json.text(state);
    }

    private static Map<String, Object> info(Task.Info info) {
        var map = new LinkedHashMap<String, Object>();
        map.put("iteration", info.iteration());
        map.put("iterationCount", info.iterations());
        map.put("requestName", info.requestName());
        map.put("requestId", info.requestId());
        return map;
    }

    private static Map<String, Object> scope(VariableScope scope) {
        return Map.of("name", scope.name(), "values", scope.variables().stream().map(StateText::variable).toList());
    }

    private static Map<String, Object> variable(VariableScope.Variable variable) {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", variable.key());
        map.put("value", variable.value());
        map.put("enabled", variable.enabled());
        map.put("secret", variable.secret());
        return map;
    }

    static Map<String, Object> answer(Answer answer) {
        var map = new LinkedHashMap<String, Object>();
        map.put("code", answer.code());
        map.put("status", answer.status());
        map.put("header", headers(answer.headers()));
        map.put("responseTime", answer.millis());
        map.put("responseSize", answer.size());
        return map;
    }

    private static List<Map<String, Object>> headers(List<Header> headers) {
        return headers.stream().<Map<String, Object>>map(h -> Map.of("key", h.name(), "value", h.value())).toList();
    }
}

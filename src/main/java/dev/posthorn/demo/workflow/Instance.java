package dev.posthorn.demo.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A process of a Workflow Server.
///
/// @param history the last states that it was in, with who led it there
record Instance(String id, Scheme scheme, String state, Map<String, String> parameters, List<Map<String, Object>> history) {

    private static final int REMEMBERED = 50;

    Instance to(String next, String command, String identity, String at, Map<String, String> more) {
        var all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        var longer = new ArrayList<>(history);
        var step = new LinkedHashMap<String, Object>();
        step.put("fromStateName", state);
        step.put("toStateName", next);
        step.put("triggerName", command);
        step.put("executorIdentityId", identity);
        step.put("transitionTime", at);
        longer.add(step);
        if (longer.size() > REMEMBERED) {
            longer.removeFirst();
        }
        return new Instance(id, scheme, next, all, longer);
    }

    Map<String, Object> told() {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("stateName", state);
        told.put("activityName", state);
        told.put("schemeCode", scheme.code());
        told.put("processParameters", parameters.entrySet().stream().map(p -> Map.of("name", p.getKey(), "value", p.getValue())).toList());
        told.put("transitions", history);
        return told;
    }
}

package dev.posthorn.cli.report;

import dev.posthorn.model.Entry;
import dev.posthorn.script.VariableScope;
import dev.posthorn.workbench.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The variables of one scope in the form of Postman's files. A secret one has no value there.
public final class ScopeForm {

    private ScopeForm() {}

    /// The names whose values no file may have: those of secret variables, and what the command line or the process gave for them.
    public static Set<String> secrets(Context context) {
        var names = new HashSet<String>();
        context.overrides().stream().filter(Entry::secret).forEach(e -> names.add(e.key()));
        return names;
    }

    public static Map<String, Object> of(VariableScope scope, Set<String> secrets) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", UUID.randomUUID().toString());
        if (!scope.name().isEmpty()) {
            form.put("name", scope.name());
        }
        form.put("values", values(scope, secrets));
        return form;
    }

    public static List<Map<String, Object>> values(VariableScope scope, Set<String> secrets) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var variable : scope.variables()) {
            var secret = variable.secret() || secrets.contains(variable.key());
            var row = new LinkedHashMap<String, Object>();
            row.put("type", secret ? "secret" : "any");
            row.put("value", secret ? "" : variable.value());
            row.put("key", variable.key());
            if (!variable.enabled()) {
                row.put("disabled", true);
                row.put("enabled", false);
            }
            rows.add(row);
        }
        return rows;
    }
}

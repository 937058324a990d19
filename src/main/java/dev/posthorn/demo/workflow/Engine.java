package dev.posthorn.demo.workflow;

import dev.posthorn.demo.data.Names;
import dev.posthorn.demo.vendor.Shelf;
import dev.posthorn.demo.vendor.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The processes of a Workflow Server, kept in memory, and what can be done with them.
final class Engine {

    /// The methods of the Workflow API, by name; those with `true` are about one process.
    static final Map<String, Boolean> METHODS = methods();

    private static final int MOST = 2_000;
    private static final int SEEDED = 24;

    private final Stage stage;
    private final Shelf<Instance> instances = new Shelf<>(MOST);
    private boolean running = true;

    Engine(Stage stage) {
        this.stage = stage;
        reset();
    }

    private static Map<String, Boolean> methods() {
        var all = new LinkedHashMap<String, Boolean>();
        for (var name : List.of("createinstance", "getinstanceinfo", "isprocessexists", "getavailablecommands", "executecommand", "getavailablestatestoset", "setstate", "deleteinstance")) {
            all.put(name, true);
        }
        for (var name : List.of("getscheme", "startruntime", "stopruntime")) {
            all.put(name, false);
        }
        return all;
    }

    synchronized void reset() {
        instances.clear();
        running = true;
        for (var i = 0; i < SEEDED; i++) {
            var scheme = Scheme.ALL.get(i % Scheme.ALL.size());
            var id = Names.id("Workflow", i).toString();
            instances.put(id, new Instance(id, scheme, scheme.states().get(i / 2 % 3), Map.of("applicant", Names.given(i) + " " + Names.family(i)), List.of()));
        }
    }

    /// @param subject a process id, or the code of a scheme
    /// @return what `data` of the answer says; null for nothing
    synchronized Object run(String method, String subject, Arguments arguments) throws EngineError {
        if (Boolean.TRUE.equals(METHODS.get(method))) {
            return ofProcess(method, id(subject), arguments);
        }
        return switch (method) {
            case "getscheme" -> Scheme.of(subject).orElseThrow(() -> new EngineError("SchemeNotFound", "Scheme with code " + subject + " is not found.")).xml();
            case "startruntime" -> {
                running = true;
                yield null;
            }
            case "stopruntime" -> {
                running = false;
                yield null;
            }
            default -> throw new EngineError("MethodNotFound", "There is no method " + method + ".");
        };
    }

    private static String id(String text) throws EngineError {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text).toString();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new EngineError("InvalidProcessId", "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\" is no process id: it must be a GUID.");
    }

    private Object ofProcess(String method, String id, Arguments arguments) throws EngineError {
        if (method.equals("isprocessexists")) {
            return instances.get(id).isPresent();
        }
        if (method.equals("createinstance")) {
            return create(id, arguments);
        }
        var instance = instances.get(id).orElseThrow(() -> new EngineError("ProcessNotFound", "Process with id " + id + " is not found."));
        var identity = arguments.text("identityId");
        return switch (method) {
            case "getinstanceinfo" -> instance.told();
            case "getavailablecommands" -> instance.scheme().from(instance.state(), identity).stream().map(s -> command(instance, s, arguments.text("culture"))).toList();
            case "getavailablestatestoset" -> instance.scheme().states().stream().map(s -> Map.of("name", s, "visibleName", s, "schemeCode", instance.scheme().code())).toList();
            case "executecommand" -> execute(instance, identity, arguments);
            case "setstate" -> set(instance, identity, arguments);
            default -> {
                instances.take(id);
                yield null;
            }
        };
    }

    private static Map<String, Object> command(Instance instance, Scheme.Step step, String culture) {
        var told = new LinkedHashMap<String, Object>();
        told.put("commandName", step.command());
        told.put("localizedName", Scheme.localized(step.command(), culture));
        told.put("processId", instance.id());
        told.put("validForStateName", step.from());
        told.put("identities", step.by().isEmpty() ? List.of() : List.of(step.by()));
        told.put("parameters", List.of());
        return told;
    }

    private Object create(String id, Arguments arguments) throws EngineError {
        needsRuntime();
        var code = arguments.needed("schemeCode");
        var scheme = Scheme.of(code).orElseThrow(() -> new EngineError("SchemeNotFound", "Scheme with code " + code + " is not found."));
        if (instances.get(id).isPresent()) {
            throw new EngineError("ProcessAlreadyExists", "Process with id " + id + " already exists.");
        }
        instances.put(id, new Instance(id, scheme, scheme.states().getFirst(), arguments.parameters(), List.of()));
        stage.counts().add("workflow.instances");
        return null;
    }

    private void needsRuntime() throws EngineError {
        if (!running) {
            throw new EngineError("RuntimeNotStarted", "The workflow runtime is stopped: call startruntime.");
        }
    }

    private Object execute(Instance instance, String identity, Arguments arguments) throws EngineError {
        needsRuntime();
        var name = arguments.needed("command");
        var step = instance.scheme().from(instance.state(), identity).stream().filter(s -> s.command().equals(name)).findFirst()
                .orElseThrow(() -> new EngineError("CommandNotValid", "Command " + name + " is not available in the state " + instance.state() + (identity.isEmpty() ? "." : " for " + identity + ".")));
        instances.put(instance.id(), instance.to(step.to(), name, identity, stage.now().toString(), arguments.parameters()));
        return Map.of("wasExecuted", true, "stateName", step.to());
    }

    private Object set(Instance instance, String identity, Arguments arguments) throws EngineError {
        needsRuntime();
        var state = arguments.needed("state");
        if (!instance.scheme().states().contains(state)) {
            throw new EngineError("StateNotFound", "The scheme " + instance.scheme().code() + " has no state " + state + ".");
        }
        instances.put(instance.id(), instance.to(state, "", identity, stage.now().toString(), arguments.parameters()));
        return null;
    }
}

package dev.posthorn.workbench;

import dev.posthorn.vars.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives `{{demo}}` its value where nothing else does: the address of the demo server.
record DemoScope(Supplier<String> address) implements Scope {

    static final String VARIABLE = "demo";

    @Override
    public String name() {
        return "demo server";
    }

    @Override
    public Optional<Found> find(String variable) {
        return variable.equals(VARIABLE) ? Optional.of(new Found(variable, address.get(), name(), false)) : Optional.empty();
    }

    @Override
    public List<String> names() {
        return List.of(VARIABLE);
    }
}

package dev.posthorn.ui.shell;

import dev.posthorn.model.Entry;
import dev.posthorn.model.VariableChange;
import dev.posthorn.script.VariableText;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.SecretsTrouble;
import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.sidebar.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the values that scripts set, on this machine and not in the files, as Postman keeps current values. Without a chosen environment, or for a
/// request of no collection, their variables end with the send.
record ScriptValues(Desk desk, LocalValues values) {

    /// Blocks.
    void keep(Place place, List<VariableChange> changes) throws SecretsTrouble {
        for (var where : VariableChange.Place.values()) {
            var of = new LinkedHashMap<String, Optional<String>>();
            changes.stream().filter(c -> c.place() == where).forEach(c -> of.put(c.name(), c.unset() ? Optional.empty() : Optional.of(VariableText.of(c.value()))));
            if (!of.isEmpty()) {
                keep(place, where, of);
            }
        }
    }

    private void keep(Place place, VariableChange.Place where, Map<String, Optional<String>> changes) throws SecretsTrouble {
        switch (where) {
            case GLOBALS -> {
                var globals = desk.openGlobals();
                values.changed(VariableKey.scope(globals), globals.environment().variables(), changes);
            }
            case ENVIRONMENT -> {
                var environment = desk.environment(desk.chosen());
                if (environment.isPresent()) {
                    values.changed(VariableKey.scope(environment.get()), environment.get().environment().variables(), changes);
                }
            }
            case COLLECTION -> {
                var collection = place == null ? Optional.<List<Entry>>empty() : desk.collection(place.file()).map(o -> o.collection().variables());
                if (collection.isPresent()) {
                    values.changed(VariableKey.scope(desk.collection(place.file()).orElseThrow()), collection.get(), changes);
                }
            }
        }
    }
}

package dev.posthorn.ui.shell;

import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.sidebar.EnvironmentsPane;
import dev.posthorn.ui.sidebar.HistoryPane;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What the lists of environments and of the history ask of the window.
final class SideActions {
    private SideActions() {}

    /// Of the list of environments.
    record OfEnvironments(Tabs tabs, Files files, EnvironmentEdits edits, Choosers choosers, Actions actions, Panels panels) implements EnvironmentsPane.Events {
        @Override
        public void choose(String name) {
            files.choose(name);
        }

        @Override
        public void edit(OpenedEnvironment environment) {
            tabs.edit(environment);
        }

        @Override
        public void create() {
            actions.perform(Action.NEW_ENVIRONMENT);
        }

        @Override
        public void duplicate(OpenedEnvironment environment) {
            edits.duplicate(environment, tabs::edit);
        }

        @Override
        public void delete(OpenedEnvironment environment) {
            edits.delete(environment);
        }

        @Override
        public void export(OpenedEnvironment environment) {
            panels.transfers().export(environment);
        }

        @Override
        public String colour(OpenedEnvironment environment) {
            return edits.colour(environment);
        }

        @Override
        public void close(Path file) {
            files.close(file);
        }

        @Override
        public void reveal(Path file) {
            choosers.reveal(file);
        }
    }

    /// Of the history.
    record OfHistory(Parts parts, Tabs tabs, Consumer<String> trouble) implements HistoryPane.Events {
        @Override
        public Callable<List<HistoryRow>> page(String words, int limit, long before) {
            return () -> parts.history().search(words, limit, before).get();
        }

        @Override
        public Callable<Void> delete(long id) {
            return () -> {
                parts.history().delete(id).get();
                return null;
            };
        }

        @Override
        public Callable<Integer> count(String words) {
            return () -> parts.history().count(words).get();
        }

        @Override
        public Callable<Void> delete(Instant from, Instant until) {
            return () -> {
                parts.history().delete(from, until).get();
                return null;
            };
        }

        @Override
        public Callable<Void> clear() {
            return () -> {
                parts.history().clear().get();
                return null;
            };
        }

        @Override
        public void open(HistoryRow row) {
            tabs.open(row);
        }

        @Override
        public void failed(String sentence) {
            Fx.run(() -> trouble.accept(sentence));
        }
    }
}

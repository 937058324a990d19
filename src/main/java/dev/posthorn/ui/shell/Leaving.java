package dev.posthorn.ui.shell;

import java.util.stream.Collectors;

/// How the window is left: a question where tabs have unsaved changes, then what it shall know the next time is kept.
///
/// @param close called when all is kept
record Leaving(Documents documents, Tabs tabs, Frame frame, Look look, Memory memory, Runnable close) {

    void begin() {
        memory.sidebarWidth(frame.sidebarWidth());
        var changed = documents.dirty();
        if (changed.isEmpty()) {
            finish();
            return;
        }
        var question = changed.size() == 1 ? "“" + changed.getFirst().title().get() + "” has changes that are not saved." : changed.size() + " tabs have changes that are not saved: "
                + changed.stream().limit(4).map(d -> "“" + d.title().get() + "”").collect(Collectors.joining(", ")) + (changed.size() > 4 ? " …" : "");
        frame.ask(new AskBar(question, changed.size() == 1 ? "Save and quit" : "Save all and quit", () -> {
            frame.ask(null);
            tabs.saveAll(changed, this::finish);
        }, "Quit without saving", this::finishWithoutSaving, () -> frame.ask(null)));
    }

    private void finishWithoutSaving() {
        tabs.forgetDrafts();
        finish();
    }

    private void finish() {
        tabs.remember();
        look.forget();
        memory.write(close);
    }
}

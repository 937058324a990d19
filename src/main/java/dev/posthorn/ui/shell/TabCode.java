package dev.posthorn.ui.shell;

import dev.posthorn.store.Preferences;
import dev.posthorn.ui.request.CodeSource;
import dev.posthorn.workbench.CodeWriting;
import java.util.function.Supplier;

/// The code of one tab's request: written as things are in that tab, shown as the user likes it in all.
record TabCode(Supplier<CodeWriting> now, Memory memory) implements CodeSource {

    @Override
    public CodeWriting writing() {
        return now.get();
    }

    @Override
    public Preferences.CodeView view() {
        return memory.code();
    }

    @Override
    public void view(Preferences.CodeView changed) {
        memory.code(changed);
    }
}

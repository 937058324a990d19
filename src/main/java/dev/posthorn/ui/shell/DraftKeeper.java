package dev.posthorn.ui.shell;

import dev.posthorn.store.DraftEntry;
import dev.posthorn.store.Drafts;
import dev.posthorn.ui.kit.Background;
import java.util.List;
import java.util.function.Consumer;

/// Keeps what is typed and not saved, so that a crash loses none of it, and brings it back as changed tabs.
final class DraftKeeper {
    private final Drafts drafts;
    private final Background background;

    DraftKeeper(Drafts drafts, Background background) {
        this.drafts = drafts;
        this.background = background;
    }

    /// Keeps every change of that tab until it is saved or closed. The disk follows by itself.
    void watch(EditedDocument<?> document) {
        document.draft().listen(_ -> keep(document));
        keep(document);
    }

    private void keep(EditedDocument<?> document) {
        if (document.draft().dirty()) {
            drafts.put(document.entry());
            document.kept(true);
        } else if (document.kept()) {
            forget(document);
        }
    }

    /// It stands at another place or has another name now.
    void renew(EditedDocument<?> document) {
        if (document.kept()) {
            keep(document);
        }
    }

    /// It was saved, or thrown away by the user.
    void forget(EditedDocument<?> document) {
        drafts.remove(document.key());
        document.kept(false);
    }

    /// Reads what the last run left; `found` hears it on the FX thread, `trouble` what went wrong.
    void load(Consumer<List<DraftEntry>> found, Consumer<String> trouble) {
        background.run(drafts::load, entries -> {
            if (!drafts.note().isEmpty()) {
                trouble.accept(drafts.note());
            }
            found.accept(entries);
        }, e -> trouble.accept("Unsaved changes of the last time could not be read: " + e.getMessage()));
    }
}

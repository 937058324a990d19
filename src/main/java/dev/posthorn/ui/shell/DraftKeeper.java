package dev.posthorn.ui.shell;

import dev.posthorn.store.DraftEntry;
import dev.posthorn.store.Drafts;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.Place;
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
    void watch(RequestDocument document) {
        document.draft().listen(_ -> keep(document));
        keep(document);
    }

    private void keep(RequestDocument document) {
        if (document.draft().dirty()) {
            var place = document.place();
            drafts.put(new DraftEntry(document.key(), place.map(Place::file).orElse(null), place.map(Place::item).orElse(""), document.title().get(),
                    place.isPresent() ? document.draft().saved() : null, document.draft().value()));
            document.kept(true);
        } else if (document.kept()) {
            forget(document);
        }
    }

    /// It stands at another place or has another name now.
    void renew(RequestDocument document) {
        if (document.kept()) {
            keep(document);
        }
    }

    /// It was saved, or thrown away by the user.
    void forget(RequestDocument document) {
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

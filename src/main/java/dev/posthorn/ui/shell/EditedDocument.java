package dev.posthorn.ui.shell;

import dev.posthorn.store.DraftEntry;
import dev.posthorn.workbench.Draft;
import java.util.List;
import java.util.UUID;

/// A tab whose content is changed and saved. What is changed is kept until then, and where somebody else changed the same, the user says which version counts.
///
/// 1. A tab without changes of its own follows the file.
/// 2. One with changes asks above its content, as long as the file says something else than it did when the changing began.
abstract sealed class EditedDocument<T> extends Document permits RequestDocument, SocketDocument, LevelDocument, EnvironmentDocument {
    /// What such a tab asks of the window.
    interface Asked {
        /// The tab is closed: nobody waits for its login any more.
        void closed(Document document);

        void save(Document document);

        /// Closes the tab with what is in it.
        void discard(Document document);

        /// Shows the tab's version and the other one beside each other.
        void compare(EditedDocument<?> document);
    }

    private final Asked asked;
    private final Draft<T> draft;
    private T onDisk;
    private T theirs;
    private boolean conflicting;
    private boolean saving;
    private String key = UUID.randomUUID().toString();
    private boolean kept;
    private Bars bars;

    EditedDocument(Asked asked, T saved) {
        this.asked = asked;
        this.draft = new Draft<>(saved);
        this.onDisk = saved;
        draft.listen(_ -> {
            dirty().set(draft.dirty());
            if (draft.dirty()) {
                preview().set(false);
            }
        });
    }

    final Draft<T> draft() {
        return draft;
    }

    /// What is on disk, as far as this tab knows.
    final T onDisk() {
        return onDisk;
    }

    /// Names this tab among the drafts that are kept.
    final String key() {
        return key;
    }

    /// Whether a draft of it is kept on disk.
    final boolean kept() {
        return kept;
    }

    final void kept(boolean now) {
        kept = now;
    }

    /// What is kept of it until it is saved.
    abstract DraftEntry entry();

    /// "request", "folder" …
    abstract String noun();

    /// Its versions as lines that people compare.
    abstract String text(T version);

    /// What differs, in words.
    abstract String changes(T before, T after);

    /// What the button says that saves what was deleted; empty where that cannot be.
    abstract String saveDeleted();

    /// Whether two versions of the file say the same.
    boolean same(T one, T other) {
        return one.equals(other);
    }

    /// Takes over what the last run left of it; asks where somebody else changed it since, or where it is gone.
    final void bringBack(String keptAs, T base, T left) {
        key = keptAs;
        kept = true;
        draft.edit(_ -> left);
        if (gone()) {
            lost();
        } else if (base != null && !same(base, onDisk) && !left.equals(onDisk)) {
            conflict(onDisk);
        }
    }

    /// The bars above the content; made with the pane.
    final void bars(Bars made) {
        bars = made;
        showConflict();
    }

    /// It is on disk as `fresh`.
    final void onDisk(T fresh) {
        if (fresh.equals(onDisk)) {
            return;
        }
        var news = !same(fresh, onDisk);
        onDisk = fresh;
        if (saving) {
            return;
        }
        if (!draft.dirty()) {
            follow(fresh);
        } else if (fresh.equals(draft.value()) || same(fresh, draft.saved())) {
            settled();
            var before = draft.saved();
            draft.saved(fresh);
            draft.edit(mine -> rebased(mine, before, fresh));
        } else if (news) {
            conflict(fresh);
        }
    }

    /// The tab's version over `fresh` in the place of `before`, where the file says the same in both.
    T rebased(T mine, T before, T fresh) {
        return mine;
    }

    private void follow(T fresh) {
        draft.saved(fresh);
        draft.edit(_ -> fresh);
    }

    /// While it is being written, what comes from the disk is our own.
    final void saving() {
        saving = true;
    }

    /// It was not written: what came from the disk meanwhile is another program's.
    final void notSaved() {
        saving = false;
        if (!same(onDisk, draft.saved())) {
            if (draft.dirty()) {
                conflict(onDisk);
            } else {
                follow(onDisk);
            }
        }
    }

    /// Another program made `other` of it, while it has changes here; null where it was deleted.
    final void conflict(T other) {
        saving = false;
        theirs = other;
        conflicting = true;
        if (other == null) {
            vanish();
        }
        showConflict();
    }

    /// It was deleted. Only a tab with changes has something to ask.
    final void lost() {
        vanish();
        theirs = null;
        conflicting = draft.dirty();
        showConflict();
    }

    /// Whether the user decides between two versions now.
    final boolean conflicting() {
        return conflicting && theirs != null;
    }

    private void showConflict() {
        if (bars != null) {
            bars.conflict(!conflicting ? null : theirs == null ? ConflictBar.deleted(noun(), saveDeleted(), () -> asked.save(this), () -> asked.discard(this))
                    : ConflictBar.changed(noun(), this::keepMine, this::takeTheirs, () -> asked.compare(this)));
        }
    }

    /// What is in the tab stays as a change over what is on disk now.
    void keepMine() {
        var other = theirs;
        settled();
        draft.saved(other);
    }

    /// What is in the tab gives way to what is on disk.
    void takeTheirs() {
        var other = theirs;
        settled();
        follow(other);
    }

    /// There is nothing to ask any more.
    final void settled() {
        conflicting = false;
        theirs = null;
        showConflict();
    }

    /// `value` was saved, and stands so on disk.
    final void written(T value) {
        saving = false;
        onDisk = value;
        settled();
        draft.saved(value);
    }

    /// Both versions as texts: the tab's and the other.
    final List<String> versions() {
        return List.of(text(draft.value()), text(theirs));
    }

    final String differences() {
        return changes(theirs, draft.value());
    }
}

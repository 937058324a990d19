package dev.posthorn.store;

/// What became of an edit, as the workspace answers it.
final class Results {

    private Results() {}

    static SaveResult saved(Edits.Done result) {
        return switch (result) {
            case Edits.Done.Changed(var now, _, var ids, _) -> new SaveResult.Saved(now, ids);
            case Edits.Done.Conflict(var now, var theirs) -> new SaveResult.Conflict(now, theirs);
            case Edits.Done.Refused(var sentence) -> new SaveResult.Refused(sentence);
        };
    }

    static AddResult added(Edits.Done result) {
        return switch (result) {
            case Edits.Done.Changed(var now, var id, var ids, _) -> new AddResult.Added(now, id, ids);
            case Edits.Done.Conflict(var now, _) -> new AddResult.Refused(now.collection().name() + " was changed by another program.");
            case Edits.Done.Refused(var sentence) -> new AddResult.Refused(sentence);
        };
    }

    static DeleteResult deleted(Opened.Good opened, String name, Edits.Done result) {
        return switch (result) {
            case Edits.Done.Changed(var now, _, var ids, var steps) -> new DeleteResult.Deleted(now, ids, new Undo(opened.file(), name, steps, ids));
            case Edits.Done.Conflict(var now, _) -> new DeleteResult.Refused(now.collection().name() + " was changed by another program.");
            case Edits.Done.Refused(var sentence) -> new DeleteResult.Refused(sentence);
        };
    }
}

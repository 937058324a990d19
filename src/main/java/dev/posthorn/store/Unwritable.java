package dev.posthorn.store;

import dev.posthorn.formats.CollectionEditor;
import dev.posthorn.formats.Edited;
import dev.posthorn.model.Example;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;

/// A collection that cannot be edited: every edit is refused with the same sentence.
record Unwritable(String sentence) implements CollectionEditor {

    private Edited refused() {
        return new Edited.Refused(sentence);
    }

    @Override
    public Edited save(String id, Request request) {
        return refused();
    }

    @Override
    public Edited saveLevel(String id, Level level) {
        return refused();
    }

    @Override
    public Edited append(String folderId, String name, Request request) {
        return refused();
    }

    @Override
    public Edited saveSocket(String id, SocketRequest request) {
        return refused();
    }

    @Override
    public Edited appendSocket(String folderId, String name, SocketRequest request) {
        return refused();
    }

    @Override
    public Edited appendFolder(String folderId, String name) {
        return refused();
    }

    @Override
    public Edited rename(String id, String name) {
        return refused();
    }

    @Override
    public Edited delete(String id) {
        return refused();
    }

    @Override
    public Edited duplicate(String id) {
        return refused();
    }

    @Override
    public Edited move(String id, String folderId, int index) {
        return refused();
    }

    @Override
    public Edited appendExample(String requestId, Example example) {
        return refused();
    }

    @Override
    public Edited deleteExample(String requestId, int index) {
        return refused();
    }
}

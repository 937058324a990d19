package dev.posthorn.ui.shell;

import dev.posthorn.model.SocketRequest;

/// What the bar of tabs asks for, and who does it.
record BarRequests(Tabs tabs) implements DocumentBar.Events {

    @Override
    public void close(Document document) {
        tabs.close(document);
    }

    @Override
    public void closeOthers(Document document) {
        tabs.closeOthers(document);
    }

    @Override
    public void newRequest() {
        tabs.create();
    }

    @Override
    public void newSocket() {
        tabs.createSocket(SocketRequest.blank());
    }
}

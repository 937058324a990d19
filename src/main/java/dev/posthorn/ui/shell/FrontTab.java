package dev.posthorn.ui.shell;

/// What the keys for sending, cancelling and for the address do in the tab in front, whatever it shows.
record FrontTab(Documents documents) {

    void send() {
        switch (documents.front().get()) {
            case RequestDocument request -> request.send();
            case SocketDocument socket -> socket.sendOrConnect();
            case RunnerDocument runner -> runner.pane().run();
            case DataServiceDocument builder -> builder.pane().send();
            case ApiDocument api -> api.send();
            case ExplorerDocument explorer -> explorer.pane().send();
            case null, default -> { }
        }
    }

    /// False where nothing was being sent.
    boolean cancel() {
        return switch (documents.front().get()) {
            case RequestDocument request -> cancel(request);
            case SocketDocument socket -> socket.cancel();
            case RunnerDocument runner -> runner.pane().stop();
            case DataServiceDocument builder -> builder.stop();
            case ApiDocument api -> api.stop();
            case ExplorerDocument explorer -> explorer.pane().stop();
            case null, default -> false;
        };
    }

    private static boolean cancel(RequestDocument request) {
        var sending = request.sending();
        request.cancel();
        return sending;
    }

    void focusUrl() {
        switch (documents.front().get()) {
            case RequestDocument request -> request.focusUrl();
            case SocketDocument socket -> socket.focusUrl();
            case ExplorerDocument explorer -> explorer.pane().focusAddress();
            case null, default -> { }
        }
    }
}

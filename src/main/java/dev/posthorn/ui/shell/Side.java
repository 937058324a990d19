package dev.posthorn.ui.shell;

/// The sidebar and the icons that choose what it shows: put away, brought back, remembered.
record Side(Frame frame, Sidebar sidebar, Rail rail, Memory memory) {

    /// As it was when the window was closed.
    void begin() {
        frame.sidebar(sidebar.choose(Action.COLLECTIONS));
        rail.choose(Action.COLLECTIONS);
        frame.showSidebar(memory.sidebarShown());
    }

    /// Shows one of its views and puts the keyboard there.
    void view(Action view) {
        frame.sidebar(sidebar.choose(view));
        show(true);
        sidebar.focus();
    }

    /// Shows it with the keyboard in its filter.
    void filter() {
        show(true);
        sidebar.focusFilter();
    }

    void toggle() {
        show(!frame.sidebarShown());
    }

    private void show(boolean show) {
        frame.showSidebar(show);
        memory.sidebarShown(show);
        rail.choose(show ? sidebar.view() : null);
    }
}

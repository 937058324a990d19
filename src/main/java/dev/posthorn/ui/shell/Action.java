package dev.posthorn.ui.shell;

import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.octicons.Octicons;

/// Everything the window can be told to do, with its words, icon and key. Menus, tooltips, the palette and the shortcut sheet are made from this list.
public enum Action {
    NEW_REQUEST(Group.REQUESTS, "New request", Octicons.PLUS_16, "Shortcut+T"),
    NEW_SOCKET(Group.REQUESTS, "New WebSocket request", Octicons.BROADCAST_16, "Shortcut+Alt+T"),
    SEND(Group.REQUESTS, "Send", Octicons.PAPER_AIRPLANE_16, "Shortcut+Enter"),
    CANCEL(Group.REQUESTS, "Cancel sending", Octicons.STOP_16, "Esc"),
    SAVE(Group.REQUESTS, "Save", Octicons.DOWNLOAD_16, "Shortcut+S"),
    FOCUS_URL(Group.REQUESTS, "Go to the URL", Octicons.LINK_16, "Shortcut+L"),
    VERSIONS(Group.REQUESTS, "Earlier versions of the request…", Octicons.VERSIONS_16, "Shortcut+Shift+H"),
    CODE(Group.REQUESTS, "Show or hide the code of the request", Octicons.CODE_16, "Shortcut+Shift+G"),
    COPY_CODE(Group.REQUESTS, "Copy the code of the request", Octicons.CODE_SQUARE_16, "Shortcut+Shift+C"),
    COPY_CURL(Group.REQUESTS, "Copy the request as cURL", Octicons.CLIPPY_16, "Shortcut+Alt+C"),
    SAVE_HAR(Group.REQUESTS, "Save request and answer as HAR…", Octicons.ARCHIVE_16, ""),
    RUN(Group.REQUESTS, "Run the collection or folder…", Octicons.PLAY_16, "Shortcut+Shift+R"),
    DATASERVICE(Group.REQUESTS, "Build a DataService query (Creatio)", Octicons.TABLE_16, "Shortcut+Alt+D"),
    API_PAGE(Group.REQUESTS, "API page: methods, form and code", Octicons.LIST_UNORDERED_16, "Shortcut+Shift+M"),
    WORKFLOW_API(Group.REQUESTS, "API page of Workflow Server", Octicons.WORKFLOW_16, ""),
    ODATA(Group.REQUESTS, "Explore an OData service", Octicons.TABLE_16, "Shortcut+Shift+D"),
    BATCH_ANSWER(Group.REQUESTS, "Take the answer of a $batch apart", Octicons.VERSIONS_16, ""),
    SHOW_IN_TREE(Group.REQUESTS, "Show in the tree", Octicons.TELESCOPE_16, "Shortcut+Shift+L"),

    CLOSE_TAB(Group.TABS, "Close tab", Octicons.X_16, "Shortcut+W"),
    CLOSE_OTHERS(Group.TABS, "Close other tabs", Octicons.X_CIRCLE_16, ""),
    REOPEN_TAB(Group.TABS, "Reopen closed tab", Octicons.HISTORY_16, "Shortcut+Shift+T"),
    NEXT_TAB(Group.TABS, "Next tab", Octicons.ARROW_RIGHT_16, "Ctrl+Tab"),
    PREVIOUS_TAB(Group.TABS, "Previous tab", Octicons.ARROW_LEFT_16, "Ctrl+Shift+Tab"),

    OPEN(Group.WORKSPACE, "Open a collection or environment…", Octicons.FILE_DIRECTORY_16, "Shortcut+O"),
    OPEN_FOLDER(Group.WORKSPACE, "Open a folder…", Octicons.FILE_SUBMODULE_16, "Shortcut+Shift+O"),
    NEW_COLLECTION(Group.WORKSPACE, "New collection…", Octicons.REPO_16, "Shortcut+Shift+N"),
    IMPORT(Group.WORKSPACE, "Import…", Octicons.FILE_SYMLINK_FILE_16, "Shortcut+I"),
    CONNECT_CREATIO(Group.WORKSPACE, "Connect to Creatio…", Octicons.PLUG_16, ""),
    CONNECT_BIZAGI(Group.WORKSPACE, "Connect to Bizagi…", Octicons.PLUG_16, ""),
    CONNECT_WORKFLOW_SERVER(Group.WORKSPACE, "Connect to Workflow Server…", Octicons.PLUG_16, ""),
    EXPORT(Group.WORKSPACE, "Export…", Octicons.UPLOAD_16, "Shortcut+Shift+X"),
    NEW_ENVIRONMENT(Group.WORKSPACE, "New environment", Octicons.PLUS_CIRCLE_16, ""),
    CHOOSE_ENVIRONMENT(Group.WORKSPACE, "Choose the environment", Octicons.GLOBE_16, "Shortcut+E"),
    COOKIES(Group.WORKSPACE, "Cookies…", Octicons.DATABASE_16, "Shortcut+Shift+K"),
    APPLICATIONS(Group.WORKSPACE, "OAuth applications and their logins", Octicons.KEY_16, "Shortcut+Shift+A"),
    CLEAR_COOKIES(Group.WORKSPACE, "Delete all cookies", Octicons.TRASH_16, ""),

    PALETTE(Group.WINDOW, "Find a request or an action", Octicons.SEARCH_16, "Shortcut+K"),
    SHORTCUTS(Group.WINDOW, "Keyboard shortcuts", Octicons.QUESTION_16, "F1"),
    COLLECTIONS(Group.WINDOW, "Collections", Octicons.REPO_16, "Alt+1"),
    ENVIRONMENTS(Group.WINDOW, "Environments", Octicons.GLOBE_16, "Alt+2"),
    HISTORY(Group.WINDOW, "History", Octicons.HISTORY_16, "Alt+3"),
    FILTER(Group.WINDOW, "Filter the sidebar", Octicons.FILTER_16, "Shortcut+Shift+E"),
    SIDEBAR(Group.WINDOW, "Show or hide the sidebar", Octicons.SIDEBAR_COLLAPSE_16, "Shortcut+B"),
    CONSOLE(Group.WINDOW, "Show or hide the console", Octicons.TERMINAL_16, "Shortcut+J"),
    SPLIT(Group.WINDOW, "Put the response beside or below", Octicons.COLUMNS_16, "Shortcut+Alt+V"),
    THEME_SYSTEM(Group.WINDOW, "Theme: as the system", Octicons.DEVICE_DESKTOP_16, ""),
    THEME_LIGHT(Group.WINDOW, "Theme: light", Octicons.SUN_16, ""),
    THEME_DARK(Group.WINDOW, "Theme: dark", Octicons.MOON_16, ""),
    DENSITY(Group.WINDOW, "Rows: compact or comfortable", Octicons.ROWS_16, ""),
    LARGER(Group.WINDOW, "Larger", Octicons.PLUS_16, "Shortcut+Plus"),
    SMALLER(Group.WINDOW, "Smaller", Octicons.DASH_16, "Shortcut+Minus"),
    NORMAL_SIZE(Group.WINDOW, "Normal size", Octicons.SCREEN_NORMAL_16, "Shortcut+0"),
    NETWORK(Group.WINDOW, "Network settings: proxy, names, certificates", Octicons.SHIELD_LOCK_16, "Shortcut+Comma"),
    DEMO(Group.WINDOW, "Demo server: calls and faults", Octicons.BEAKER_16, ""),
    QUIT(Group.WINDOW, "Quit", Octicons.SIGN_OUT_16, "Shortcut+Q");

    /// The headings of the shortcut sheet, in its order.
    public enum Group {
        REQUESTS("Requests"), TABS("Tabs"), WORKSPACE("Workspace"), WINDOW("Window");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Group group;
    private final String text;
    private final Octicons icon;
    private final KeyCombination key;

    Action(Group group, String text, Octicons icon, String key) {
        this.group = group;
        this.text = text;
        this.icon = icon;
        this.key = key.isEmpty() ? null : KeyCombination.valueOf(key);
    }

    public Group group() {
        return group;
    }

    public String text() {
        return text;
    }

    public Octicons icon() {
        return icon;
    }

    /// Null where the action has no key.
    public KeyCombination key() {
        return key;
    }

    /// The key as it is written on a key cap: "Ctrl+Shift+T"; empty where there is none.
    public String keyText() {
        return key == null ? "" : key.getDisplayText().replace("Escape", "Esc").replace("↵", "Enter").replace("⏎", "Enter");
    }

    /// The text with its key, for a tooltip.
    public String tip() {
        return key == null ? text : text + " (" + keyText() + ")";
    }
}

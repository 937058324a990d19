package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Icons;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.octicons.Octicons;

/// What can be done about a token: get one, here or there, renew it, use another, ask the server about it, remove it.
final class TokenButtons extends FlowPane {

    interface Events {
        /// Where the settings say.
        void get();

        void get(Strategy strategy);

        void cancel();

        void renew();

        /// Shows or hides the other tokens.
        void others();

        void introspect();

        void userinfo();

        void timeline();

        void remove();
    }

    /// @param busy    a login is under way
    /// @param person  getting a token needs somebody
    /// @param token   there is one
    /// @param renew   it has a refresh token
    /// @param before  a login was tried since the start
    /// @param kept    how many tokens the workspace has
    /// @param open    they are shown
    record State(boolean busy, boolean person, boolean token, boolean renew, boolean introspect, boolean userinfo, boolean before, int kept, boolean open) {}

    private final SplitMenuButton somewhere = new SplitMenuButton();
    private final Button simply;
    private final Button cancel;
    private final Button renew;
    private final Button others;
    private final MenuButton more = new MenuButton("More");
    private final MenuItem introspect;
    private final MenuItem userinfo;
    private final MenuItem timeline;
    private final MenuItem remove;

    TokenButtons(Events events) {
        super(8, 8);
        setPadding(new Insets(0, 0, 0, FieldForm.LABELS));
        somewhere.setText("Get new access token");
        somewhere.setId("token-get");
        somewhere.setMinWidth(USE_PREF_SIZE);
        somewhere.setOnAction(_ -> events.get());
        for (var strategy : Strategy.values()) {
            var item = new MenuItem(strategy.label(), Icons.of(icon(strategy)));
            item.setId("token-get-" + strategy.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(_ -> events.get(strategy));
            somewhere.getItems().add(item);
        }
        simply = button("token-get-now", "Get new access token", events::get);
        cancel = button("token-cancel", "Cancel the login", events::cancel);
        renew = button("token-renew", "Renew now", events::renew);
        others = button("token-use-another", "", events::others);
        introspect = item("token-introspect", "Ask the server about the token", Octicons.QUESTION_16, events::introspect);
        userinfo = item("token-userinfo", "Ask the server who it is", Octicons.PERSON_16, events::userinfo);
        timeline = item("token-timeline", "Show the last login, step by step", Octicons.LIST_ORDERED_16, events::timeline);
        remove = item("token-remove", "Remove the token: revoke and forget it", Octicons.TRASH_16, events::remove);
        more.setId("token-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.getItems().addAll(introspect, userinfo, timeline, new SeparatorMenuItem(), remove);
    }

    private static Octicons icon(Strategy strategy) {
        return switch (strategy) {
            case BROWSER -> Octicons.GLOBE_16;
            case WINDOW -> Octicons.BROWSER_16;
            case PASTE -> Octicons.LINK_16;
        };
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static MenuItem item(String id, String text, Octicons icon, Runnable action) {
        var item = new MenuItem(text, Icons.of(icon));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// The buttons that make sense now; one that stays keeps the keyboard.
    void show(State state) {
        var now = new java.util.ArrayList<javafx.scene.Node>();
        now.add(state.busy() ? cancel : state.person() ? somewhere : simply);
        if (state.renew() && !state.busy()) {
            now.add(renew);
        }
        if (state.kept() > 0 || state.open()) {
            others.setText(state.open() ? "Hide the other tokens" : "Use another token (" + state.kept() + ")");
            now.add(others);
        }
        if (state.token() || state.before()) {
            now.add(more);
        }
        introspect.setDisable(!state.token() || !state.introspect());
        userinfo.setDisable(!state.token() || !state.userinfo());
        timeline.setDisable(!state.before());
        remove.setDisable(!state.token());
        if (!now.equals(getChildren())) {
            getChildren().setAll(now);
        }
    }
}

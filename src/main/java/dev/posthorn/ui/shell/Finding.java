package dev.posthorn.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;

/// One line that the palette can offer: an action, a request, an environment.
///
/// @param key    what it is remembered by among the recent ones
/// @param icon   null where `method` is shown instead
/// @param method null where `icon` is shown
/// @param detail where it stands, muted
/// @param keys   its keyboard shortcut, empty where it has none
/// @param hay    what is searched, in lower case
record Finding(String key, Ikon icon, String method, String text, String detail, String keys, String hay, Runnable go) {
    static Finding action(Action action, Runnable go) {
        return new Finding("action " + action, action.icon(), null, action.text(), action.group().title(), action.keyText(),
                action.text().toLowerCase(Locale.ROOT), go);
    }

    static Finding request(String key, String method, String name, String trail, String url, Runnable go) {
        return new Finding(key, null, method, name, trail, "", (name + " " + trail + " " + method + " " + url).toLowerCase(Locale.ROOT), go);
    }
}

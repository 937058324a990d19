package dev.posthorn.ui.response;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.BorderPane;

/// The cookies that the answer and the redirects before it set, and what became of each.
final class CookiesTab extends BorderPane {

    private final ObservableList<SetCookies> cookies = FXCollections.observableArrayList();

    CookiesTab() {
        var table = new CopyTable<>(cookies, cookie -> cookie.name() + "=" + cookie.value());
        table.setId("cookies-table");
        table.column("Name", 120, SetCookies::name);
        table.column("Value", 160, SetCookies::value);
        table.column("Domain", 110, SetCookies::domain);
        table.column("Path", 60, SetCookies::path);
        table.column("Expires", 130, SetCookies::expires);
        table.column("Flags", 150, SetCookies::flags);
        table.column("Set by", 110, SetCookies::setBy);
        table.column("What became of it", 200, SetCookies::fate);
        table.placeholder("The answer set no cookies.");
        setCenter(table);
    }

    void show(List<SetCookies> found) {
        cookies.setAll(found);
    }
}

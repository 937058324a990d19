package dev.posthorn.ui.response;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.BorderPane;

/// The cookies that the answer and the redirects before it set.
final class CookiesTab extends BorderPane {

    private final ObservableList<SetCookies> cookies = FXCollections.observableArrayList();

    CookiesTab() {
        var table = new CopyTable<>(cookies, cookie -> cookie.name() + "=" + cookie.value());
        table.setId("cookies-table");
        table.column("Name", 140, SetCookies::name);
        table.column("Value", 220, SetCookies::value);
        table.column("Domain", 130, SetCookies::domain);
        table.column("Path", 70, SetCookies::path);
        table.column("Expires", 190, SetCookies::expires);
        table.column("Flags", 180, SetCookies::flags);
        table.placeholder("The answer set no cookies.");
        setCenter(table);
    }

    void show(List<SetCookies> found) {
        cookies.setAll(found);
    }
}

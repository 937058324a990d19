package dev.posthorn.ui.shell;

import dev.posthorn.oauth.agent.OwnCertificate;
import dev.posthorn.oauth.agent.UserAgents;
import dev.posthorn.store.KeptCertificate;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.login.LoginWindows;
import dev.posthorn.ui.oauth.LoginServices;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Brings logins into the window: gives the tabs what they need for them, and opens the OAuth applications, once.
final class LoginTab {
    private final Parts parts;
    private final Documents documents;
    private final Tabs tabs;
    private final Shell shell;
    private final LoginServices services;
    private final LoginTable table;
    private UserAgents agents;

    LoginTab(Parts parts, Background background, Documents documents, Tabs tabs, Choosers choosers, Overlays overlays, Toasts toasts, StatusBar status, Shell shell) {
        this.parts = parts;
        this.documents = documents;
        this.tabs = tabs;
        this.shell = shell;
        Supplier<UserAgents> made = this::agents;
        this.services = new WindowLogins(background, parts.clock(), () -> tabs.host().workbench(), () -> tabs.desk().context(null), made, choosers);
        this.table = new LoginTable(services, overlays, this::applications, tabs::open, url -> shell.explorer().openFrom(documents.front().get(), url), status::say, toasts::bad);
        tabs.host().logins(services, table);
    }

    /// Made at the first login, on its thread.
    private synchronized UserAgents agents() {
        if (agents == null) {
            var random = new SecureRandom();
            var certificate = new OwnCertificate(new KeptCertificate(parts.stores().home()), parts.clock(), random);
            agents = new UserAgents(parts.browser(), certificate, random, parts.clock(), Optional.of(new LoginWindows(() -> parts.workbench().passage(), parts.browser(), certificate,
                    parts.clock(), this::window, scene -> shell.look().theme().applyTo(scene))));
        }
        return agents;
    }

    private Window window() {
        return shell.root().getScene() == null ? null : shell.root().getScene().getWindow();
    }

    LoginServices services() {
        return services;
    }

    LoginTable table() {
        return table;
    }

    /// Shows the applications, the one with this id chosen; a second time brings their tab to the front.
    void applications(String id) {
        tabs.withJar(_ -> {
            var there = documents.all().stream().filter(ApplicationsDocument.class::isInstance).map(ApplicationsDocument.class::cast).findFirst();
            there.ifPresent(d -> documents.front().set(d));
            var document = there.orElseGet(() -> new ApplicationsDocument(services, table));
            if (there.isEmpty()) {
                tabs.show(document);
            }
            document.choose(id);
        });
    }
}

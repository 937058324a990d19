package dev.posthorn.ui.network;

import dev.posthorn.model.Failure.TlsFailed.Remedy;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// How requests reach the network: proxy, names, certificates and limits. What is typed counts from the next send on; what is not complete does not.
public final class NetworkPane extends BorderPane {

    private static final double MARGIN = 80;

    private final TabStrip strip = new TabStrip();
    private final Map<TabStrip.Tab, Node> pages = new LinkedHashMap<>();
    private final Map<String, TabStrip.Tab> tabs = new LinkedHashMap<>();
    private final Consumer<Network> changed;
    private final CertificatesPage certificates;
    private Network network;

    /// @param changed hears each state that makes sense
    public NetworkPane(NetworkServices services, Network network, Consumer<Network> changed) {
        this.network = network;
        this.changed = changed;
        getStyleClass().add("network-pane");
        getStylesheets().add(Theme.sheet(NetworkPane.class, "network.css"));
        certificates = new CertificatesPage(services, network, this::edit);
        page("proxy", "Proxy", new ProxyPage(services, network.route(), route -> edit(n -> n.withRoute(route))));
        page("names", "Names", new NamesPage(network.hosts(), hosts -> edit(n -> n.withHosts(hosts))));
        page("certificates", "Certificates", certificates);
        page("limits", "Limits", new LimitsPage(network, this::edit));
        var title = new Label("Network settings");
        title.getStyleClass().add("network-title");
        var note = new Label("For all your requests. Changes count from the next send on.");
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        var head = new VBox(2, title, note);
        head.getStyleClass().add("network-head");
        setTop(new VBox(head, strip));
        strip.selectedProperty().subscribe(tab -> setCenter(pages.get(tab)));
        count();
    }

    private void page(String id, String title, Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
        scroll.setFocusTraversable(false);
        content.getStyleClass().add("network-page");
        var tab = strip.add("network-" + id, title);
        pages.put(tab, scroll);
        tabs.put(id, tab);
        if (pages.size() == 1) {
            setCenter(scroll);
        }
    }

    private void edit(UnaryOperator<Network> change) {
        var next = change.apply(network);
        if (!next.equals(network)) {
            network = next;
            count();
            changed.accept(next);
        }
    }

    private void count() {
        tabs.get("proxy").mark(network.route() instanceof Network.Route.OfSystem ? null : "active");
        tabs.get("names").count(network.hosts().size());
        tabs.get("certificates").count(network.certificates().size() + network.authorities().size() + network.unverified().size());
    }

    /// Chooses a page: proxy, names, certificates or limits; other names change nothing.
    public void select(String id) {
        if (tabs.containsKey(id)) {
            strip.select(tabs.get(id));
        }
    }

    /// Shows the place that mends a failed handshake with a host ("api.test:8443"), prepared for it.
    public void mend(Remedy remedy, String host) {
        select("certificates");
        // What was never shown is in no scene yet and could not get the keyboard.
        applyCss();
        layout();
        certificates.mend(remedy, host);
        applyCss();
        layout();
        reveal();
    }

    /// Shows the proxy page with the keyboard in its first field.
    public void mendProxy() {
        turnTo("proxy", "#proxy-mode");
    }

    /// Shows the limits with the keyboard in one of them.
    ///
    /// @param limit limit-body or limit-disk
    public void mendLimit(String limit) {
        turnTo("limits", "#" + limit);
    }

    private void turnTo(String page, String field) {
        select(page);
        applyCss();
        layout();
        if (lookup(field) instanceof Node node) {
            node.requestFocus();
        }
    }

    /// Scrolls to the field that has the keyboard now.
    private void reveal() {
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        if (focused == null || !(getCenter() instanceof ScrollPane scroll)) {
            return;
        }
        var content = scroll.getContent();
        var hidden = content.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
        var at = content.sceneToLocal(focused.localToScene(focused.getBoundsInLocal())).getMinY();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp((at - MARGIN) / hidden, 0, 1));
        }
    }
}

package dev.posthorn.ui.shell;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.api.WorkflowMethods;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.ui.api.ApiPane;
import dev.posthorn.ui.api.ApiServices;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.CodeWriting;
import dev.posthorn.workbench.TabState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;

/// The API page of a collection, or of Workflow Server's built-in list, in a tab. Nothing is saved but what is saved as a request.
final class ApiDocument extends Document implements ApiServices {
    private final BuilderTabs tabs;
    private final Auth auth;
    private final ApiPane pane;
    private final Map<ApiMethod, RequestDocument> sends = new HashMap<>();
    private Place stands;
    private List<ApiMethod> methods = List.of();

    /// @param stands the collection; null for the built-in list
    /// @param auth   of the built-in list; null for a collection
    ApiDocument(BuilderTabs tabs, Place stands, Auth auth) {
        this.tabs = tabs;
        this.stands = stands;
        this.auth = auth;
        pane = new ApiPane(this);
        follow(tabs.desk());
    }

    boolean shows(Place collection, Auth other) {
        return stands == null ? collection == null && auth.equals(other) : stands.equals(collection);
    }

    ApiPane pane() {
        return pane;
    }

    List<ApiMethod> methods() {
        return methods;
    }

    ApiDocument again() {
        return stands == null || tabs.desk().collection(stands.file()).isPresent() ? new ApiDocument(tabs, stands, auth) : null;
    }

    /// What a request of the collection inherits, it inherits here too.
    private RequestDocument sends(ApiMethod method) {
        return sends.computeIfAbsent(method, m -> {
            var made = tabs.unseen(stands == null ? null : new Place(stands.file(), m.item()), m.name(), m.request());
            made.onState(state -> pane.sending(m, state instanceof TabState.Sending));
            return made;
        });
    }

    void send() {
        pane.send();
    }

    boolean stop() {
        var method = pane.chosen();
        if (method == null || !sends.containsKey(method) || !sends.get(method).sending()) {
            return false;
        }
        sends.get(method).cancel();
        return true;
    }

    /// The last send of the method that is shown; empty before the first.
    Optional<RequestDocument> sent() {
        return Optional.ofNullable(pane.chosen()).map(sends::get);
    }

    @Override
    public Background background() {
        return tabs.background();
    }

    @Override
    public Variables variables(ApiMethod method) {
        return new Variables(() -> tabs.workbench().scopes(sends(method).context()));
    }

    @Override
    public CodeWriting code(ApiMethod method) {
        return tabs.workbench().code(sends(method).context());
    }

    @Override
    public Node answer(ApiMethod method) {
        return sends(method).answer();
    }

    @Override
    public void send(ApiMethod method, Request filled) {
        var document = sends(method);
        document.draft().edit(_ -> filled);
        document.send();
    }

    @Override
    public boolean sending(ApiMethod method) {
        return sends(method).sending();
    }

    @Override
    public void cancel(ApiMethod method) {
        sends(method).cancel();
    }

    @Override
    public void save(ApiMethod method, Request filled) {
        tabs.saveAs(method.name(), filled);
    }

    @Override
    public void tell(String what) {
        tabs.tell(what);
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void shown() {
        pane.follow();
    }

    @Override
    void moved(Place now) {
        stands = now;
    }

    @Override
    void follow(Desk now) {
        if (stands == null) {
            title().set("API: Workflow Server");
            if (methods.isEmpty()) {
                var server = SiteUrl.of(auth.text("serverUrl"));
                take(WorkflowMethods.of(server.isEmpty() ? "{{workflow}}" : server, auth));
            }
            return;
        }
        now.collection(stands.file()).ifPresent(good -> {
            title().set("API: " + good.collection().name());
            take(ApiMethod.of(good.collection()));
        });
    }

    private void take(List<ApiMethod> all) {
        if (!all.equals(methods)) {
            methods = all;
            pane.show(all);
        }
        pane.follow();
    }

    @Override
    void dispose() {
        sends.values().forEach(RequestDocument::dispose);
    }
}

package dev.posthorn.ui.shell;

import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.dataservice.DataServicePane;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens the builder of DataService queries for a request, once for each, and sends what it asks for.
final class BuilderTabs {

    private static final String NAME = "DataService query";

    private final Background background;
    private final Documents documents;
    private final Tabs tabs;
    private final ItemEdits items;
    private final Toasts toasts;
    private final StatusBar status;

    BuilderTabs(Background background, Documents documents, Tabs tabs, ItemEdits items, Toasts toasts, StatusBar status) {
        this.items = items;
        this.status = status;
        this.background = background;
        this.documents = documents;
        this.tabs = tabs;
        this.toasts = toasts;
    }

    Background background() {
        return background;
    }

    Documents documents() {
        return documents;
    }

    /// Builds the query of the request in front; where that is none, a new one for the site of its authorization.
    void dataService(Document front) {
        if (!tabs.started()) {
            toasts.bad("The collections are still being read.");
            return;
        }
        if (front instanceof DataServiceDocument) {
            return;
        }
        if (front instanceof RequestDocument request && DataServicePane.shows(request.draft().value())) {
            dataService(request);
        } else if (front instanceof RequestDocument request) {
            var auth = request.context().auth(request.draft().value().auth()).auth();
            dataService(tabs.behind(NAME, begin(auth, request.draft().value())));
        } else {
            dataService(tabs.behind(NAME, DataServicePane.begin("{{creatio}}/0")));
        }
    }

    /// What belongs to the type of the authorization in front.
    void build(String type, Document front) {
        if (type.equals(WorkflowServerAuth.ID)) {
            workflow(front);
        } else {
            dataService(front);
        }
    }

    private void dataService(RequestDocument request) {
        var there = documents.all().stream().filter(d -> d instanceof DataServiceDocument builder && builder.builds(request)).findFirst();
        there.ifPresentOrElse(documents.front()::set, () -> tabs.show(new DataServiceDocument(this, request)));
    }

    /// With the authorization of the request at hand, or none where that is of another vendor.
    private static Request begin(Auth auth, Request like) {
        if (!List.of(CreatioSessionAuth.ID, CreatioOAuthAuth.ID).contains(auth.type())) {
            return DataServicePane.begin("{{creatio}}/0");
        }
        var site = auth.text("baseUrl").isBlank() ? auth.with("baseUrl", "{{creatio}}") : auth;
        return DataServicePane.begin(CreatioSite.of(site).services()).withAuth(auth).withSettings(like.settings());
    }

    /// The tab of a request that was closed meanwhile is made anew.
    RequestDocument again(String name, Request request) {
        return tabs.behind(name, request);
    }

    // The API page

    /// The API page of the collection in front; of the first one where that is none, of Workflow Server where there is no collection or the request proves itself to one.
    void api(Document front) {
        var desk = tabs.desk();
        var file = Optional.ofNullable(front).flatMap(Document::place).map(Place::file).filter(f -> desk.collection(f).isPresent());
        if (file.isEmpty() && (workflowAuth(front).isPresent() || desk.collections().stream().noneMatch(Opened.Good.class::isInstance))) {
            workflow(front);
        } else {
            api(file.orElseGet(() -> desk.collections().stream().filter(Opened.Good.class::isInstance).findFirst().orElseThrow().file()));
            if (front instanceof RequestDocument request && documents.front().get() instanceof ApiDocument page) {
                request.place().ifPresent(place -> page.pane().choose(place.item(), page.methods()));
            }
        }
    }

    /// The API page of a collection.
    void api(Path collection) {
        api(new Place(collection, ""), null);
    }

    /// The built-in methods of Workflow Server, with the authorization of the request in front where that is of this kind.
    void workflow(Document front) {
        api(null, workflowAuth(front).orElse(new Auth(WorkflowServerAuth.ID, Map.of())));
    }

    private static Optional<Auth> workflowAuth(Document front) {
        var auth = front instanceof RequestDocument request ? request.context().auth(request.draft().value().auth()).auth()
                : front instanceof LevelDocument level ? level.draft().value().auth() : Auth.NONE;
        return Optional.of(auth).filter(a -> a.type().equals(WorkflowServerAuth.ID));
    }

    private void api(Place collection, Auth auth) {
        if (!tabs.started()) {
            toasts.bad("The collections are still being read.");
            return;
        }
        var there = documents.all().stream().filter(d -> d instanceof ApiDocument api && api.shows(collection, auth)).findFirst();
        there.ifPresentOrElse(documents.front()::set, () -> tabs.show(new ApiDocument(this, collection, auth)));
    }

    Desk desk() {
        return tabs.desk();
    }

    Workbench workbench() {
        return tabs.host().workbench();
    }

    RequestDocument unseen(Place place, String name, Request request) {
        return tabs.unseen(place, name, request);
    }

    void saveAs(String name, Request request) {
        if (tabs.desk().collections().stream().noneMatch(Opened.Good.class::isInstance)) {
            toasts.bad("There is no collection to save into: open one with " + Action.OPEN.keyText() + ".");
            return;
        }
        tabs.saveAs(name, request, items);
    }

    void tell(String what) {
        status.say(what);
    }

    <T> void ask(Request request, RequestDocument within, Function<Outcome, T> read, Cancellation cancellation, Consumer<T> done) {
        var context = within.context();
        background.run(() -> {
            var outcome = tabs.host().workbench().sendNow(request, context, NAME, Progress.silent(), cancellation);
            try {
                return read.apply(outcome);
            } finally {
                Workbench.release(outcome);
            }
        }, done, e -> Fx.run(() -> toasts.bad("That could not be asked: " + e.getMessage())));
    }

}

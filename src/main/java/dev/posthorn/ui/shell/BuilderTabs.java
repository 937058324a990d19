package dev.posthorn.ui.shell;

import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.dataservice.DataServiceUrl;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.ui.dataservice.DataServicePane;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.http.Progress;
import dev.posthorn.workbench.Workbench;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens the builder of DataService queries for a request, once for each, and sends what it asks for.
final class BuilderTabs {

    private static final String NAME = "DataService query";

    private final Background background;
    private final Documents documents;
    private final Tabs tabs;
    private final Toasts toasts;

    BuilderTabs(Background background, Documents documents, Tabs tabs, Toasts toasts) {
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

    static boolean isQuery(Request request) {
        return DataServiceUrl.of(request.url()).isPresent();
    }
}

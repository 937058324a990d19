package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Changes;
import dev.posthorn.demo.odata.ODataService;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Stage;

/// A Creatio: log in by `AuthService.svc` or come with a token of its Identity Service, then call web services, DataService and OData.
public final class Creatio {

    private static final int PAGE = 500;

    private final Stage stage;
    private final String name;
    private final String services;
    private final CreatioIdentity identity;
    private final Sessions sessions;
    private final AuthService auth;
    private final WebServices web;
    private final DataService data;
    private final ODataService four;
    private final ODataService three;

    /// @param name      the first part of its paths
    /// @param framework whether it is the product for .NET Framework, whose services lie below `/0`
    public Creatio(Stage stage, String name, boolean framework, Tables tables, CreatioIdentity identity) {
        this.stage = stage;
        this.name = name;
        this.identity = identity;
        services = "/" + name + (framework ? "/0" : "");
        sessions = new Sessions(stage, name);
        auth = new AuthService(stage, sessions, name);
        web = new WebServices(tables, stage);
        var changes = new Changes(tables, stage.clock());
        data = new DataService(tables, changes, stage.clock());
        var operations = CreatioOperations.of(tables, changes);
        four = new ODataService(tables, operations, stage, true, PAGE);
        three = new ODataService(tables, operations, stage, false, PAGE);
    }

    /// The tables that any Creatio here begins with.
    public static Tables tables() {
        return new Tables(CreatioSchema.SCHEMA, CreatioSeed::of);
    }

    public Answer answer(Asked asked) {
        var path = asked.path();
        var login = "/" + name + "/ServiceModel/AuthService.svc/";
        if (path.startsWith(login)) {
            return auth.answer(asked, path.substring(login.length()));
        }
        var anonymous = services + "/ServiceModel/" + WebServices.ANONYMOUS + ".svc/";
        if (path.startsWith(anonymous)) {
            return web.answer(asked, WebServices.SAMPLE, path.substring(anonymous.length()));
        }
        return area(path).isEmpty() ? other(asked) : service(asked);
    }

    /// What kind of service a path belongs to; empty for none.
    private String area(String path) {
        for (var area : new String[] {"/odata", "/ServiceModel/EntityDataService.svc", "/DataService/json/SyncReply/", "/rest/"}) {
            if (path.startsWith(services + area) && (area.endsWith("/") || path.length() == services.length() + area.length() || path.charAt(services.length() + area.length()) == '/')) {
                return area;
            }
        }
        return "";
    }

    /// A path that is no service's: a page, as of any application, and where it shall be JSON as well.
    private Answer other(Asked asked) {
        if (asked.path().startsWith("/" + name + "/0/") || asked.path().matches("/[\\w-]+/(rest|odata|DataService|ServiceModel)/.*")) {
            asked.note().wrong("There is no service at this path" + (services.endsWith("/0") ? ": those of .NET Framework lie below /0." : ": those of .NET have no /0."));
            return Answer.page(404, "404 - File or directory not found.", "<p>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</p>");
        }
        if (!asked.is("GET")) {
            asked.note().wrong("There is only a page here.");
        }
        return LoginPage.answer(name);
    }

    private Answer service(Asked asked) {
        stage.counts().add(name + ".calls");
        var disturbed = stage.disturbed(asked);
        if (disturbed != null) {
            return disturbed;
        }
        if (!asked.header("Authorization").isEmpty()) {
            var refused = identity.refused(asked);
            return refused != null ? refused : stage.spoiled(asked, served(asked));
        }
        var entry = sessions.enter(asked);
        if (entry.refused() != null) {
            return entry.refused();
        }
        var answer = stage.spoiled(asked, served(asked));
        return entry.cookie() == null ? answer : answer.with("Set-Cookie", entry.cookie());
    }

    private Answer served(Asked asked) {
        var area = area(asked.path());
        var root = asked.origin() + services + area;
        var rest = asked.path().substring(services.length() + area.length());
        return switch (area) {
            case "/odata" -> four.answer(asked, root, rest);
            case "/ServiceModel/EntityDataService.svc" -> three.answer(asked, root, rest);
            case "/DataService/json/SyncReply/" -> data.answer(asked, rest);
            default -> rest.indexOf('/') > 0 ? web.answer(asked, rest.substring(0, rest.indexOf('/')), rest.substring(rest.indexOf('/') + 1)) : WebServices.missing(asked);
        };
    }

    /// Every session counts as lost from now on.
    public void endSessions() {
        sessions.reset();
    }

    public void reset() {
        sessions.reset();
    }
}

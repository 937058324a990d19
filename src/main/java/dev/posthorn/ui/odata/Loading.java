package dev.posthorn.ui.odata;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.MetadataReader;
import dev.posthorn.odata.edm.ServiceDocument;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.ServiceError;
import dev.posthorn.workbench.Job;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Reads what a service says about itself: its `$metadata`, and where that cannot be had, the list of its sets at its root.
final class Loading {
    private final ExplorerServices services;
    private Job job;

    Loading(ExplorerServices services) {
        this.services = services;
    }

    boolean running() {
        return job != null;
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    /// @param typed  the address of the service, of its metadata, or of something within it
    /// @param loaded the service, and a remark for the user, mostly ""
    /// @param failed a sentence
    void load(String typed, Standing from, String environment, BiConsumer<Service, String> loaded, Consumer<String> failed) {
        if (typed.isBlank()) {
            failed.accept("Type the address of a service first, such as https://services.example.com/odata.");
            return;
        }
        var root = root(typed);
        send(root + "/$metadata", "application/xml", from, environment, reply -> {
            if (!reply.trouble().isEmpty()) {
                job = null;
                failed.accept(reply.trouble());
                return;
            }
            services.background().run(() -> MetadataReader.read(reply.text()), edm -> {
                job = null;
                loaded.accept(service(root, reply, edm, "/$metadata"), remark(edm));
            }, e -> document(root, from, environment, why(reply, e), loaded, failed));
        });
    }

    private void document(String root, Standing from, String environment, String why, BiConsumer<Service, String> loaded, Consumer<String> failed) {
        send(root + "/", "application/json, application/atomsvc+xml;q=0.9", from, environment, reply -> {
            job = null;
            if (!reply.fine()) {
                failed.accept(why);
                return;
            }
            services.background().run(() -> ServiceDocument.read(reply.text()),
                    edm -> loaded.accept(service(root, reply, edm, "/"), why + " The service still names its sets; without metadata nothing is completed or checked."), _ -> failed.accept(why));
        });
    }

    private void send(String url, String accept, Standing from, String environment, Consumer<Reply> done) {
        var request = Request.get("").withAddress(url, RequestUrl.parse(url).entries(), List.of()).withHeaders(List.of(Entry.of("Accept", accept)));
        job = services.send("OData metadata", request, from, environment, done);
    }

    private static Service service(String root, Reply reply, Edm edm, String end) {
        var asked = RequestUrl.parse(reply.url()).base();
        var resolved = asked.endsWith(end) ? asked.substring(0, asked.length() - end.length()) : asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
        return new Service(root, resolved.isEmpty() ? root : resolved, edm, edm.version() == null ? Version.V4 : edm.version());
    }

    private static String remark(Edm edm) {
        var unknown = edm.sets().stream().filter(s -> edm.structured(s.type()) == null).count();
        if (edm.sets().isEmpty()) {
            return "The metadata names no entity sets.";
        }
        if (unknown == 0) {
            return edm.notes().stream().filter(n -> n.startsWith("The container extends")).findFirst().orElse("");
        }
        var where = edm.references().isEmpty() ? "" : " Other documents that it refers to are not read: " + String.join(", ", edm.references().stream().limit(3).toList()) + (edm.references().size() > 3 ? " …" : ".");
        return "The metadata does not say what " + (unknown == 1 ? "1 of its sets is" : unknown + " of its sets are") + " made of; nothing of " + (unknown == 1 ? "it" : "them") + " is completed or checked." + where;
    }

    /// Why the metadata could not be read.
    private static String why(Reply reply, Exception e) {
        if (reply.fine()) {
            return "This is no OData metadata: " + (e instanceof ODataProblem problem ? problem.said() : e.getMessage()) + ". It came from " + reply.url() + ".";
        }
        var said = ".";
        try {
            said = Results.read(reply.text(), Around.nothing(Version.V4)) instanceof ServiceError error ? ". The service says: " + error.sentence() : ".";
        } catch (ODataProblem _) {
            said = Refusal.words(reply.text());
        }
        var advice = switch (reply.status()) {
            case 401, 403 -> " Choose above whose authorization is used.";
            case 404 -> " Check the address: there is no $metadata at " + reply.url() + ".";
            default -> "";
        };
        return "The metadata was refused with " + reply.line() + said + advice;
    }

    /// The address of the service that a typed address belongs to, variables and all.
    static String root(String typed) {
        var base = RequestUrl.parse(typed).base();
        for (var mark : List.of("/$metadata", "/$batch")) {
            var at = base.indexOf(mark);
            if (at > 0) {
                return base.substring(0, at);
            }
        }
        var service = base.indexOf(".svc/");
        if (service > 0) {
            return base.substring(0, service + 4);
        }
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /// The address of the service that a request's URL may belong to: what stands before its set.
    static String rootOfRequest(String url) {
        var root = root(url);
        if (!root.equals(RequestUrl.parse(url).base()) && !root.equals(url)) {
            return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        }
        var odata = root.toLowerCase(java.util.Locale.ROOT).indexOf("/odata/");
        if (odata > 0) {
            var rest = root.substring(odata + 7);
            // Bizagi keeps its services at odata/data and odata/metadata.
            var deeper = rest.startsWith("data/") || rest.equals("data") ? 5 : rest.startsWith("metadata/") || rest.equals("metadata") ? 9 : rest.matches("v[0-9.]{1,5}(/.*)?") ? rest.concat("/").indexOf('/') + 1 : 0;
            return root.substring(0, Math.min(root.length(), odata + 6 + deeper));
        }
        return root.endsWith("/odata") ? root : QueryUrl.rootOf(root, Edm.unknown(Version.V4));
    }
}

package dev.posthorn.demo;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Note;
import dev.posthorn.demo.workflow.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;

/// The played servers of vendors, each below a path of its own.
final class VendorRoutes {

    private static final int LARGEST = 4 << 20;

    private final Vendors vendors;

    VendorRoutes(Vendors vendors) {
        this.vendors = vendors;
    }

    Stream<Route> all() {
        return Stream.of(
                both("creatio", "A Creatio for .NET Framework: log in at ServiceModel/AuthService.svc/Login, services below /0. Users: Supervisor (password Supervisor), ann (secret), expired, locked."),
                both("creatio-net", "The same for .NET, without /0."),
                both("creatio-identity", "Its Identity Service; client creatio-demo with the secret creatio-demo-secret."),
                both("bizagi", "A Bizagi: its OAuth server below oauth2/server, OData below odata/data and odata/metadata; its first page lists its applications."),
                both("workflow", "A Workflow Server with the API access token " + Workflow.TOKEN + "; its methods below workflowapi, its OpenAPI document at openapi.json."),
                both("workflow-open", "The same without access control."),
                both("workflow-oidc", "The same with OpenID Connect: client workflowapi, that token as its secret.")).flatMap(s -> s);
    }

    private Stream<Route> both(String name, String says) {
        return Stream.of(new Route("/" + name, "/" + name, says, this::answer), new Route("/" + name + "/", "/" + name + "/", "", this::answer));
    }

    private void answer(Call call) throws IOException {
        var asked = asked(call);
        var answer = asked == null ? Answer.page(413, "Too large", "<p>No more than 4 MiB are taken here.</p>") : vendors.answer(asked);
        if (asked != null) {
            var note = asked.note();
            vendors.journal().add(System.currentTimeMillis(), asked.method(), asked.path(), asked.query(), note.who(), answer.status(), note.wrong());
        }
        give(call, answer);
    }

    /// Null where the body is too large.
    static Asked asked(Call call) throws IOException {
        var uri = call.request().getHttpURI();
        var headers = new ArrayList<Map.Entry<String, String>>();
        call.request().getHeaders().forEach(field -> headers.add(Map.entry(field.getName(), field.getValue() == null ? "" : field.getValue())));
        try (var in = Content.Source.asInputStream(call.request())) {
            var body = in.readNBytes(LARGEST + 1);
            return body.length > LARGEST ? null : new Asked(call.request().getMethod(), uri.getScheme() + "://" + uri.getAuthority(), uri.getPath(), uri.getQuery() == null ? "" : uri.getQuery(), headers, body, new Note());
        }
    }

    static void give(Call call, Answer answer) throws IOException {
        answer.headers().forEach(h -> call.with(h.getKey(), h.getValue()));
        call.bytes(answer.status(), answer.type(), answer.body());
    }
}

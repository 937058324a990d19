package dev.posthorn.demo.bizagi;

import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.ODataService;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import dev.posthorn.demo.vendor.Tokens;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A Bizagi: log in at its OAuth server, then read and write data and metadata by OData 4.
public final class Bizagi {

    private static final String NAME = "bizagi";
    private static final int PAGE = 100;

    private final Stage stage;
    private final Tables tables = BizagiData.data();
    private final Tables described = BizagiData.metadata();
    private final Tokens tokens;
    private final BizagiLogin login;
    private final BizagiTokens endpoint;
    private final ODataService data;
    private final ODataService metadata;

    public Bizagi(Stage stage) {
        this.stage = stage;
        tokens = new Tokens(stage);
        login = new BizagiLogin(stage);
        endpoint = new BizagiTokens(stage, tokens, login, new ClientKey());
        data = new ODataService(tables, List.of(), stage, true, PAGE);
        metadata = new ODataService(described, List.of(), stage, true, PAGE);
    }

    public Answer answer(Asked asked) {
        var path = asked.path().substring(NAME.length() + 1);
        if (path.startsWith("/odata/data") || path.startsWith("/odata/metadata")) {
            return service(asked, path);
        }
        return switch (path) {
            case "/oauth2/server/authorize" -> login.answer(asked);
            case "/oauth2/server/token" -> endpoint.answer(asked);
            case "/client-key.pem" -> Answer.text(200, "application/x-pem-file", endpoint.key().pem());
            case "", "/" -> Answer.page(200, "Bizagi (played by the demo server)", "<p>Users here: admon, ann and bob, each with the password secret.</p>\n<ul>"
                    + String.join("", Registration.ALL.stream().map(r -> "<li><code>" + r.id() + "</code>, secret <code>" + (r.secret().isEmpty() ? "none: a JWT signed with client-key.pem" : r.secret()) + "</code>: "
                    + Pages.escaped(String.join(", ", r.grants()) + "; scopes " + String.join(", ", r.scopes()) + (r.redirect().isEmpty() ? "" : "; redirect URI " + r.redirect())) + "</li>\n").toList()) + "</ul>");
            default -> {
                asked.note().wrong("There is nothing of Bizagi at this path.");
                yield asked.is("GET") ? Pages.application("Bizagi Work Portal") : Answer.page(404, "404 - Not Found", "<p>There is nothing here.</p>");
            }
        };
    }

    private Answer service(Asked asked, String path) {
        stage.counts().add(NAME + ".calls");
        var disturbed = stage.disturbed(asked);
        if (disturbed != null) {
            return disturbed;
        }
        var token = tokens.good(asked.bearer());
        if (token.isEmpty() || stage.faults().has(Fault.TOKEN_REFUSED)) {
            asked.note().wrong(asked.bearer().isEmpty() ? "There is no token in the header Authorization." : token.isPresent() ? "Fault: every token is refused." : tokens.known(asked.bearer()) ? "The token is expired." : "The token is not known here.");
            return Answer.json(401, Map.of("error", "invalid_token", "error_description", "The access token is missing, expired or invalid.")).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        var user = token.get().user();
        asked.note().who(user.isEmpty() ? token.get().client() : user + " by " + token.get().client());
        if (stage.faults().has(Fault.SCOPE_TOO_SMALL) || token.get().scopes().stream().noneMatch(s -> s.equals("api") || s.equals("all"))) {
            asked.note().wrong("The token's scope is too small: api is needed.");
            return Answer.json(403, Map.of("error", "insufficient_scope", "error_description", "The scope api is needed.")).with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"api\"");
        }
        var area = path.startsWith("/odata/data") ? "/odata/data" : "/odata/metadata";
        var rest = path.substring(area.length());
        var root = asked.origin() + "/" + NAME + area;
        if (area.endsWith("metadata")) {
            return stage.spoiled(asked, asked.is("GET") || rest.equals("/$batch") ? metadata.answer(asked, root, rest) : Answer.json(405, Map.of("error", Map.of("code", "", "message", "Metadata can only be read."))));
        }
        return stage.spoiled(asked, data.answer(rest.equals("/stakeholders") ? ofUser(asked, user) : asked, root, rest));
    }

    /// Everybody sees the stakeholders that he is himself.
    private static Asked ofUser(Asked asked, String user) {
        Predicate<String> filter = pair -> pair.startsWith("$filter=") || pair.startsWith("%24filter=");
        var pairs = List.of(asked.query().split("&"));
        var own = "userName%20eq%20'" + user + "'";
        var more = pairs.stream().filter(filter).map(p -> "$filter=(" + p.substring(p.indexOf('=') + 1) + ")%20and%20" + own).findFirst().orElse("$filter=" + own);
        var rest = pairs.stream().filter(filter.negate()).filter(p -> !p.isEmpty()).toList();
        return asked.within(asked.method(), asked.path(), String.join("&", rest.isEmpty() ? List.of(more) : Stream.concat(Stream.of(more), rest.stream()).toList()), asked.headers(), asked.body());
    }

    /// Every token counts as expired from now on.
    public void expireTokens() {
        tokens.expire();
    }

    public void reset() {
        tables.reset();
        described.reset();
        tokens.reset();
        login.reset();
    }
}

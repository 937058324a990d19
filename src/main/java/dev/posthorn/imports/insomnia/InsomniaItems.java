package dev.posthorn.imports.insomnia;

import dev.posthorn.imports.foreign.Address;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.imports.foreign.Scripting;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads one request or folder of Insomnia; versions 4 and 5 name the same things differently.
final class InsomniaItems {

    private static final Pattern API = Pattern.compile("\\binsomnia\\.|\\brequire\\('insomnia");

    private final Ledger ledger;
    private final InsomniaAuth auth;
    private final InsomniaBody bodies;

    InsomniaItems(Ledger ledger) {
        this.ledger = ledger;
        this.auth = new InsomniaAuth(ledger);
        this.bodies = new InsomniaBody(ledger);
    }

    /// The account of the item must be open.
    RequestItem request(Tracked item, String name, Inherited above) {
        var own = Pairs.read(item.get("headers"), ledger);
        var type = own.stream().filter(h -> h.key().equalsIgnoreCase("Content-Type")).map(Entry::value).findFirst().orElse("");
        var method = item.text("method");
        var request = Request.blank().withMethod(method.isEmpty() ? "GET" : method).withHeaders(bodies.typed(item.get("body"), above.on(own)))
                .withBody(bodies.read(item.get("body"), type)).withAuth(auth.read(item.get("authentication"))).withScripts(scripts(item)).withSettings(settings(item))
                .withDescription(description(item));
        return new RequestItem(item.pointer(), name, Address.of(request, ledger.text(item.get("url")), Pairs.read(item.get("parameters"), ledger),
                Pairs.read(item.get("pathParameters"), ledger), false), List.of());
    }

    Folder folder(Tracked item, String name, List<Item> items) {
        item.skip("environmentPropertyOrder");
        return new Folder(item.pointer(), name, description(item), auth.read(item.get("authentication")), InsomniaEnvironments.variables(item, "environment", ledger), scripts(item), Settings.NONE, items);
    }

    /// What requests below a folder get from it.
    Inherited headers(Tracked folder, Inherited above) {
        var own = Pairs.read(folder.get("headers"), ledger);
        if (!own.isEmpty()) {
            ledger.translated(folder.get("headers"), "headers of the folder", "headers of each request below", "Postman has headers in requests only");
        }
        return above.and(own);
    }

    /// A request that is none of HTTP.
    OtherItem other(Tracked item, String name, String kind) {
        ledger.aside(item, kind, "it is shown with its text, but cannot be sent, and has no place in a Postman 2.1 collection");
        return new OtherItem(item.pointer(), name, kind, JsonWriter.pretty(item.peek()));
    }

    static String description(Tracked item) {
        return item.has("meta") && !item.has("description") ? item.get("meta").text("description") : item.text("description");
    }

    private List<Script> scripts(Tracked item) {
        var five = item.get("scripts");
        return new Scripting(ledger, "Insomnia", API, "insomnia object (which is much like pm)").add(Script.Phase.PRE_REQUEST, five.get("preRequest"))
                .add(Script.Phase.TEST, five.get("afterResponse")).add(Script.Phase.PRE_REQUEST, item.get("preRequestScript"))
                .add(Script.Phase.TEST, item.get("afterResponseScript")).all();
    }

    private Settings settings(Tracked item) {
        var five = item.get("settings");
        var values = new LinkedHashMap<String, Object>();
        redirects(item.get("settingFollowRedirects"), values);
        redirects(five.get("followRedirects"), values);
        off(item.get("settingEncodeUrl"), "disableUrlEncoding", values);
        off(five.get("encodeUrl"), "disableUrlEncoding", values);
        off(item.get("settingSendCookies"), "disableCookies", values);
        off(five.get("cookies").get("send"), "disableCookies", values);
        for (var usual : List.of(item.get("settingStoreCookies"), five.get("cookies").get("store"), item.get("settingRebuildPath"), five.get("rebuildPath"), five.get("renderRequestBody"))) {
            expect(usual, "true");
        }
        expect(item.get("settingDisableRenderRequestBody"), "false");
        return new Settings(values);
    }

    private void redirects(Tracked at, Map<String, Object> values) {
        var word = at.text();
        if (word.equals("on") || word.equals("off")) {
            values.put("followRedirects", word.equals("on"));
            ledger.translated(at, "follow redirects: " + word, "followRedirects " + word.equals("on"), "");
        }
    }

    private void off(Tracked at, String ours, Map<String, Object> values) {
        if (at.text().equals("false")) {
            values.put(ours, true);
            ledger.translated(at, "switched off", ours, "the same switch under Postman's name for it");
        }
    }

    /// A switch that Postman has not: as it usually stands it says nothing.
    private static void expect(Tracked at, String usual) {
        if (String.valueOf(at.peek()).equals(usual)) {
            at.skip();
        }
    }
}

package dev.posthorn.vendors;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.Field;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody typed to connect to a vendor's system, and what is made of it: the variables of an environment, the authorization of a collection, its requests.
///
/// 1. Addresses, names and secrets become variables; what was chosen from a list stands in the authorization itself.
/// 2. A secret is a secret variable, whose value no file gets.
///
/// @param typed as in the form; an address may lack its scheme
public record Connection(Vendor vendor, Auth typed) {

    private static final Set<String> ADDRESSES = Set.of("baseUrl", "identityUrl", "projectUrl", "serverUrl");
    /// What follows the address of a Creatio in that of its pages and services, in lower case.
    private static final Set<String> PAGES = Set.of("login", "nui", "shell", "servicemodel", "odata", "rest", "dataservice", "clientapp", "navigation");
    private static final Set<String> BEHIND = Set.of("oauth2", "odata", "workflowapi", ".well-known", "connect", "openapi.json", "swagger", "login.aspx", "index.html", "default.aspx");
    private static final Map<String, String> NAMES = names();
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    public Connection {
        var tidy = typed;
        for (var key : ADDRESSES) {
            if (typed.values().get(key) != null) {
                tidy = tidy.with(key, vendor == Vendor.CREATIO && key.equals("baseUrl") ? creatio(address(typed.text(key))) : before(address(typed.text(key)), BEHIND));
            }
        }
        typed = tidy;
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("baseUrl", "");
        names.put("projectUrl", "");
        names.put("serverUrl", "");
        names.put("identityUrl", "Identity");
        names.put("username", "User");
        names.put("password", "Password");
        names.put("clientId", "ClientId");
        names.put("clientSecret", "ClientSecret");
        names.put("privateKey", "PrivateKey");
        names.put("token", "Token");
        return names;
    }

    /// `mysite.creatio.com` is meant as `https://mysite.creatio.com`, a machine of one's own as `http`.
    private static String address(String text) {
        var url = SiteUrl.of(text);
        var local = url.startsWith("localhost") || url.startsWith("127.0.0.1");
        return url.isEmpty() || url.contains("://") || url.startsWith("{{") ? url : (local ? "http://" : "https://") + url;
    }

    /// Without the page that the browser happened to show, and without `/0`.
    private static String creatio(String url) {
        return CreatioSite.of(new Auth("", Map.of("baseUrl", before(url, PAGES)))).base();
    }

    /// What stands before the first step of the path that is one of these.
    private static String before(String url, Set<String> pages) {
        var host = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        for (var at = url.indexOf('/', host); at >= 0; at = url.indexOf('/', at + 1)) {
            var end = url.indexOf('/', at + 1);
            if (pages.contains(url.substring(at + 1, end < 0 ? url.length() : end).toLowerCase(Locale.ROOT))) {
                return url.substring(0, at);
            }
        }
        return url;
    }

    /// The field in which the address of the system stands.
    private String addressKey() {
        return switch (vendor) {
            case CREATIO -> "baseUrl";
            case BIZAGI -> "projectUrl";
            case WORKFLOW_SERVER -> "serverUrl";
        };
    }

    /// The address as the value of its field.
    public Map<String, Object> address() {
        return Map.of(addressKey(), site());
    }

    /// The same with another value in a field of the form.
    public Connection with(String key, Object value) {
        return new Connection(vendor, typed.with(key, value));
    }

    /// The same by http in place of https, or the other way round; empty where the address begins with a variable.
    public Optional<Connection> otherScheme() {
        var site = site();
        var other = site.startsWith("https://") ? "http://" + site.substring(8) : site.startsWith("http://") ? "https://" + site.substring(7) : "";
        return other.isEmpty() ? Optional.empty() : Optional.of(with(addressKey(), other));
    }

    /// Whether the Identity Service has to be looked for.
    public boolean guessesIdentity() {
        return typed.type().equals(CreatioOAuthAuth.ID) && typed.text("identityUrl").isBlank() && !typed.text("baseUrl").isBlank();
    }

    /// Where a Creatio's Identity Service usually is: beside a site in the cloud under the name with `-is`, else at the port 8090 of the same machine, or in a path beside the site.
    public List<String> identities() {
        var site = site();
        var start = site.indexOf("://") + 3;
        var slash = start < 3 ? -1 : site.indexOf('/', start);
        var origin = slash < 0 ? site : site.substring(0, slash);
        var places = new ArrayList<String>();
        if (start >= 3) {
            var name = origin.substring(start).replaceFirst(":\\d{1,5}$", "");
            if (name.endsWith(".creatio.com")) {
                places.add(origin.substring(0, start) + name.replaceFirst("\\.", "-is."));
            }
            places.add("https://" + name + ":8090");
            places.add("http://" + name + ":8090");
        }
        places.add(site + "-identity");
        places.add(site + "/identity");
        return places;
    }

    /// The address that all its requests begin with.
    public String site() {
        return switch (vendor) {
            case CREATIO -> CreatioSite.of(typed).base();
            case BIZAGI -> typed.text("projectUrl");
            case WORKFLOW_SERVER -> typed.text("serverUrl");
        };
    }

    /// Labels of fields that are shown and empty, and must not be.
    public List<String> missing() {
        return fields().stream().filter(f -> required(f.key()) && !(f.key().equals("identityUrl") && guessesIdentity()) && AuthTypes.complete(typed).text(f.key()).isBlank()).map(Field::label).toList();
    }

    /// Those that are shown for what is chosen.
    private List<Field> fields() {
        return AuthTypes.of(typed.type()).stream().flatMap(t -> t.form(AuthTypes.complete(typed)).stream()).map(AuthType.Section::fields).flatMap(List::stream).toList();
    }

    private static boolean required(String key) {
        return NAMES.containsKey(key);
    }

    private String variable(String key) {
        return switch (vendor) {
            case CREATIO -> "creatio";
            case BIZAGI -> "bizagi";
            case WORKFLOW_SERVER -> "workflow";
        } + NAMES.get(key);
    }

    /// The values of an environment for it, in the order of the form.
    public List<Entry> variables() {
        var variables = new ArrayList<Entry>();
        for (var field : fields()) {
            if (required(field.key())) {
                var secret = field instanceof Field.Secret || field instanceof Field.Area area && area.secret();
                variables.add(new Entry(variable(field.key()), AuthTypes.complete(typed).text(field.key()), field.label(), true, secret));
            }
        }
        return variables;
    }

    /// The authorization of a collection, with variables where `variables` has values.
    public Auth shared() {
        var shared = typed;
        for (var field : fields()) {
            if (required(field.key())) {
                shared = shared.with(field.key(), "{{" + variable(field.key()) + "}}");
            }
        }
        return shared;
    }

    /// What the collection begins with.
    public List<VendorCall> calls() {
        return VendorCall.of(shared());
    }

    /// The smallest call that only this vendor's system answers well, with the authorization as it is typed.
    public Request first() {
        var request = switch (vendor) {
            case CREATIO -> Request.get(CreatioSite.of(typed).services() + "/odata/Contact?$select=Id&$top=1");
            case BIZAGI -> Request.get(typed.text("projectUrl") + (typed.text("scope").equals("login") ? "/odata/data/" : "/odata/data/stakeholders"));
            case WORKFLOW_SERVER -> Request.get(typed.text("serverUrl") + "/workflowapi/isprocessexists/" + NOBODY).withMethod("POST").withBody(new Body.Raw("{}", "json"));
        };
        return request.withHeaders(List.of(Entry.of("Accept", "application/json"))).withAuth(typed);
    }

    /// The same for Creatio's other platform.
    public Connection otherPlatform() {
        return new Connection(vendor, typed.with("platform", typed.text("platform").equals("net") ? "framework" : "net"));
    }

    /// Never the values.
    @Override
    public String toString() {
        return "Connection[" + vendor + ", " + typed.type() + "]";
    }
}

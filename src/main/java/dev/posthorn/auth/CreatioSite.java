package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The addresses of a Creatio site: where its users log in, and where its services are.
///
/// 1. The login has the same path on both platforms, without `/0`; services have `/0` on .NET Framework, and none on .NET.
/// 2. A base URL that ends in `/0` is one of .NET Framework's services: it is taken off, and that is said.
///
/// @param base  without a slash and without `/0` at its end
/// @param zero  whether `/0` was taken off
/// @param net   whether the site runs on .NET
public record CreatioSite(String base, boolean zero, boolean net) {

    /// The cookies of a session: those of the login, and the one of the first call.
    public static final Set<String> COOKIES = Set.of("BPMLOADER", ".ASPXAUTH", "BPMCSRF", "UserName", "BPMSESSIONID");

    public static final String SESSION = "BPMSESSIONID";
    public static final String CSRF = "BPMCSRF";

    private static final String LOGIN = "/ServiceModel/AuthService.svc/Login";
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^/?#\\s]+[^\\s]*");

    /// @param values of the auth types of Creatio, resolved
    public static CreatioSite of(Auth values) {
        var url = SiteUrl.of(values.text("baseUrl"));
        var zero = url.endsWith("/0");
        return new CreatioSite(zero ? SiteUrl.of(url.substring(0, url.length() - 2)) : url, zero, values.text("platform").equals("net"));
    }

    boolean usable() {
        return ADDRESS.matcher(base).matches();
    }

    public String login() {
        return base + LOGIN;
    }

    /// Where services begin: `/0/rest/…` is `services() + "/rest/…"`.
    public String services() {
        return net ? base : base + "/0";
    }

    /// What the path of a request says against the platform; empty for nothing.
    public String against(String url) {
        var root = base.toLowerCase(Locale.ROOT);
        var sent = SiteUrl.of(url);
        if (!sent.toLowerCase(Locale.ROOT).startsWith(root + "/")) {
            return "";
        }
        var path = sent.substring(root.length());
        var has = path.equals("/0") || path.startsWith("/0/");
        var anonymous = path.startsWith("/ServiceModel/") || path.startsWith("/0/ServiceModel/");
        if (net && has) {
            return "The path begins with /0, which a site on .NET does not have.";
        }
        return net || has || anonymous || !service(path) ? "" : "The path of the service lacks /0, with which it begins on .NET Framework: " + base + "/0" + path + ".";
    }

    private static boolean service(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/rest/") || lower.startsWith("/odata/") || lower.equals("/odata") || lower.startsWith("/dataservice/");
    }
}

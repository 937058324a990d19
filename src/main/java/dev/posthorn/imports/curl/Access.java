package dev.posthorn.imports.curl;

import dev.posthorn.model.Auth;
import java.util.LinkedHashMap;
import java.util.Map;

/// The options that say who is asking: `-u` with its kinds, `--oauth2-bearer`, `--aws-sigv4`, `--negotiate`, `--netrc`.
final class Access {

    private final Ledger ledger;
    private String user;
    private String kind = "basic";
    private String bearer = "";
    private String aws = "";

    /// Null where it is not asked for; "~" for the one in the home folder.
    private String netrc;

    Access(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Whether the option is one of these.
    boolean give(Options.Given given) {
        switch (given.name()) {
            case "user" -> {
                user = given.value();
                if (user.indexOf(':') < 0) {
                    ledger.aside(given.offset(), "--user without a password", "curl would ask for it: write it into the authorization");
                }
            }
            case "basic" -> kind = "basic";
            case "digest", "ntlm" -> kind = given.on() ? given.name() : "basic";
            case "netrc", "netrc-optional" -> netrc = given.on() ? "~" : null;
            case "netrc-file" -> netrc = given.value();
            case "negotiate" -> kind = given.on() ? "negotiate" : "basic";
            case "oauth2-bearer" -> bearer = given.value();
            case "aws-sigv4" -> aws = given.value();
            case "anyauth" -> {
                ledger.translated(given.offset(), "--anyauth", "Basic authorization", "curl asks the server which kind it wants; choose another where it is not Basic");
                return true;
            }
            case "ntlm-wb" -> {
                ledger.aside(given.offset(), given.written(), "a login by the account of the system cannot be a request's authorization here");
                return true;
            }
            default -> {
                return false;
            }
        }
        ledger.kept();
        return true;
    }

    /// @param inUrl the user of the URL, null where there is none
    /// @param typed whether an Authorization header was given, which curl sends instead
    Auth auth(String inUrl, boolean typed, int offset) {
        var pair = user == null ? inUrl : user;
        if (typed) {
            if (pair != null || !bearer.isEmpty()) {
                ledger.aside(offset, "user or token beside an Authorization header", "curl sends the header instead");
            }
            return Auth.INHERIT;
        }
        if (!aws.isEmpty()) {
            return aws(pair == null ? "" : pair);
        }
        if (!bearer.isEmpty()) {
            return new Auth("bearer", Map.of("token", bearer));
        }
        if (kind.equals("negotiate")) {
            return negotiate(pair == null ? "" : pair);
        }
        if (pair == null && netrc != null) {
            return new Auth("netrc", netrc.equals("~") ? Map.of() : Map.of("file", netrc));
        }
        return pair == null ? Auth.INHERIT : new Auth(kind, named(pair, "username", "password"));
    }

    /// `-u :` stands for the ticket of the user who is logged in.
    private static Auth negotiate(String pair) {
        var values = named(pair, "principal", "password");
        if (String.valueOf(values.get("principal")).isEmpty()) {
            return new Auth("negotiate", Map.of("credential", "ticket"));
        }
        values.put("credential", "password");
        return new Auth("negotiate", values);
    }

    private static Map<String, Object> named(String pair, String first, String second) {
        var colon = pair.indexOf(':');
        var values = new LinkedHashMap<String, Object>();
        values.put(first, colon < 0 ? pair : pair.substring(0, colon));
        values.put(second, colon < 0 ? "" : pair.substring(colon + 1));
        return values;
    }

    /// `provider1[:provider2[:region[:service]]]`
    private Auth aws(String pair) {
        var parts = aws.split(":", -1);
        var values = named(pair, "accessKey", "secretKey");
        values.put("region", parts.length > 2 ? parts[2] : "");
        values.put("service", parts.length > 3 ? parts[3] : "");
        return new Auth("awsv4", values);
    }
}

package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/// What went wrong with Kerberos, in words: Java tells it by numbers of RFC 4120 §7.5.9 in the texts of nested exceptions.
final class KerberosTrouble {

    private static final Pattern CODE = Pattern.compile("\\((\\d{1,2})\\)");

    private KerberosTrouble() {}

    static BadLogin of(String label, Throwable thrown, Auth values, String service) {
        var text = texts(thrown);
        var found = CODE.matcher(text);
        var code = found.find() ? Integer.parseInt(found.group(1)) : -1;
        var who = values.text("principal").isBlank() ? "the logged-in user" : values.text("principal").strip();
        return switch (code) {
            case 6 -> unable(label, "the realm does not know the user " + who, "Check the user's spelling, capitals included, and the realm behind the @.");
            case 7 -> unable(label, "the realm does not know the service " + service,
                    "Set the service (SPN) that the server is registered by, or let the canonical name be taken, under Advanced in the Authorization tab.");
            case 14 -> unable(label, "the Kerberos server supports none of the ways to encrypt that Java offers", "Allow AES for this account, and look at default_tkt_enctypes in krb5.conf.");
            case 18 -> unable(label, "the account of " + who + " is locked or expired", "Ask who administers the realm.");
            case 23 -> unable(label, "the password of " + who + " has expired", "Change it, with kpasswd for instance, and send again.");
            case 24, 31 -> unable(label, "the Kerberos server refused the " + (values.text("credential").equals("keytab") ? "key in the keytab" : "password") + " of " + who,
                    values.text("credential").equals("keytab") ? "Make a new keytab: the password was changed since." : "Check the password; further attempts may lock the account.");
            case 32 -> unable(label, "the ticket has expired", "Run kinit for a new one.");
            case 37 -> unable(label, "the clock of this computer and that of the Kerberos server differ by too much", "Set the clock; five minutes are mostly allowed.");
            case 68 -> unable(label, "the realm of " + who + " is another one than the server says", "Check the realm behind the @, in capitals.");
            default -> plain(label, text, values);
        };
    }

    private static BadLogin plain(String label, String text, Auth values) {
        if (text.contains("timed out") || text.contains("Connection refused") || text.contains("Unreachable") || text.contains("UnknownHost") || text.contains("unreachable")) {
            return unable(label, "the Kerberos server cannot be reached", "Check network, VPN and the server's address in krb5.conf.");
        }
        if (text.contains("Connection reset") || text.contains("Broken pipe") || text.contains("forcibly closed") || text.contains("onnection was aborted")) {
            return unable(label, "the Kerberos server broke the connection off without an answer", "Send again; if it stays so, ask who administers the realm: a firewall in between does it too.");
        }
        if (text.contains("Cannot locate default realm") || text.contains("Cannot locate KDC") || text.contains("Cannot find KDC") || text.contains("krb5.conf")
                || text.contains("krb5.ini") || text.contains("KDC address")) {
            return unable(label, "nothing says where the Kerberos server of the realm is",
                    "Put it into krb5.conf (in /etc, or krb5.ini in the Windows folder), or start Posthorn with -Djava.security.krb5.conf=<file>.");
        }
        if (text.contains("Clock skew")) {
            return unable(label, "the clock of this computer and that of the Kerberos server differ by too much", "Set the clock; five minutes are mostly allowed.");
        }
        var kind = values.text("credential");
        if (text.contains("Unable to obtain")) {
            return kind.equals("keytab") ? unable(label, "the keytab has no key for " + values.text("principal").strip(), "List its keys with klist -k, and take a user that is in it.")
                    : kind.equals("password") ? unable(label, "it has no password", "Fill in the password in the Authorization tab.")
                    : unable(label, "there is no Kerberos ticket that still holds", "Run kinit, or log in to the domain; or choose a password or a keytab in the Authorization tab.");
        }
        if (text.contains("Checksum failed") || text.contains("Integrity check")) {
            return unable(label, "the Kerberos server refused the password", "Check the password; further attempts may lock the account.");
        }
        return unable(label, text, "Look at krb5.conf, at the user and at the service (SPN).");
    }

    /// What all nested exceptions say, each once.
    private static String texts(Throwable thrown) {
        var texts = new LinkedHashSet<String>();
        for (var at = thrown; at != null && texts.size() < 10; at = at.getCause()) {
            texts.add(at.getMessage() == null ? at.getClass().getSimpleName() : at instanceof java.net.UnknownHostException ? "UnknownHost " + at.getMessage() : at.getMessage());
        }
        return String.join("; ", texts);
    }

    private static BadLogin unable(String label, String reason, String advice) {
        return new BadLogin.Unable(label, reason, advice);
    }
}

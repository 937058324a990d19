package dev.posthorn.ui.response;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Failure;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The certificates that a refused server showed, as text, with the one at fault marked.
final class ChainText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ChainText() {}

    /// Empty for another failure, and where the server showed none.
    static String of(Failure failure) {
        if (!(failure instanceof Failure.TlsFailed tls) || tls.chain().isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\nThe server's certificates:\n");
        for (var i = 0; i < tls.chain().size(); i++) {
            text.append(i + 1).append(". ").append(certificate(tls.chain().get(i)));
            text.append(i == tls.culprit() ? "   ← this one is at fault\n" : "");
        }
        return text.toString();
    }

    private static String certificate(Certificate one) {
        return one.subject() + "\n   issued by " + one.issuer() + "\n   valid from " + DAY.format(one.notBefore()) + " to " + DAY.format(one.notAfter())
                + "\n   " + (one.names().isEmpty() ? "names no host" : "for " + String.join(", ", one.names())) + "\n   " + one.key() + ", " + one.signature() + ", serial " + one.serial()
                + "\n   SHA-256 " + one.sha256() + "\n";
    }
}

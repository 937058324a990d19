package dev.posthorn.ui.response;

import dev.posthorn.http.ContentCoding;
import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Response;
import dev.posthorn.model.Security;
import dev.posthorn.model.Trace;
import dev.posthorn.ui.kit.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is known of one exchange, as people read it: sizes, connection, TLS with its certificates, interim answers, trailers.
final class ExchangeFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// How a fact is to be taken.
    enum Mood { PLAIN, GOOD, BAD }

    record Fact(String name, String value, Mood mood) {
        Fact(String name, String value) {
            this(name, value, Mood.PLAIN);
        }
    }

    /// @param within sections that can be opened inside this one
    record Section(String title, Mood mood, List<Fact> facts, List<Section> within) {
        Section(String title, List<Fact> facts) {
            this(title, Mood.PLAIN, facts, List.of());
        }
    }

    private ExchangeFacts() {}

    /// All but the phases, which are drawn.
    static List<Section> of(Response response) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("Size", sizes(response)));
        sections.add(new Section("Connection", connection(response)));
        seen(response.trace(), response.timings().started(), sections);
        return sections;
    }

    /// Of an exchange that may have brought no answer.
    static List<Section> of(Hop hop) {
        if (hop.received() != null) {
            var sections = of(hop.received());
            noticed(hop, sections);
            return sections;
        }
        var sections = new ArrayList<Section>();
        var flow = hop.trace().flow();
        var facts = new ArrayList<Fact>(List.of(new Fact("Answer", "none came", Mood.BAD)));
        if (flow.sent() > 0 || flow.received() > 0) {
            facts.add(new Fact("Sent in all", exact(flow.sent())));
            facts.add(new Fact("Received in all", exact(flow.received())));
        }
        sections.add(new Section("Exchange", facts));
        sections.add(new Section("Connection", connection(hop.trace().connection())));
        noticed(hop, sections);
        seen(hop.trace(), Instant.now(), sections);
        return sections;
    }

    private static void noticed(Hop hop, List<Section> into) {
        if (!hop.remarks().isEmpty()) {
            into.add(2, new Section("Authorization", hop.remarks().stream().map(r -> new Fact("", r.sentence(), r.bad() ? Mood.BAD : Mood.PLAIN)).toList()));
        }
    }

    private static void seen(Trace trace, Instant asked, List<Section> sections) {
        var security = trace.connection().security();
        if (security != null) {
            sections.add(tls(security, asked));
        }
        for (var interim : trace.interim()) {
            sections.add(new Section(interim.status() + (interim.reason().isEmpty() ? "" : " " + interim.reason()) + " after " + Amounts.time(interim.after()),
                    headers(interim.headers())));
        }
        if (!trace.trailers().isEmpty()) {
            sections.add(new Section("Trailers", headers(trace.trailers())));
        }
    }

    private static List<Fact> headers(List<Header> headers) {
        return headers.isEmpty() ? List.of(new Fact("", "No headers in it.")) : headers.stream().map(h -> new Fact(h.name(), h.value())).toList();
    }

    static List<Fact> sizes(Response response) {
        var sizes = response.sizes();
        var flow = response.trace().flow();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Body", exact(sizes.body()) + (response.truncated() ? ", cut off" : ""), response.truncated() ? Mood.BAD : Mood.PLAIN));
        facts.add(new Fact("Body on the wire", exact(sizes.bodyOnWire()) + saved(sizes.body(), sizes.bodyOnWire())));
        ContentCoding.unknown(response.headers()).ifPresent(coding -> facts.add(new Fact("Encoding", coding + " is not known here: shown as it came", Mood.BAD)));
        facts.add(new Fact("Response head", exact(sizes.responseHead()) + packed(response)));
        if (flow.received() > 0) {
            facts.add(new Fact("Received in all", exact(flow.received()) + framing(flow.received() - sizes.responseHead() - sizes.bodyOnWire() - flow.extra())));
        }
        if (flow.extra() > 0) {
            facts.add(new Fact("After the end", exact(flow.extra()) + " more than announced", Mood.BAD));
        }
        facts.add(new Fact("Request head", exact(sizes.requestHead()) + packed(response)));
        facts.add(new Fact("Request body", exact(sizes.requestBody())));
        if (flow.sent() > 0) {
            facts.add(new Fact("Sent in all", exact(flow.sent()) + framing(flow.sent() - sizes.requestHead() - sizes.requestBody())));
        }
        return facts;
    }

    private static String packed(Response response) {
        return response.trace().flow().frames().isEmpty() ? "" : ", packed (HPACK)";
    }

    private static String framing(long bytes) {
        return bytes <= 0 ? "" : ", of it framing " + Amounts.bytes(bytes);
    }

    static String exact(long bytes) {
        return bytes < 1_000 ? Amounts.bytes(bytes) : String.format(Locale.ROOT, "%s (%,d bytes)", Amounts.bytes(bytes), bytes);
    }

    private static String saved(long body, long wire) {
        return wire >= body || body == 0 ? "" : ", compressed to " + Math.max(1, wire * 100 / body) + " %";
    }

    static List<Fact> connection(Response response) {
        var connection = response.trace().connection();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Protocol", response.protocol()));
        var remote = connection.remote().isEmpty() ? response.remote() : connection.remote();
        facts.add(new Fact("Answered by", remote.isEmpty() ? "not known" : remote));
        if (!connection.proxy().isEmpty()) {
            facts.add(new Fact("Through", connection.proxy()));
        }
        if (!connection.equals(Connection.NONE)) {
            facts.add(new Fact("From", connection.local()));
            facts.add(new Fact("Opened", connection.reused() ? "before this exchange, and reused" : "for this exchange"));
        }
        return facts;
    }

    /// Where no answer came.
    private static List<Fact> connection(Connection connection) {
        var facts = new ArrayList<Fact>();
        facts.add(connection.remote().isEmpty() ? new Fact("Connected", "no connection came about", Mood.BAD) : new Fact("Connected to", connection.remote()));
        if (!connection.proxy().isEmpty()) {
            facts.add(new Fact("Through", connection.proxy()));
        }
        if (!connection.local().isEmpty()) {
            facts.add(new Fact("From", connection.local()));
            facts.add(new Fact("Opened", connection.reused() ? "before this exchange, and reused" : "for this exchange"));
        }
        return facts;
    }

    private static Section tls(Security security, Instant asked) {
        return new Section("TLS", Mood.PLAIN, tls(security), security.chain().stream().map(c -> certificate(c, asked)).toList());
    }

    static List<Fact> tls(Security security) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Version", security.version()));
        facts.add(new Fact("Cipher", security.cipher()));
        facts.add(security.verified() ? new Fact("Certificate", "verified", Mood.GOOD) : new Fact("Certificate", "not verified: switched off", Mood.BAD));
        if (!security.client().isEmpty()) {
            facts.add(new Fact("Shown of us", security.client()));
        }
        return facts;
    }

    private static Section certificate(Certificate c, Instant asked) {
        var state = c.notAfter().isBefore(asked) ? "expired " : c.notBefore().isAfter(asked) ? "not yet valid, from " : "until ";
        var day = c.notBefore().isAfter(asked) ? c.notBefore() : c.notAfter();
        var bad = !state.equals("until ");
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Subject", c.subject()));
        facts.add(new Fact("Issuer", c.subject().equals(c.issuer()) ? "itself" : c.issuer()));
        facts.add(new Fact("Valid", DAY.format(c.notBefore()) + " to " + DAY.format(c.notAfter()) + left(c, asked), bad ? Mood.BAD : Mood.PLAIN));
        if (!c.names().isEmpty()) {
            facts.add(new Fact("Good for", String.join(", ", c.names())));
        }
        facts.add(new Fact("Key", c.key()));
        facts.add(new Fact("Signature", c.signature()));
        facts.add(new Fact("Serial", c.serial()));
        facts.add(new Fact("SHA-256", c.sha256()));
        return new Section(commonName(c.subject()) + ", " + state + DAY.format(day), bad ? Mood.BAD : Mood.PLAIN, facts, List.of());
    }

    private static String left(Certificate c, Instant asked) {
        var days = Duration.between(asked, c.notAfter()).toDays();
        return c.notBefore().isAfter(asked) || days < 0 || days > 60 ? "" : ", another " + Amounts.count(days, "day");
    }

    /// "localhost" of "CN=localhost,O=Test"; the whole name where it has no CN.
    static String commonName(String distinguished) {
        var at = distinguished.startsWith("CN=") ? 3 : distinguished.indexOf(",CN=") + 4;
        if (at < 4 && !distinguished.startsWith("CN=")) {
            return distinguished.isBlank() ? "Certificate without a name" : distinguished;
        }
        var end = at;
        while (end < distinguished.length() && distinguished.charAt(end) != ',') {
            end += distinguished.charAt(end) == '\\' ? 2 : 1;
        }
        return distinguished.substring(at, Math.min(end, distinguished.length())).replace("\\", "");
    }

    /// The same as text, for the clipboard.
    static String text(Hop hop) {
        var text = new StringBuilder(hop.sent().method() + " " + hop.sent().url() + "\n");
        if (hop.received() != null) {
            text.append("\nTime\n");
            Phases.of(hop.received().timings()).forEach((name, took) -> text.append("  ").append(name).append(": ").append(Amounts.time(took)).append('\n'));
        }
        return text.append(sections(hop)).toString();
    }

    static String sections(Hop hop) {
        var text = new StringBuilder();
        of(hop).forEach(section -> append(text, section, ""));
        return text.toString();
    }

    private static void append(StringBuilder text, Section section, String indent) {
        text.append('\n').append(indent).append(section.title()).append('\n');
        for (var fact : section.facts()) {
            text.append(indent).append("  ").append(fact.name()).append(fact.name().isEmpty() ? "" : ": ").append(fact.value()).append('\n');
        }
        section.within().forEach(inner -> append(text, inner, indent + "  "));
    }
}

package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The server does not let this computer, network or domain in.
public final class CallerBlocked {

    private static final Pattern WORDS = Pattern.compile("\\b(ip(?: address| range)?s?|client address|caller'?s? address|network|domain|origin|host)\\b.{0,60}"
            + "\\b(not (?:be )?(?:allowed|permitted|whitelisted|registered|trusted|authorized|(?:on|in) (?:the|an|your) (?:allow|white)?-?(?:list|range)s?)|is blocked|are blocked|was blocked|forbidden|denied|restricted)\\b"
            + "|\\b(?:blocked|denied|restricted|forbidden)\\b.{0,40}\\b(?:ip|address|network|domain|origin)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST = 4_000;

    private CallerBlocked() {}

    static Optional<Finding> of(Evidence evidence) {
        var status = Words.status(evidence);
        if (status != 401 && status != 403 && Words.error(evidence).isEmpty() || !named(beginning(Words.all(evidence)))) {
            return Optional.empty();
        }
        return Optional.of(finding(Words.place(evidence) + " does not let this computer in" + Words.said(evidence) + ".", local(evidence)));
    }

    /// Whether the words of a refusal are about the caller's address or domain.
    public static boolean named(String words) {
        return WORDS.matcher(words).find();
    }

    /// @param local the address that we called from, as the socket knows it; empty where that was not seen
    public static Finding finding(String sentence, String local) {
        var mends = new ArrayList<Mend>();
        var here = host(local);
        if (!here.isEmpty()) {
            mends.add(new Mend.Copy("Copy our address " + here, here));
        }
        return new Finding("caller-not-allowed", sentence, "Have the address or domain of this computer registered there"
                + (here.isEmpty() ? "." : ": it called from " + here + ". Behind a router, proxy or VPN the server sees that one's address instead."), List.copyOf(mends));
    }

    /// Long pages hold any word.
    private static String beginning(String words) {
        return words.substring(0, Math.min(MOST, words.length()));
    }

    private static String local(Evidence evidence) {
        return evidence.response() == null ? "" : evidence.response().trace().connection().local();
    }

    private static String host(String address) {
        var colon = address.lastIndexOf(':');
        return colon > 0 ? address.substring(0, colon).replaceAll("[\\[\\]]", "") : address;
    }
}

package dev.posthorn.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/// What became of a signature that was checked.
///
/// @param reason   why it was refused, a sentence; empty where it was right
/// @param computed what the check worked out, by its name: what a person compares with his own
record Verdict(String reason, Map<String, String> computed) {

    Verdict {
        computed = new LinkedHashMap<>(computed);
    }

    static Verdict refused(String reason) {
        return new Verdict(reason, Map.of());
    }

    boolean good() {
        return reason.isEmpty();
    }

    /// The answer to it.
    Map<String, Object> told() {
        var told = new LinkedHashMap<String, Object>();
        told.put("authenticated", good());
        if (!good()) {
            told.put("reason", reason);
        }
        told.put("computed", computed);
        return told;
    }

    /// Right where both are the same, refused with what was computed else.
    static Verdict compared(String sent, String made, Map<String, String> computed) {
        return new Verdict(Asked.same(sent, made) ? "" : "The signature does not match; compare what was signed with \"computed\".", computed);
    }
}

package dev.posthorn.demo.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One request to the identity server on its way through it.
///
/// @param base   the URL that all endpoints begin with: `http://127.0.0.1:8080/identity`, or below it `/with/<faults>`
/// @param path   what follows that
/// @param faults that count for it, each with its number
record Visit(Asked asked, String base, String path, Map<Fault, Long> faults) {

    static final String ROOT = "/identity";

    /// Takes `/identity/with/html,slow:20/token` apart; other paths have no faults of their own.
    static Visit of(Asked asked, String path, Map<Fault, Long> on) throws Refusal {
        if (!path.startsWith("/with/")) {
            return new Visit(asked, asked.host() + ROOT, path, on);
        }
        var parts = path.split("/", 4);
        var named = new EnumMap<Fault, Long>(Fault.class);
        for (var one : parts[2].split(",")) {
            var pair = one.split(":", 2);
            var fault = Fault.of(pair[0]).orElseThrow(() -> new Refusal(404, "unknown_fault", "\"" + pair[0] + "\" is no fault known here; see " + ROOT + "/faults."));
            named.put(fault, pair.length == 2 ? number(fault, pair[1]) : fault.preset());
        }
        return new Visit(asked, asked.host() + ROOT + "/with/" + parts[2], parts.length == 4 ? "/" + parts[3] : "", Faults.both(on, named));
    }

    static long number(Fault fault, String text) throws Refusal {
        try {
            var number = Long.parseLong(text.strip());
            if (number >= 0 && number <= 100_000_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.request("The number of " + fault.id() + " must be a whole number from 0 to 100000000, not \"" + text + "\".");
    }

    Visit with(Client client) {
        return new Visit(asked, base, path, Faults.both(client.faults(), faults));
    }

    boolean has(Fault fault) {
        return faults.containsKey(fault);
    }

    long number(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    /// What the server calls itself.
    String issuer() {
        return has(Fault.ISSUER_DIFFERS) ? "creatio.com" : base;
    }

    /// A parameter, empty where it is absent. RFC 6749 §3.1: none but `resource` and `audience` may come twice.
    String get(String name) throws Refusal {
        var values = all(name);
        if (values.size() > 1) {
            throw Refusal.request("The parameter " + name + " came " + values.size() + " times.");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    String needed(String name) throws Refusal {
        var value = get(name);
        if (value.isEmpty()) {
            throw Refusal.request("The parameter " + name + " is missing.");
        }
        return value;
    }

    List<String> all(String name) {
        return asked.parameters().getOrDefault(name, List.of());
    }

    List<String> words(String name) throws Refusal {
        return Arrays.stream(get(name).split("[ ,+]+")).filter(s -> !s.isEmpty()).distinct().toList();
    }
}

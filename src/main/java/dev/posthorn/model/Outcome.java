package dev.posthorn.model;

import java.util.ArrayList;
import java.util.List;

/// How a send ended. Bad news is a value; the engine throws only for bugs.
public sealed interface Outcome {

    /// Every exchange that happened, in order. The last one of a `Received` is the answer.
    List<Hop> hops();

    record Received(List<Hop> hops) implements Outcome {
        public Received {
            hops = List.copyOf(hops);
        }

        public Response response() {
            return hops.getLast().received();
        }

        public Wire sent() {
            return hops.getLast().sent();
        }
    }

    /// `sent` is null where nothing went out. `partial` is what arrived before the failure, null where nothing did. `trace` is what was seen of
    /// the exchange that failed, also where nothing arrived.
    record Failed(Failure failure, Wire sent, Response partial, List<Hop> hops, Trace trace) implements Outcome {
        public Failed {
            hops = List.copyOf(hops);
        }

        public Failed(Failure failure, Wire sent, Response partial, List<Hop> hops) {
            this(failure, sent, partial, hops, seen(partial));
        }

        public static Failed before(Failure failure) {
            return new Failed(failure, null, null, List.of());
        }
    }

    /// `partial` is what arrived before the user cancelled, null where nothing did; `trace` as in `Failed`.
    record Cancelled(Wire sent, Response partial, List<Hop> hops, Trace trace) implements Outcome {
        public Cancelled {
            hops = List.copyOf(hops);
        }

        public Cancelled(Wire sent, Response partial, List<Hop> hops) {
            this(sent, partial, hops, seen(partial));
        }
    }

    /// Nothing was sent, since a script did not want it (`pm.execution.skipRequest`).
    ///
    /// @param by whose script: "folder Orders"
    record Skipped(String by) implements Outcome {
        @Override
        public List<Hop> hops() {
            return List.of();
        }
    }

    /// The exchanges with the one that brought no answer, or none that counts, as their last.
    default List<Hop> exchanges() {
        return switch (this) {
            case Received received -> received.hops();
            case Failed(_, var sent, var partial, var hops, var trace) -> with(hops, sent, partial, trace);
            case Cancelled(var sent, var partial, var hops, var trace) -> with(hops, sent, partial, trace);
            case Skipped _ -> List.of();
        };
    }

    /// What went to the address that was asked for, with the last round of its authorization and before any redirect; null where nothing went out.
    default Wire asked() {
        Wire last = null;
        for (var hop : exchanges()) {
            if (hop.why() == Hop.Why.REDIRECT && last != null) {
                return last;
            }
            last = hop.why() == Hop.Why.PROXY ? last : hop.sent();
        }
        return last;
    }

    private static List<Hop> with(List<Hop> hops, Wire sent, Response partial, Trace trace) {
        if (sent == null || partial != null && !hops.isEmpty() && partial.equals(hops.getLast().received())) {
            return hops;
        }
        var all = new ArrayList<>(hops);
        all.add(new Hop(sent, partial, hops.isEmpty() ? Hop.Why.FIRST : Hop.Why.REDIRECT, List.of(), trace));
        return List.copyOf(all);
    }

    private static Trace seen(Response partial) {
        return partial == null ? Trace.NONE : partial.trace();
    }
}

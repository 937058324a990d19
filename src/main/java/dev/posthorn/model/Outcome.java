package dev.posthorn.model;

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

    /// `sent` is null where nothing went out. `partial` is what arrived before the failure, null where nothing did.
    record Failed(Failure failure, Wire sent, Response partial, List<Hop> hops) implements Outcome {
        public Failed {
            hops = List.copyOf(hops);
        }

        public static Failed before(Failure failure) {
            return new Failed(failure, null, null, List.of());
        }
    }

    /// `partial` is what arrived before the user cancelled, null where nothing did.
    record Cancelled(Wire sent, Response partial, List<Hop> hops) implements Outcome {
        public Cancelled {
            hops = List.copyOf(hops);
        }
    }
}

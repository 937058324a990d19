package dev.posthorn.workbench;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.HawkAnswer;
import dev.posthorn.auth.Token;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Remark;
import dev.posthorn.model.Request;
import dev.posthorn.vendors.VendorDoctor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Says what there is to say about the authorization of an answer, the vendor's own words first.
final class AnswerFindings {
    private AnswerFindings() {}

    /// @param resolved fills in the variables of an authorization
    /// @param known    the token that is kept for an application, without getting one
    static List<Finding> of(Request draft, Context context, Outcome outcome, UnaryOperator<Auth> resolved, Function<Auth, Optional<Token>> known) {
        var auth = resolved.apply(context.auth(draft.auth()).auth());
        var found = new ArrayList<>(doctor(draft, context, outcome, auth, resolved, known));
        if (outcome instanceof Outcome.Received received) {
            HawkAnswer.fault(auth, received.sent(), received.response()).ifPresent(found::add);
        }
        remarks(outcome).filter(Remark::bad).forEach(r -> found.add(new Finding("server-unproven", r.sentence(),
                "Compare the address with the one that you meant. Some servers reckon this proof wrongly: then their makers can mend it.", List.of())));
        return found;
    }

    private static List<Finding> doctor(Request draft, Context context, Outcome outcome, Auth auth, UnaryOperator<Auth> resolved, Function<Auth, Optional<Token>> known) {
        var vendors = outcome instanceof Outcome.Received answered ? VendorDoctor.of(auth, answered) : Optional.<Finding>empty();
        return vendors.map(List::of).orElseGet(() -> AnswerDoctor.of(context, draft, a -> AuthTypes.oauth(resolved.apply(a)).flatMap(known)).of(outcome));
    }

    /// What the authorization noticed, in the order of the exchanges.
    static Stream<Remark> remarks(Outcome outcome) {
        return outcome.hops().stream().flatMap(h -> h.remarks().stream());
    }
}

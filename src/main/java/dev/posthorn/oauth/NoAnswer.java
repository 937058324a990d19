package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.util.List;
import java.util.Optional;

/// No answer came at all: the network's own sentence says it best.
final class NoAnswer {

    private NoAnswer() {}

    static Optional<Finding> of(Evidence evidence) {
        if (evidence.failure() == null || !evidence.parameters().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding("no-answer", Words.place(evidence) + " could not be asked. " + evidence.failure().sentence(),
                evidence.failure().advice() + " The address in the settings is " + Words.shown(evidence.url()) + ".", List.of()));
    }
}

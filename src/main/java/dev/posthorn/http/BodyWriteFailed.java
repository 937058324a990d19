package dev.posthorn.http;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import java.io.IOException;
import java.nio.file.Path;

/// The answer is not kept any further: the disk did not take it, or a limit of the workspace was reached.
final class BodyWriteFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    BodyWriteFailed(Failure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    /// Where the cause tells more it is believed.
    BodyWriteFailed(IOException cause) {
        super(cause);
        this.failure = cause instanceof BodyWriteFailed known ? known.failure : new BadAnswer.NotStored(Path.of(""), 0, String.valueOf(cause.getMessage()));
    }

    Failure failure() {
        return failure;
    }
}

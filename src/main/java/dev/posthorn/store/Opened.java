package dev.posthorn.store;

import dev.posthorn.model.Collection;
import java.nio.file.Path;

/// A collection file or folder of the workspace, as it was read. A bad one is shown as bad and never stops the others.
public sealed interface Opened {

    Path file();

    /// `format` as shown to the user: "Postman 2.1".
    record Good(Path file, String format, Collection collection) implements Opened {}

    /// `line` is 1-based, 0 where no line is to blame.
    record Bad(Path file, String reason, int line) implements Opened {}
}

package dev.posthorn.formats;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import java.util.List;

/// What a file turned out to be.
public sealed interface ReadResult {

    /// `format` as shown to the user: "Postman 2.1". `report` says what became of each part, where the format is not one of Postman's own.
    record OfCollection(String format, Collection collection, Report report) implements ReadResult {
        public OfCollection(String format, Collection collection) {
            this(format, collection, Report.EMPTY);
        }
    }

    record OfEnvironment(String format, Environment environment, Report report) implements ReadResult {
        public OfEnvironment(String format, Environment environment) {
            this(format, environment, Report.EMPTY);
        }
    }

    /// A file that holds many collections and environments, such as a data dump.
    record OfSeveral(String format, List<ReadResult> parts) implements ReadResult {
        public OfSeveral {
            parts = List.copyOf(parts);
        }
    }

    /// No collection and no environment. The sentence says what it looks like and where the trouble is; `line` and `column`
    /// are 1-based, 0 where no place is to blame.
    record NotOne(String sentence, int line, int column) implements ReadResult {}
}

package dev.posthorn.cli;

import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import java.util.List;

/// What a file or folder named on the command line turned out to hold; a file that could not be read is an `Opened.Bad`.
public record Given(List<Opened> collections, List<OpenedEnvironment> environments) {

    public Given {
        collections = List.copyOf(collections);
        environments = List.copyOf(environments);
    }

    List<Opened.Good> good() {
        return collections.stream().filter(Opened.Good.class::isInstance).map(Opened.Good.class::cast).toList();
    }

    List<Opened.Bad> bad() {
        return collections.stream().filter(Opened.Bad.class::isInstance).map(Opened.Bad.class::cast).toList();
    }
}

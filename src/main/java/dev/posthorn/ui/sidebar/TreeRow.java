package dev.posthorn.ui.sidebar;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import java.nio.file.Path;

/// One row of the collections tree.
sealed interface TreeRow {
    Place place();

    String name();

    /// Whether the other row looks the same; what a request holds besides its name, method and URL is not seen in the tree.
    default boolean looksLike(TreeRow other) {
        return switch (this) {
            case Leaf leaf -> other instanceof Leaf two && leaf.place().equals(two.place()) && leaf.searched().equals(two.searched());
            case Group group -> other instanceof Group two && group.place().equals(two.place()) && group.name().equals(two.name());
            case Whole whole -> other instanceof Whole two && whole.place().equals(two.place()) && whole.name().equals(two.name()) && whole.requests == two.requests
                    && whole.opened.format().equals(two.opened.format());
            case Broken _, Other _, BadFile _ -> equals(other);
        };
    }

    /// Whether other rows can stand in it.
    default boolean holdsOthers() {
        return this instanceof Whole || this instanceof Group;
    }

    /// What the filter looks into besides the names of the folders above.
    String searched();

    record Whole(Opened.Good opened, long requests) implements TreeRow {
        @Override
        public Place place() {
            return new Place(opened.file(), "");
        }

        @Override
        public String name() {
            return opened.collection().name();
        }

        @Override
        public String searched() {
            return name();
        }
    }

    record Broken(Opened.Bad bad) implements TreeRow {
        @Override
        public Place place() {
            return new Place(bad.file(), "");
        }

        @Override
        public String name() {
            return bad.file().getFileName().toString();
        }

        @Override
        public String searched() {
            return name();
        }

        /// "Not JSON (line 12)".
        String why() {
            return bad.line() > 0 ? bad.reason() + " (line " + bad.line() + ")" : bad.reason();
        }
    }

    record Group(Path file, Folder folder) implements TreeRow {
        @Override
        public Place place() {
            return new Place(file, folder.id());
        }

        @Override
        public String name() {
            return folder.name();
        }

        @Override
        public String searched() {
            return name();
        }
    }

    record Leaf(Path file, RequestItem item) implements TreeRow {
        @Override
        public Place place() {
            return new Place(file, item.id());
        }

        @Override
        public String name() {
            return item.name();
        }

        @Override
        public String searched() {
            return item.name() + ' ' + item.request().method() + ' ' + item.request().url();
        }
    }

    /// An item of a kind that is shown and kept, but not edited here.
    record Other(Path file, OtherItem item) implements TreeRow {
        @Override
        public Place place() {
            return new Place(file, item.id());
        }

        @Override
        public String name() {
            return item.name();
        }

        @Override
        public String searched() {
            return item.name() + ' ' + item.kind() + item.socket().map(s -> " WS " + s.handshake().url()).orElse("");
        }
    }

    /// A file of a collection that cannot be read.
    record BadFile(Path file, BadItem item) implements TreeRow {
        @Override
        public Place place() {
            return new Place(file, item.id());
        }

        @Override
        public String name() {
            return item.name();
        }

        @Override
        public String searched() {
            return item.name();
        }

        /// "… (line 12)".
        String why() {
            return item.line() > 0 ? item.sentence() + " (line " + item.line() + ")" : item.sentence();
        }
    }
}

package dev.posthorn.ui.response;

import java.util.Comparator;

/// Between two chars of a text: before char `offset` of a paragraph.
record Place(long paragraph, int offset) implements Comparable<Place> {

    static final Place START = new Place(0, 0);

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::paragraph).thenComparingInt(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}

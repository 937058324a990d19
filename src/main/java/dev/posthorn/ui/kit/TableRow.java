package dev.posthorn.ui.kit;

/// One row of a key-value table: the user's own, or an automatic one.
final class TableRow<T> {

    /// The cells of a row that hold text.
    enum Column { KEY, VALUE, DESCRIPTION }

    final RowTable.Automatic automatic;
    T value;

    TableRow(T value, RowTable.Automatic automatic) {
        this.value = value;
        this.automatic = automatic;
    }

    boolean automatic() {
        return automatic != null;
    }
}

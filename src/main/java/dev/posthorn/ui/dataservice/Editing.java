package dev.posthorn.ui.dataservice;

import dev.posthorn.dataservice.Query;
import dev.posthorn.dataservice.Schemas;
import java.util.function.UnaryOperator;

/// The query that the pages edit, and what is known of its schema.
interface Editing {

    /// The one that is edited: of a batch the chosen query.
    Query query();

    /// @param redraw whether the page has other rows afterwards; false while somebody types
    void edit(UnaryOperator<Query> change, boolean redraw);

    Schemas schemas();
}

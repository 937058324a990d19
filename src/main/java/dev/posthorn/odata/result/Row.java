package dev.posthorn.odata.result;

import java.util.List;

/// One row of a result.
///
/// @param type    the name of its type, which may be one that extends the set's; "" where it is not known
/// @param key     as it stands in brackets in URLs: `'ALFKI'`, `OrderID=1,ProductID=2`; "" where it is not known
/// @param url     where it can be read and changed, absolute; "" where it is not known
/// @param etag    what `If-Match` wants when it is changed; "" where there is none
/// @param media   the file that the entity is, else null
/// @param removed why a delta says that it is gone: `deleted` or `changed`; "" for one that is there
/// @param cells   as many as the page has columns
public record Row(String type, String key, String url, String etag, Cell.Media media, String removed, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}

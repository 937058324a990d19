/// Answers of OData services of every version and format as tables: columns, rows with typed cells, links; and errors as sentences. Floor 5.
/// Read first: `Results`, then `Page`.
package dev.posthorn.odata.result;

/// OData services over tables: version 4 and version 3 with queries, paging, writing, operations and batches, for the demo server. It shares nothing with
/// the program's own OData reader, so that one does not hide the other's mistakes. Floor 5. Read first: `ODataService`.
package dev.posthorn.demo.odata;

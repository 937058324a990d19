/// Queries to an OData service: their options and their URL, both ways; filters read, checked and completed; values as the versions write them. Floor 4.
/// Read first: `Query`, then `QueryUrl`, `FilterReader`, `QueryCheck`, `Completion`.
package dev.posthorn.odata.query;

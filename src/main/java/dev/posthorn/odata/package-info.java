/// OData services of version 2, 3 and 4, without a window and without a network: what all parts share. Floor 2.
/// Read first: `edm.MetadataReader`, `query.Query`, `result.Results`, `call.Writes`, `call.Batch`.
package dev.posthorn.odata;

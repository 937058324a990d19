/// What an OData service says about itself: types, sets and operations, read from `$metadata` of any version, or the service document. Floor 3.
/// Read first: `Edm`, then `MetadataReader`.
package dev.posthorn.odata.edm;

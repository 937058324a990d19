/// Opens what people have: Postman's own files by way of `formats`, and the files of other tools, each told by its content. Floor 6.
/// Read first: `Importers`.
package dev.posthorn.imports;

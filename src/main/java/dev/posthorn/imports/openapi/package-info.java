/// Opens OpenAPI 3.x and Swagger 2 descriptions, as JSON or YAML. Floor 5: knows the contracts of `formats` and nothing of other importers.
/// Read first: `OpenApi`, then `Assembly`.
package dev.posthorn.imports.openapi;

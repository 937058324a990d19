/// Writes a request as code in other languages: a target is one file beside its siblings and one line in `Generators.ALL`. Floor 2.
/// Read first: `Generator`, `PythonRequests`.
package dev.posthorn.codegen;

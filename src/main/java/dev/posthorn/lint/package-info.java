/// Finds what is wrong in collections before Postman, a colleague or a pipeline does. Floor 7½.
/// Read first: `Lint`.
package dev.posthorn.lint;

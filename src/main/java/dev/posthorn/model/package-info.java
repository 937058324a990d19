/// The nouns of the program, all of them immutable records. Floor 1: uses the JDK only.
/// Read first: `Request`, then `Collection`, `Wire` and `Outcome`.
package dev.posthorn.model;

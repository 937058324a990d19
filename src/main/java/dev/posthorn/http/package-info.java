/// The engine: sign, call, store the body, answer with an `Outcome`. Floor 4, and the only package that imports okhttp3.
/// Read first: `Engine`, then `BodyStore`.
package dev.posthorn.http;

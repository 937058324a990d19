/// The engine: call, follow, store the body, answer with an `Outcome`. Floor 5, and the only package that imports okhttp3.
/// Read first: `Engine`, then `RoundTrip`.
package dev.posthorn.http;

/// Requests that change something at an OData service or call its functions and actions, and `$batch`. Floor 6.
/// Read first: `Writes`, then `Batch`.
package dev.posthorn.odata.call;

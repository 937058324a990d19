/// Authorization: one file a type, each declares its form and signs a `Wire`. Floor 3: uses vars and model; no HTTP client, no window.
/// Read first: `AuthType`, then `BearerAuth`.
package dev.posthorn.auth;

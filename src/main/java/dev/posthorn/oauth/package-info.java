/// OAuth 2.0 (RFC 6749 and its kin): settings, logins, the life of tokens, applications, and the doctor that says what is wrong with a login.
/// Nimbus builds and reads the messages; they travel through `Exchange`, never by its own HTTP client. Floor 6: uses http and auth.
/// Read first: `Logins`.
package dev.posthorn.oauth;

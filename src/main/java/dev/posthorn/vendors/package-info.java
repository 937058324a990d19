/// What the vendors' systems need beyond the rules of HTTP and OAuth: sessions of Creatio that many requests share, what can be called there, and what is wrong in their own words.
/// Requests of a login travel through `oauth.Exchange`. Floor 6: uses oauth, http and auth. Read first: `CreatioSessions`.
package dev.posthorn.vendors;

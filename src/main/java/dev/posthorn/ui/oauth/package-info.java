/// Logging in with OAuth 2.0 as people see it: the token of a request, a login under way with its timeline, the reusable applications. Floor 11,
/// a pane like the others. Read first: `TokenPanel`.
package dev.posthorn.ui.oauth;

/// The window in which a provider's login page is shown by the program itself, with cookies, connections and trust of its own. Floor 10: uses ui.kit.
/// The only package beside `ui.response` that knows WebKit. Read first: `LoginWindows`, then `LoginWindow`.
package dev.posthorn.ui.login;

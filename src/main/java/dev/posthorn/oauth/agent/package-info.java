/// Where a person logs in: the system's browser that comes back to a listener of ours, or the redirected URL pasted by hand. The window that
/// shows the page itself is `ui.login`. Floor 7: uses oauth and http.
/// Read first: `UserAgents`, then `Loopback`.
package dev.posthorn.oauth.agent;

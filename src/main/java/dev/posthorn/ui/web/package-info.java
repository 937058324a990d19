/// What pages in the program's windows may reach: JavaFX has one HTTP client for all of its web views, and here it is divided among them. Floor 10:
/// uses ui.kit. Knows WebKit, as `ui.login` and `ui.response` do. Read first: `WebTraffic`.
package dev.posthorn.ui.web;

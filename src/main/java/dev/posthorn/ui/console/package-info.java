/// The console: every exchange as it went over the wire, with what scripts said. Floor 11. Read first: `ConsolePane`.
package dev.posthorn.ui.console;

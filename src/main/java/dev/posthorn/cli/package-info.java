/// The command line: one file a command. Floor 8. Read first: `RunCommand`.
package dev.posthorn.cli;

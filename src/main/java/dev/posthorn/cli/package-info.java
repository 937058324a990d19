/// The command line: one file a command. A command is a value that `Main` registers, so that one which needs the window can stand among
/// them without this package knowing the window. Floor 9. Read first: `Commands`, then `RunCommand`.
package dev.posthorn.cli;

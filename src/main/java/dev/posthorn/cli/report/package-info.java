/// What a run on the command line tells: on the terminal and in files. Floor 8, below `cli`.
/// Read first: `Reporter`, then `Reporters`.
package dev.posthorn.cli.report;

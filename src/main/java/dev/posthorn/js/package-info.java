/// JavaScript in a box: no files, no network, no Java, no other script's variables, and limits of time and memory. The only package that
/// imports GraalJS. Floor 2: uses the JDK only. Read first: `Sandbox`, then `Room`;
/// for scripts with timers and answers `Stage`, `Scene` (its world) and `Loop` (one script).
package dev.posthorn.js;

/// The JavaScript engine and its limits, for scripts and PAC files. Floor 2: uses the JDK only; empty until the script issue.
package dev.posthorn.js;

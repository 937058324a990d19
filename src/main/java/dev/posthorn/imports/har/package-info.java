/// Opens HAR 1.2 recordings as browsers and proxies save them. Floor 6, below `imports`.
/// Read first: `HarFile`, then `HarEntry`.
package dev.posthorn.imports.har;

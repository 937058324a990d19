/// Opens `.http` and `.rest` files as IntelliJ's HTTP client and VS Code's REST Client write them, and their environment files. Floor 6, below `imports`.
/// Read first: `HttpFile`, then `Block`.
package dev.posthorn.imports.http;

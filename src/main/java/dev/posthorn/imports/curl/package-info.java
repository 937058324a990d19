/// Opens curl commands as browsers copy them and documents print them. Floor 6, below `imports`.
/// Read first: `CurlCommands`, then `Shell` and `Operation`.
package dev.posthorn.imports.curl;

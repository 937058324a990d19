/// Collections and environments as files: Postman 2.1, 2.0 and 1.0 are read, and an edit is patched into the text. Floor 5.
/// Read first: `Importers`, then `PostmanCollection`.
package dev.posthorn.formats;

/// Postman's collection format 3.0: a folder of YAML files, and beside it what 2.1 holds and 3.0 has no place for. Floor 5, above `formats`.
package dev.posthorn.formats.v3;

/// JSONPath as RFC 9535 has it: paths that are read once, and what they find in a JSON text. Floor 2. Begin with `JsonPath`.
package dev.posthorn.jsonpath;

/// `{{name}}`: where it stands in a text, which scope gives its value. Floor 2: uses model.
/// Read first: `Template`, then `Scopes`.
package dev.posthorn.vars;

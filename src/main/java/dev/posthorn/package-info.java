/// Posthorn, a desktop API workbench. `Main` says `new` for everything; the floors are in docs/architecture.md.
package dev.posthorn;

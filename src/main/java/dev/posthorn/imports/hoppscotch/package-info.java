/// Opens the collections and environments of Hoppscotch. Floor 5¾.
/// Read first: `Hoppscotch`.
package dev.posthorn.imports.hoppscotch;

/// What all readers of other tools' files share: the account of what became of each value, templates, addresses, authorizations. Floor 5½.
/// Read first: `Ledger`.
package dev.posthorn.imports.foreign;

/// Opens the exports of Insomnia. Floor 5¾.
/// Read first: `Insomnia`.
package dev.posthorn.imports.insomnia;

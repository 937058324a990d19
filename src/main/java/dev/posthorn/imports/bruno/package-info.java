/// Opens the collections of Bruno: folders of `.bru` files, and OpenCollection YAML, its newer format. Floor 5¾.
/// Read first: `Bruno`, then `BruText` and `OpenCollection`.
package dev.posthorn.imports.bruno;

/// Writes collections, requests and answers in the forms that other tools and people read. Floor 6.
/// Read first: `Exporters`.
package dev.posthorn.exports;

/// The API page: all methods of an API, a form for one, its answer and its code. Floor 11. Begin with `ApiPane`.
package dev.posthorn.ui.api;

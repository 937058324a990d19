/// Users' scripts: `pm.*`, the older `postman.*`, `tests` and `responseBody`, chai's `expect`, the libraries. Floor 6: uses http, js, model.
/// Read first: `Scripts`, then `Task`, then `js/core.js` among the resources.
package dev.posthorn.script;

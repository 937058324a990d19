/// Users' scripts: `pm.*`, the older `postman.*`, `tests` and `responseBody`, chai's `expect`, the libraries. Floor 6: uses http, js, model.
/// Scripts of a run share a `ScriptWorld`: their undeclared globals last, all that is ours is new for each, and who is killed takes the world along.
/// Read first: `Scripts`, then `ScriptWorld`, then `Task`, then `core.js` among the resources.
package dev.posthorn.script;

// The methods that Postman's old library Sugar gives to arrays, texts, numbers, dates and functions. Those that a script names (`SugarNames`) are here from its
// start; the library is read when the script first uses one of them.
(function (ph) {
  'use strict';

  const FILE = 'META-INF/resources/webjars/sugar/1.4.1/sugar-full.min.js';

  const waiting = [];

  /** Takes the names away first: the library keeps what it finds. */
  function load() {
    waiting.splice(0).forEach(([owner, name, get]) => {
      const there = Object.getOwnPropertyDescriptor(owner, name);
      if (there && there.get === get) {
        delete owner[name];
      }
    });
    ph.load(FILE).call(globalThis, {}, undefined, {}, undefined, undefined, globalThis, undefined);
  }

  /** A method that is not here yet; a script may put its own in its place, on one object or for all. */
  function later(owner, name) {
    const get = function () {
      load();
      return this[name];
    };
    const set = function (value) {
      if (Object(this) === this) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: this !== owner });
      }
    };
    waiting.push([owner, name, get]);
    Object.defineProperty(owner, name, { get, set, configurable: true, enumerable: false });
  }

  /** Pairs of owner and name, such as ['Array.prototype', 'first']. */
  return (pairs) => {
    for (let i = 0; i < pairs.length; i++) {
      const [path, name] = pairs[i];
      const owner = path.split('.').reduce((holder, member) => holder[member], globalThis);
      if (!(name in owner)) {
        later(owner, name);
      }
    }
  };
})

// What require('postman-collection') gives. Each of its files is read when one of its types is first used.
(function (ph) {
  'use strict';

  const FILES = {
    'sdk-property.js': ['PropertyBase', 'Property', 'Description'],
    'sdk-list.js': ['PropertyList'],
    'sdk-variable.js': ['Variable', 'VariableList'],
    'sdk-scope.js': ['MutationTracker', 'VariableScope'],
    'sdk-url.js': ['QueryParam', 'Url'],
    'sdk-header.js': ['Header', 'HeaderList'],
    'sdk-body.js': ['FormParam', 'RequestBody', 'RequestAuth'],
    'sdk-request.js': ['Request'],
    'sdk-cookie.js': ['Cookie', 'CookieList'],
    'sdk-response.js': ['Response'],
    'sdk-script.js': ['Script', 'Event', 'EventList', 'Version'],
    'sdk-item.js': ['Item', 'ItemGroup', 'Collection'],
    'sdk-match.js': ['UrlMatchPattern', 'UrlMatchPatternList'],
    'sdk-proxy.js': ['Certificate', 'CertificateList', 'ProxyConfig', 'ProxyConfigList'],
  };

  const read = new Map();

  /** The exports of one of our files, read once. */
  ph.part = function (file) {
    if (!read.has(file)) {
      read.set(file, ph.load(file)(ph));
    }
    return read.get(file);
  };

  /** A property of the prototype or an export whose value is made at its first use; it may be overwritten. */
  function lazy(target, name, make, enumerable = true) {
    const define = (value) => Object.defineProperty(target, name, { value, enumerable, configurable: true, writable: true });
    Object.defineProperty(target, name, {
      enumerable,
      configurable: true,
      get() {
        const value = make();
        define(value);
        return value;
      },
      set: define,
    });
  }

  const sdk = {};
  for (const file of Object.keys(FILES)) {
    for (const name of FILES[file]) {
      lazy(sdk, name, () => ph.part(file)[name]);
    }
  }

  const { hasOwn } = Object;
  const has = (object, key) => object !== null && object !== undefined && hasOwn(object, key);
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  const isNil = (value) => value === null || value === undefined;

  function isPlain(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return false;
    }
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype || !has(prototype, 'constructor') || prototype.constructor.name === 'Object';
  }

  function hide(object, name, value) {
    Object.defineProperty(object, name, { value, enumerable: false, configurable: true, writable: true });
    return object;
  }

  /** Copies what is not undefined. */
  function defined(target, source) {
    for (const key of Object.keys(source)) {
      if (source[key] !== undefined) {
        target[key] = source[key];
      }
    }
    return target;
  }

  /** A deep copy, in which what has a toJSON stands as that. */
  function clone(value, depth = 0) {
    if (typeof value !== 'object' || value === null || depth > 200) {
      return typeof value === 'function' ? {} : value;
    }
    if (typeof value.toJSON === 'function') {
      return value.toJSON();
    }
    if (Array.isArray(value)) {
      return value.map((each) => clone(each, depth + 1));
    }
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof RegExp || value instanceof Map || value instanceof Set) {
      return value;
    }
    const copy = {};
    for (const key of Object.keys(value)) {
      copy[key] = clone(value[key], depth + 1);
    }
    return copy;
  }

  function isEmpty(value) {
    if (isNil(value) || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'function') {
      return true;
    }
    return typeof value === 'string' || Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
  }

  const choose = (...values) => values.find((value) => !isEmpty(value));

  const at = (object, path) => String(path).split('.').reduce((value, name) => (isNil(value) ? undefined : value[name]), object);

  function same(left, right) {
    if (left === right || (left !== left && right !== right)) {
      return true;
    }
    if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) {
      return false;
    }
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && keys.every((key) => has(right, key) && same(left[key], right[key]));
  }

  const holds = (value, pattern) =>
    isObject(value) && Object.keys(pattern).every((key) =>
      (isObject(pattern[key]) && isObject(value[key]) && !Array.isArray(pattern[key]) ? holds(value[key], pattern[key]) : same(value[key], pattern[key])));

  /** What lodash takes for a rule: a function, a pattern, a pair of path and value, a path. */
  function rule(given) {
    if (typeof given === 'function') {
      return given;
    }
    if (Array.isArray(given)) {
      return (value) => same(at(value, given[0]), given[1]);
    }
    if (isObject(given)) {
      return (value) => holds(value, given);
    }
    return isNil(given) ? (value) => value : (value) => at(value, given);
  }

  const isNumeric = (value) => !isNaN(parseFloat(value)) && isFinite(value);

  /** Every type of the SDK knows its own by a static function of the name given. */
  function known(Type, propertyName, test) {
    hide(Type, '_postman_propertyName', propertyName);
    if (test) {
      Type[test] = (value) => value instanceof Type;
    }
    return Type;
  }

  // Scripts get a JSON of their own (legacy.js) and may overwrite it; this is the engine's.
  const json = { parse: JSON.parse, stringify: JSON.stringify };

  ph.kit = { json, has, isObject, isNil, isPlain, hide, defined, clone, isEmpty, choose, at, rule, uuid: ph.uuid, isNumeric, known, lazy };
  ph.sdk = sdk;
  if (ph.module) {
    ph.module('postman-collection', () => sdk);
  }
})

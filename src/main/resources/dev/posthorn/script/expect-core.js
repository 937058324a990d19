// The frame of `expect`: sentences, how words are put together to them, and the wall behind the words.
//
// 1. The words of a sentence are read from tables (`expect-words.js` and its siblings) and put onto the prototype when a script says them;
//    only who asks for the whole of chai (`require('chai')`) gets them all at once.
// 2. What is no word meets the wall: the end of every prototype chain is a proxy that throws with a suggestion. So sentences need no proxy of their own.
// 3. `kit` is what the parts share.
(function (ph) {
  'use strict';

  const config = {
    includeStack: false,
    showDiff: true,
    truncateThreshold: 40,
    useProxy: true,
    proxyExcludedKeys: ['then', 'catch', 'inspect', 'toJSON'],
    deepEqual: null,
  };
  const kit = { ph, config, AssertionError, Assertion, flag, typeOf, nameOf, inspect, display, eql, misuse, demand, next, kind, noted, unreadable, uncallable };
  const part = (name) => ph.load(`dev/posthorn/script/expect-${name}.js`)(kit);
  ph.lazy(kit, 'shown', () => part('inspect'));
  ph.lazy(kit, 'equality', () => part('equal'));
  ph.lazy(kit, 'utilities', () => part('plugins'));
  ph.lazy(kit, 'responses', () => part('response'));
  ph.lazy(kit, 'others', () => part('assert'));
  const tables = {};
  ph.lazy(tables, 'basic', () => part('words'));
  ph.lazy(tables, 'further', () => part('words-more'));
  ph.lazy(tables, 'postman', () => kit.responses.words);

  // ---- errors

  const NOT_COPIED = ['name', 'message', 'stack', 'constructor', 'toJSON'];

  function AssertionError(message, details, from) {
    this.message = message || 'Unspecified AssertionError';
    this.showDiff = false;
    for (const key of Object.keys(details || {})) {
      if (!NOT_COPIED.includes(key)) {
        this[key] = details[key];
      }
    }
    Error.captureStackTrace(this, from || AssertionError);
  }
  AssertionError.prototype = Object.create(Error.prototype);
  AssertionError.prototype.name = 'AssertionError';
  AssertionError.prototype.constructor = AssertionError;
  AssertionError.prototype.toJSON = function (stack) {
    const json = { name: this.name };
    for (const key of Object.keys(this)) {
      if (!['constructor', 'toJSON', 'stack'].includes(key)) {
        json[key] = this[key];
      }
    }
    if (stack !== false && this.stack) {
      json.stack = this.stack;
    }
    return json;
  };

  /** Ends a sentence that makes no sense for what is tested. */
  function misuse(assertion, text) {
    const { message, ssfi } = assertion.__flags;
    throw new AssertionError((message ? `${message}: ` : '') + text, undefined, ssfi);
  }

  /** As V8 words the read of a property of nothing. */
  function unreadable(value, name) {
    return new TypeError(`Cannot read properties of ${value} (reading '${name}')`);
  }

  /** As Postman words the call of what is no function: its own code is minified, and `name` is what is left of a name. */
  function uncallable(name) {
    return new TypeError(`${name} is not a function`);
  }

  // ---- sentences

  function Assertion(object, message, ssfi, lockSsfi) {
    this.__flags = { __proto__: null, ssfi: ssfi || Assertion, lockSsfi, object, message, eql: config.deepEqual || eql };
  }
  const words = Assertion.prototype;
  // Found before the wall when a sentence gets its own.
  Object.defineProperty(words, '__flags', { value: undefined, writable: true });

  words.assert = function (...args) {
    const { negate } = this.__flags;
    if (negate ? args[0] : !args[0]) {
      throw failure(this, args);
    }
  };
  Object.defineProperty(words, '_obj', {
    get() {
      return this.__flags.object;
    },
    set(value) {
      this.__flags.object = value;
    },
    configurable: true,
  });

  function failure(assertion, args) {
    const [, , , expected, actual, showDiff] = args;
    const details = { actual: args.length > 4 ? actual : assertion._obj, expected };
    details.showDiff = showDiff !== false && !(expected === undefined && actual === undefined) && config.showDiff === true;
    const said = kit.utilities;
    const operator = said.getOperator(assertion, args);
    if (operator) {
      details.operator = operator;
    }
    return new AssertionError(said.getMessage(assertion, args), details, config.includeStack ? assertion.assert : assertion.__flags.ssfi);
  }

  function next(assertion) {
    const following = Object.create(words);
    following.__flags = { __proto__: null, ...assertion.__flags };
    return following;
  }

  /** A question on the side, reported as one of the sentence that asks it. */
  function demand(assertion, object) {
    const { message, ssfi } = assertion.__flags;
    return new Assertion(object, message, ssfi, true);
  }

  function flag(holder, key, value) {
    const flags = holder.__flags || (holder.__flags = { __proto__: null });
    if (arguments.length < 3) {
      return flags[key];
    }
    flags[key] = value;
    return undefined;
  }

  /** The flags of a sentence, after its last argument, a comment of the tester, was taken in. */
  function noted(assertion, comment) {
    if (comment) {
      assertion.__flags.message = comment;
    }
    return assertion.__flags;
  }

  // ---- putting words onto a prototype

  const begin = (assertion, frame) => {
    const flags = assertion.__flags || (assertion.__flags = { __proto__: null });
    if (!flags.lockSsfi) {
      flags.ssfi = frame;
    }
  };
  const outcome = (assertion, result) => (result === undefined ? next(assertion) : result);
  const guardOf = new WeakMap();

  function guarded(method, name) {
    guardOf.set(method, name);
    const trap = { configurable: true, get: () => { throw Error(`Invalid Chai property: ${name}.length. See docs for proper usage of "${name}".`); } };
    Object.defineProperty(method, 'length', trap);
    return config.useProxy ? Object.setPrototypeOf(method, functionWall) : method;
  }

  kit.addProperty = function (target, name, getter = () => undefined) {
    const get = function () {
      begin(this, get);
      return outcome(this, getter.call(this));
    };
    Object.defineProperty(target, name, { get, configurable: true });
  };

  kit.addMethod = function (target, name, method) {
    const said = function (...args) {
      begin(this, said);
      return outcome(this, method.apply(this, args));
    };
    define(target, name, guarded(said, name));
  };

  const define = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
  const { call, apply } = Function.prototype;

  kit.addChainableMethod = function (target, name, method, chain = () => undefined) {
    const behaviour = { method, chainingBehavior: chain };
    if (!Object.hasOwn(target, '__methods')) {
      Object.defineProperty(target, '__methods', { value: {}, writable: true, configurable: true });
    }
    target.__methods[name] = behaviour;
    const trap = {
      get() {
        throw Error(`Invalid Chai property: ${name}.length. Due to a compatibility issue, "length" cannot directly follow "${name}". Use "${name}.lengthOf" instead.`);
      },
    };
    Object.defineProperty(target, name, {
      configurable: true,
      get() {
        behaviour.chainingBehavior.call(this);
        const said = function (...args) {
          begin(this, said);
          return outcome(this, behaviour.method.apply(this, args));
        };
        Object.defineProperty(said, 'length', trap);
        // `arguments` after such a word means that of the function, and says nothing.
        Object.setPrototypeOf(said, { __proto__: this, call, apply, arguments: null });
        said.__flags = { __proto__: null, ...this.__flags };
        return said;
      },
    });
  };

  // ---- words at their first use, and the wall behind them

  /** Puts the word onto the prototype; false where there is none of that name. */
  function learn(name) {
    for (const table of ['basic', 'postman', 'further']) {
      const word = Object.getOwnPropertyDescriptor(tables[table], name);
      if (word) {
        put(name, word);
        return true;
      }
    }
    return false;
  }

  function put(name, { get, value }) {
    if (get || value === null) {
      kit.addProperty(words, name, get);
    } else if (typeof value === 'function') {
      kit.addMethod(words, name, value);
    } else {
      kit.addChainableMethod(words, name, value.test, value.chain);
    }
  }

  kit.vocabulary = () => [...Object.keys(tables.basic), ...Object.keys(tables.further), ...Object.keys(tables.postman)];

  kit.learnAll = () => {
    for (const name of kit.vocabulary()) {
      if (!Object.hasOwn(words, name)) {
        learn(name);
      }
    }
  };

  const free = (key) => typeof key !== 'string' || config.proxyExcludedKeys.includes(key);

  Object.setPrototypeOf(words, new Proxy(Object.create(Object.prototype), {
    has: (target, key) => key in target || (typeof key === 'string' && learn(key)),
    get(target, key, sentence) {
      if (free(key) || key in target) {
        return Reflect.get(target, key, sentence);
      }
      if (learn(key)) {
        return Reflect.get(words, key, sentence);
      }
      if (config.useProxy) {
        throw Error(`Invalid Chai property: ${key}${kit.utilities.suggestion(key, sentence)}`);
      }
      return undefined;
    },
  }));

  const functionWall = new Proxy(Object.create(Function.prototype), {
    get(target, key, method) {
      if (free(key) || key in target || key === '__flags') {
        return Reflect.get(target, key, method);
      }
      const name = guardOf.get(method);
      throw Error(`Invalid Chai property: ${name}.${key}. See docs for proper usage of "${name}".`);
    },
  });

  // ---- what kind of thing a value is

  const PROTOTYPES = new Map();
  for (const known of [RegExp, Date, Promise, Set, Map, WeakSet, WeakMap, DataView]) {
    PROTOTYPES.set(known.prototype, known.name);
  }
  const tagOf = Object.prototype.toString;

  function typeOf(value) {
    const plain = typeof value;
    if (plain !== 'object') {
      return plain;
    }
    if (value === null) {
      return 'null';
    }
    if (value === globalThis) {
      return 'global';
    }
    const tag = value[Symbol.toStringTag];
    if (Array.isArray(value) && !(Symbol.toStringTag in value)) {
      return 'Array';
    }
    if (typeof tag === 'string') {
      return tag;
    }
    const prototype = Object.getPrototypeOf(value);
    return prototype === null ? 'Object' : PROTOTYPES.get(prototype) || tagOf.call(value).slice(8, -1);
  }

  function kind(value) {
    return typeOf(value).toLowerCase();
  }

  function nameOf(value) {
    return typeof value === 'function' ? value.name : null;
  }

  // ---- what most passing tests never need

  function inspect(value, showHidden, depth) {
    return kit.shown.inspect(value, depth);
  }

  function display(value) {
    return kit.shown.display(value);
  }

  function eql(left, right, options) {
    return kit.equality(left, right, options);
  }

  // ---- what scripts see

  function expect(value, message) {
    return new Assertion(value, message);
  }
  expect.fail = function (...args) {
    throw kit.failed(args, 'expect.fail()', expect.fail);
  };

  /** `fail(message)` or `fail(actual, expected, message, operator)`. */
  kit.failed = function (args, otherwise, from) {
    const [actual, expected, message, operator] = args.length < 2 ? [undefined, undefined, args[0]] : args;
    return new AssertionError(message || otherwise, { actual, expected, operator }, from);
  };

  kit.expect = expect;
  ph.lazy(kit, 'chai', () => kit.utilities.chai(expect));
  ph.lazy(kit, 'assert', () => kit.chai.assert);
  return kit;
})

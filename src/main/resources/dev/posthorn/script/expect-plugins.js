// The rest of chai 4: what a failed assertion says, and what `require('chai')` gives to scripts and plugins.
(function (kit) {
  'use strict';

  const { Assertion, AssertionError, config, flag, typeOf, nameOf, inspect, display, eql, next } = kit;
  const words = Assertion.prototype;

  // ---- messages

  const chosen = (assertion, args) => {
    const message = assertion.__flags.negate ? args[2] : args[1];
    return (typeof message === 'function' ? message() : message) || '';
  };
  const getActual = (assertion, args) => (args.length > 4 ? args[4] : assertion._obj);

  function getMessage(assertion, args) {
    const { object, message } = assertion.__flags;
    const text = chosen(assertion, args)
      .replace(/#\{this\}/g, () => display(object))
      .replace(/#\{act\}/g, () => display(getActual(assertion, args)))
      .replace(/#\{exp\}/g, () => display(args[3]));
    return message ? `${message}: ${text}` : text;
  }

  function getOperator(assertion, args) {
    const { operator } = assertion.__flags;
    const message = operator || chosen(assertion, args);
    if (operator || !message || /\shave\s/.test(message)) {
      return operator || undefined;
    }
    const deep = ['Array', 'Object', 'function'].includes(typeOf(args[3])) ? 'deepStrictEqual' : 'strictEqual';
    return /\snot\s/.test(message) ? `not${deep[0].toUpperCase()}${deep.slice(1)}` : deep;
  }

  // ---- suggestions

  const HIDDEN = ['__flags', '__methods', '_obj', 'assert', 'constructor'];

  /** The word that is meant by one that does not exist: the first of those with the fewest signs to change, at most three. */
  function suggestion(wrong, sentence) {
    let best = '';
    let distance = 4;
    for (const word of candidates(sentence)) {
      const found = distanceOf(wrong, word, distance);
      if (found < distance) {
        best = `. Did you mean "${word}"?`;
        distance = found;
      }
    }
    return best;
  }

  function candidates(sentence) {
    const known = kit.vocabulary();
    const own = typeof sentence === 'function' ? ['length', 'name', 'arguments', 'caller', 'prototype', 'call', 'apply'] : [];
    const added = Object.getOwnPropertyNames(words).filter((name) => !known.includes(name));
    return new Set([...own, ...known, ...added].filter((name) => !HIDDEN.includes(name)));
  }

  /** The number of signs to insert, leave out or replace; `cap` where it is not below that. Its first row is 0 at its end, as chai's is. */
  function distanceOf(from, to, cap) {
    if (Math.abs(from.length - to.length) >= cap) {
      return cap;
    }
    let above = Array.from({ length: to.length + 1 }, (_, column) => (column < to.length ? column : 0));
    for (let row = 1; row <= from.length; row++) {
      const line = [row];
      for (let column = 1; column <= to.length; column++) {
        const same = from.charCodeAt(row - 1) === to.charCodeAt(column - 1) ? 0 : 1;
        line[column] = Math.abs(row - column) >= cap ? cap : Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + same);
      }
      above = line;
    }
    return above[to.length];
  }

  // ---- errors

  function made(type) {
    try {
      return Reflect.construct(type, []);
    } catch (error) {
      throw Reflect.has(type, 'prototype') ? error : new TypeError('e is not a constructor');
    }
  }

  const isErrorClass = (like) => like.prototype instanceof Error || like === Error;

  const checkError = {
    compatibleInstance: (thrown, like) => like instanceof Error && thrown === like,
    compatibleConstructor(thrown, like) {
      const wanted = like instanceof Error ? like.constructor : isErrorClass(like) ? like : null;
      return wanted !== null && (thrown.constructor === wanted || thrown instanceof wanted);
    },
    compatibleMessage(thrown, matcher) {
      const text = typeof thrown === 'string' ? thrown : thrown.message;
      if (matcher instanceof RegExp || typeof matcher !== 'string') {
        return matcher instanceof RegExp && matcher.test(text);
      }
      if (text === undefined || text === null) {
        throw kit.unreadable(text, 'indexOf');
      }
      return text.indexOf(matcher) !== -1;
    },
    getMessage: (error) => (error && error.message) || (typeof error === 'string' ? error : ''),
    getConstructorName(errorLike) {
      if (errorLike instanceof Error) {
        return nameOf(errorLike.constructor);
      }
      return typeof errorLike === 'function' ? errorLike.name || nameOf(made(errorLike)) || '' : errorLike;
    },
  };

  // ---- for plugins

  function transferFlags(from, to, includeAll = true) {
    const flags = from.__flags || (from.__flags = { __proto__: null });
    to.__flags ||= { __proto__: null };
    for (const key in flags) {
      if (includeAll || !['object', 'ssfi', 'lockSsfi', 'message'].includes(key)) {
        to.__flags[key] = flags[key];
      }
    }
  }

  const following = (assertion, result) => (result === undefined ? next(assertion) : result);

  /** Runs `act` while the words said inside do not count as where the sentence began. */
  function locked(assertion, act) {
    const before = flag(assertion, 'lockSsfi');
    flag(assertion, 'lockSsfi', true);
    const result = act();
    flag(assertion, 'lockSsfi', before);
    return following(assertion, result);
  }

  function overwriteProperty(target, name, getter) {
    const before = Object.getOwnPropertyDescriptor(target, name)?.get || (() => undefined);
    kit.addProperty(target, name, function () {
      return locked(this, () => getter(before).call(this));
    });
  }

  function overwriteMethod(target, name, method) {
    const before = typeof target[name] === 'function' ? target[name] : () => {
      throw new Error(`${name} is not a function`);
    };
    kit.addMethod(target, name, function (...args) {
      return locked(this, () => method(before).apply(this, args));
    });
  }

  function overwriteChainableMethod(target, name, method, chain) {
    const behaviour = target.__methods[name];
    const before = { ...behaviour };
    behaviour.chainingBehavior = function () {
      return following(this, chain(before.chainingBehavior).call(this));
    };
    behaviour.method = function (...args) {
      return following(this, method(before.method).apply(this, args));
    };
  }

  function expectTypes(assertion, types) {
    const { object } = assertion.__flags;
    const wanted = types.map((type) => type.toLowerCase()).sort();
    if (!wanted.includes(kit.kind(object))) {
      const last = wanted.length - 1;
      const list = wanted.map((type, index) => `${last && index === last ? 'or ' : ''}${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`).join(', ');
      kit.misuse(assertion, `object tested must be ${list}, but ${kit.kind(object)} given`);
    }
  }

  const symbolsOf = (object) => Object.getOwnPropertySymbols(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
  const compareByInspect = (left, right) => (inspect(left) < inspect(right) ? -1 : 1);
  const { addProperty, addMethod, addChainableMethod } = kit;

  const util = {
    test: (assertion, [expression]) => (assertion.__flags.negate ? !expression : expression),
    type: typeOf, expectTypes, getMessage, getActual, inspect, objDisplay: display, flag, transferFlags, eql,
    getPathInfo: (object, path) => kit.pathInfo(object, path),
    hasProperty: (object, name) => object !== undefined && object !== null && name in Object(object),
    getName: nameOf, addProperty, addMethod, overwriteProperty, overwriteMethod, addChainableMethod, overwriteChainableMethod, compareByInspect,
    getOwnEnumerablePropertySymbols: symbolsOf,
    getOwnEnumerableProperties: (object) => [...Object.keys(object), ...symbolsOf(object)],
    checkError, proxify: (object) => object, addLengthGuard: (method) => method, isProxyEnabled: () => config.useProxy, isNaN: Number.isNaN, getOperator,
  };

  for (const [name, make] of Object.entries({ addProperty, addMethod, addChainableMethod, overwriteProperty, overwriteMethod, overwriteChainableMethod })) {
    Assertion[name] = function (...args) {
      make(this.prototype, ...args);
    };
  }

  // ---- chai itself

  function chai(expect) {
    kit.learnAll();
    const used = [];
    const it = {
      version: '4.3.8', AssertionError, util, config, Assertion, expect,
      use(plugin) {
        if (!used.includes(plugin)) {
          plugin(it, util);
          used.push(plugin);
        }
        return it;
      },
    };
    it.should = it.Should = () => kit.others.should();
    kit.ph.lazy(it, 'assert', () => kit.others.assert);
    return it;
  }

  return { getMessage, getOperator, suggestion, checkError, compareByInspect, chai };
})

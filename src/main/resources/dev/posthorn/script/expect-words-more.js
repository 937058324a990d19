// The words of `expect` about keys, members, errors and changes, in the order in which suggestions look through them.
(function (kit) {
  'use strict';

  const { typeOf, kind, inspect, display, misuse, demand, noted, unreadable, uncallable } = kit;
  const { checkError, compareByInspect } = kit.utilities;

  // ---- keys

  const MIXED = 'when testing keys against an object or an array you must give a single Array|Object|String argument or multiple String arguments';

  function enumerable(object) {
    if (object === undefined || object === null) {
      throw new TypeError('Cannot convert undefined or null to object');
    }
    return [...Object.keys(object), ...Object.getOwnPropertySymbols(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key))];
  }

  function wantedKeys(assertion, args, collection) {
    const [first] = args;
    const type = typeOf(first);
    if (collection) {
      return type === 'Array' ? first : args;
    }
    if (args.length > 1 && (type === 'Array' || type === 'Object')) {
      misuse(assertion, MIXED);
    }
    const keys = type === 'Array' ? first : type === 'Object' ? Object.keys(first) : args;
    return keys.map((key) => (typeof key === 'symbol' ? key : String(key)));
  }

  function keys(...args) {
    const { object, deep, any, contains, eql } = this.__flags;
    const collection = ['Map', 'Set'].includes(typeOf(object));
    const actual = collection ? keysOf(object) : enumerable(object);
    const wanted = wantedKeys(this, args, collection);
    if (!wanted.length) {
      misuse(this, 'keys required');
    }
    const there = (key) => actual.some((other) => (deep ? eql(key, other) : key === other));
    const found = any ? wanted.some(there) : wanted.every(there) && (contains || wanted.length === actual.length);
    const phrase = () => `${collection && deep ? 'deeply ' : ''}${contains ? 'contain' : 'have'} ${named(wanted, any)}`;
    const inOrder = (list) => [...list].sort(compareByInspect);
    if (found === Boolean(this.__flags.negate)) {
      this.assert(found, `expected #{this} to ${phrase()}`, `expected #{this} to not ${phrase()}`, inOrder(wanted), inOrder(actual), true);
    }
  }

  function keysOf(collection) {
    const found = [];
    collection.forEach((value, key) => found.push(key));
    return found;
  }

  function named(wanted, any) {
    const shown = wanted.map((key) => inspect(key));
    const last = shown.pop();
    return shown.length ? `keys ${shown.join(', ')}, ${any ? 'or' : 'and'} ${last}` : `key ${last}`;
  }

  // ---- errors

  const asText = (error) => (error instanceof Error ? error.toString() : error && checkError.getConstructorName(error));

  function throws(like, matcher, comment) {
    const flags = noted(this, comment);
    const negate = flags.negate || false;
    const run = flags.object;
    demand(this, run).is.a('function');
    if (like instanceof RegExp || typeof like === 'string') {
      matcher = like;
      like = null;
    }
    let caught;
    try {
      run();
    } catch (error) {
      caught = error;
    }
    const any = like === undefined && matcher === undefined;
    if (any || !negate) {
      const what = like instanceof Error ? '#{exp}' : like ? checkError.getConstructorName(like) : 'an error';
      this.assert(caught, `expected #{this} to throw ${what}`, 'expected #{this} to not throw an error but #{act} was thrown',
        like && like.toString(), typeof caught === 'string' ? caught : asText(caught));
    }
    const unlike = like && caught ? kindOfError(this, like, caught, negate, Boolean(matcher)) : false;
    const unmatched = caught && matcher !== undefined && matcher !== null ? textOfError(this, matcher, caught, negate, Boolean(like)) : false;
    if (unlike && unmatched) {
      this.assert(negate, 'expected #{this} to throw #{exp} but #{act} was thrown', 'expected #{this} to not throw #{exp} but #{act} was thrown', asText(like), asText(caught));
    }
    flags.object = caught;
  }

  /** True where it is of the unwanted kind but only counts together with its text. */
  function kindOfError(assertion, like, caught, negate, together) {
    let held = false;
    const check = (compatible, expected, actual) => {
      if (compatible === negate) {
        if (together && negate) {
          held = true;
        } else {
          assertion.assert(negate, 'expected #{this} to throw #{exp} but #{act} was thrown', `expected #{this} to not throw #{exp}${expected}`, asText(like), actual());
        }
      }
    };
    if (like instanceof Error) {
      check(checkError.compatibleInstance(caught, like), negate ? '' : ' but #{act} was thrown', () => caught.toString());
    }
    check(checkError.compatibleConstructor(caught, like), ' but #{act} was thrown', () => asText(caught));
    return held;
  }

  function textOfError(assertion, matcher, caught, negate, together) {
    if (checkError.compatibleMessage(caught, matcher) !== negate) {
      return false;
    }
    if (together && negate) {
      return true;
    }
    const how = matcher instanceof RegExp ? 'matching' : 'including';
    assertion.assert(negate, `expected #{this} to throw error ${how} #{exp} but got #{act}`, `expected #{this} to throw error not ${how} #{exp}`,
      matcher, checkError.getMessage(caught));
    return false;
  }

  // ---- functions and numbers

  function respondTo(method, comment) {
    const { object, itself } = noted(this, comment);
    const holder = typeof object === 'function' && !itself ? object.prototype : object;
    if (holder === undefined || holder === null) {
      throw unreadable(holder, String(method));
    }
    this.assert(typeof holder[method] === 'function', () => `expected #{this} to respond to ${inspect(method)}`, () => `expected #{this} to not respond to ${inspect(method)}`);
  }

  function satisfy(matcher, comment) {
    const { object, negate } = noted(this, comment);
    if (typeof matcher !== 'function') {
      throw uncallable('e');
    }
    const result = matcher(object);
    // The missing space is chai's own.
    this.assert(result, () => `expected #{this} to satisfy ${display(matcher)}`, () => `expected #{this} to not satisfy${display(matcher)}`, !negate, result);
  }

  function closeTo(expected, delta, comment) {
    const { object } = noted(this, comment);
    demand(this, object).is.a('number');
    if (typeof expected !== 'number' || typeof delta !== 'number') {
      misuse(this, `the arguments to closeTo or approximately must be numbers${delta === undefined ? ', and a delta is required' : ''}`);
    }
    this.assert(Math.abs(object - expected) <= delta, `expected #{this} to be close to ${expected} +/- ${delta}`, `expected #{this} not to be close to ${expected} +/- ${delta}`);
  }

  // ---- members

  function isSubset(subset, superset, same, contains, ordered) {
    if (!contains && subset.length !== superset.length) {
      return false;
    }
    const left = contains ? superset : superset.slice();
    return subset.every((item, index) => {
      if (ordered) {
        return same ? same(item, left[index]) : item === left[index];
      }
      const place = same ? left.findIndex((other, at) => at in left && same(item, other)) : left.indexOf(item);
      if (place !== -1 && !contains) {
        left.splice(place, 1);
      }
      return place !== -1;
    });
  }

  function members(subset, comment) {
    const { object, contains, ordered, deep, eql } = noted(this, comment);
    demand(this, object).to.be.an('array');
    demand(this, subset).to.be.an('array');
    const phrase = contains ? `be ${ordered ? 'an ordered superset' : 'a superset'} of` : `have the same ${ordered ? 'ordered ' : ''}members as`;
    this.assert(isSubset(subset, object, deep ? eql : undefined, contains, ordered), `expected #{this} to ${phrase} #{exp}`,
      `expected #{this} to not ${phrase} #{exp}`, subset, object, true);
  }

  function oneOf(list, comment) {
    const { object: expected, contains, deep, eql } = noted(this, comment);
    demand(this, list).to.be.an('array');
    if (contains) {
      this.assert(within(list, expected), 'expected #{this} to contain one of #{exp}',
        'expected #{this} to not contain one of #{exp}', list, expected);
    } else if (deep) {
      // Denied in the same words: chai's own slip.
      this.assert(list.some((item) => eql(expected, item)), 'expected #{this} to deeply equal one of #{exp}', 'expected #{this} to deeply equal one of #{exp}', list, expected);
    } else {
      this.assert(list.indexOf(expected) > -1, 'expected #{this} to be one of #{exp}', 'expected #{this} to not be one of #{exp}', list, expected);
    }
  }

  function within(list, expected) {
    if (list.length && (expected === undefined || expected === null)) {
      throw unreadable(expected, 'indexOf');
    }
    if (list.length && typeof expected.indexOf !== 'function') {
      throw uncallable('a.indexOf');
    }
    return list.some((item) => expected.indexOf(item) > -1);
  }

  // ---- changes

  /** What a function does to a number or any other value, which a function gives or a property holds. */
  function change(behaviour, isSo, delta) {
    return function (subject, name, comment) {
      const flags = noted(this, comment);
      const run = flags.object;
      demand(this, run).is.a('function');
      if (name) {
        demand(this, subject).to.have.property(name);
      } else {
        demand(this, subject).is.a('function');
      }
      const initial = name ? subject[name] : subject();
      if (behaviour !== 'change') {
        demand(this, initial).is.a('number');
      }
      run();
      const unnamed = name === undefined || name === null;
      const final = unnamed ? subject() : subject[name];
      const what = unnamed ? initial : '.' + name;
      Object.assign(flags, {
        deltaMsgObj: what, initialDeltaValue: initial, finalDeltaValue: final, deltaBehavior: behaviour, realDelta: delta(initial, final),
      });
      this.assert(isSo(initial, final), 'expected ' + what + ` to ${behaviour}`, 'expected ' + what + ` to not ${behaviour}`);
    };
  }

  const changes = change('change', (initial, final) => initial !== final, (initial, final) => final !== initial);
  const increases = change('increase', (initial, final) => final - initial > 0, (initial, final) => final - initial);
  const decreases = change('decrease', (initial, final) => final - initial < 0, (initial, final) => initial - final);

  function by(delta, comment) {
    const { deltaMsgObj, initialDeltaValue, finalDeltaValue, deltaBehavior, realDelta } = noted(this, comment);
    const moved = deltaBehavior === 'change' ? Math.abs(finalDeltaValue - initialDeltaValue) : realDelta;
    this.assert(moved === Math.abs(delta), 'expected ' + deltaMsgObj + ' to ' + deltaBehavior + ' by ' + delta,
      'expected ' + deltaMsgObj + ' to not ' + deltaBehavior + ' by ' + delta);
  }

  function lock(name, isLocked) {
    return (assertion) => assertion.assert(isLocked(assertion.__flags.object), `expected #{this} to be ${name}`, `expected #{this} to not be ${name}`);
  }

  // Primitives can take nothing on: Object.isSealed and its like see them so.
  const extensible = lock('extensible', Object.isExtensible);
  const sealed = lock('sealed', Object.isSealed);
  const frozen = lock('frozen', Object.isFrozen);
  const finite = lock('a finite number', Number.isFinite);

  return {
    keys, key: keys, throw: throws, throws, Throw: throws, respondTo, respondsTo: respondTo,
    get itself() { this.__flags.itself = true; },
    satisfy, satisfies: satisfy, closeTo, approximately: closeTo, members, oneOf,
    change: changes, changes, increase: increases, increases, decrease: decreases, decreases, by,
    get extensible() { extensible(this); },
    get sealed() { sealed(this); },
    get frozen() { frozen(this); },
    get finite() { finite(this); },
  };
})

// The words of `expect` that most tests say, in the order in which suggestions look through them.
//
// null is a word without meaning of its own; a getter a word that tests or sets a flag; a function one with arguments;
// `{test, chain}` one that is both. Words with two names share one function.
(function (kit) {
  'use strict';

  const { ph, Assertion, AssertionError, typeOf, kind, nameOf, inspect, misuse, demand, noted, unreadable, uncallable } = kit;

  const article = (type) => ('aeiou'.includes(type.charAt(0)) && type ? 'an ' : 'a ');

  const a = {
    test(type, comment) {
      const { object } = noted(this, comment);
      if (type === undefined || type === null) {
        throw unreadable(type, 'toLowerCase');
      }
      if (typeof type.toLowerCase !== 'function') {
        throw uncallable('e.toLowerCase');
      }
      type = type.toLowerCase();
      this.assert(type === kind(object), `expected #{this} to be ${article(type)}${type}`, `expected #{this} not to be ${article(type)}${type}`);
    },
  };

  // ---- include

  const sameValueZero = (left, right) => left === right || (Number.isNaN(left) && Number.isNaN(right));

  const include = {
    chain() {
      this.__flags.contains = true;
    },
    test(value, comment) {
      const { object, deep, eql } = noted(this, comment);
      const type = kind(object);
      const same = (item) => (deep ? eql : sameValueZero)(item, value);
      const found = holds(this, type, object, value, deep, same);
      if (found === undefined) {
        return includeProperties(this, type, value);
      }
      const word = deep ? 'deep include' : 'include';
      return this.assert(found, () => `expected #{this} to ${word} ${inspect(value)}`, () => `expected #{this} to not ${word} ${inspect(value)}`);
    },
  };

  /** Undefined for what is no container: there, properties are looked for. */
  function holds(assertion, type, object, value, deep, same) {
    switch (type) {
      case 'string':
        return object.indexOf(value) !== -1;
      case 'array':
        return deep ? object.some(same) : object.indexOf(value) !== -1;
      case 'map':
        return [...object.values()].some(same);
      case 'set':
        return deep ? [...object].some(same) : object.has(value);
      case 'weakset':
        return deep ? misuse(assertion, 'unable to use .deep.include with WeakSet') : object.has(value);
      default:
        return undefined;
    }
  }

  function includeProperties(assertion, type, value) {
    if (value !== Object(value)) {
      const given = kind(value);
      misuse(assertion, `the given combination of arguments (${type} and ${given}) is invalid for this assertion. `
        + `You can use an array, a map, an object, a set, a string, or a weakset instead of a ${given}`);
    }
    const names = Object.keys(value);
    const tolerant = assertion.__flags.negate && names.length > 1;
    let first = null;
    let missed = 0;
    for (const name of names) {
      try {
        aside(assertion).property(name, value[name]);
      } catch (error) {
        if (!tolerant || !(error instanceof AssertionError)) {
          throw error;
        }
        first ??= error;
        missed++;
      }
    }
    if (tolerant && missed === names.length) {
      throw first;
    }
  }

  /** A new sentence about the same, with the same flags. */
  function aside(assertion) {
    const copy = new Assertion();
    copy.__flags = { __proto__: null, ...assertion.__flags, lockSsfi: true };
    return copy;
  }

  // ---- what a value is

  function exist() {
    const { object } = this.__flags;
    this.assert(object !== null && object !== undefined, 'expected #{this} to exist', 'expected #{this} to not exist');
  }

  function count(assertion, value) {
    switch (kind(value)) {
      case 'array': case 'string':
        return value.length;
      case 'map': case 'set':
        return value.size;
      case 'weakmap': case 'weakset':
        return misuse(assertion, '.empty was passed a weak collection');
      case 'function':
        return misuse(assertion, `.empty was passed a function ${nameOf(value)}`.trim());
      default:
        return value === Object(value) ? Object.keys(value).length : misuse(assertion, `.empty was passed non-string primitive ${inspect(value)}`);
    }
  }

  function argumentList() {
    const type = typeOf(this.__flags.object);
    this.assert(type === 'Arguments', `expected #{this} to be arguments but got ${type}`, 'expected #{this} to not be arguments');
  }

  function equal(value, comment) {
    const flags = noted(this, comment);
    if (flags.deep) {
      const { lockSsfi } = flags;
      flags.lockSsfi = true;
      this.eql(value);
      flags.lockSsfi = lockSsfi;
    } else {
      this.assert(value === flags.object, 'expected #{this} to equal #{exp}', 'expected #{this} to not equal #{exp}', value, this._obj, true);
    }
  }

  function eql(value, comment) {
    const flags = noted(this, comment);
    this.assert(flags.eql(value, flags.object), 'expected #{this} to deeply equal #{exp}', 'expected #{this} to not deeply equal #{exp}',
      value, this._obj, true);
  }

  // ---- order

  const isSized = (type) => type === 'map' || type === 'set';

  /** What is compared: the value, or with `length` before it, the number of its items. Ends the sentence where that cannot be. */
  function measured(assertion, limits, nouns) {
    const { object, doLength } = assertion.__flags;
    const type = kind(object);
    if (doLength && !isSized(type)) {
      demand(assertion, object).to.have.property('length');
    }
    const all = (wanted) => limits.every((limit) => kind(limit) === wanted);
    if (!doLength && type === 'date' && !all('date')) {
      misuse(assertion, `${nouns.replace('%', 'date')}`);
    } else if (!all('number') && (doLength || type === 'number')) {
      misuse(assertion, `${nouns.replace('%', 'number')}`);
    } else if (!doLength && type !== 'date' && type !== 'number') {
      misuse(assertion, 'expected ' + (type === 'string' ? `'${object}'` : object) + ' to be a number or a date');
    }
    return doLength ? (isSized(type) ? ['size', object.size] : ['length', object.length]) : ['', object];
  }

  /** A comparison; `opposite` is how it is denied of a value, `denial` of a length. */
  function comparison(name, phrase, opposite, denial, holdsFor) {
    return function (limit, comment) {
      noted(this, comment);
      const [noun, actual] = measured(this, [limit], `the argument to ${name} must be a %`);
      if (noun) {
        this.assert(holdsFor(actual, limit), `expected #{this} to have a ${noun} ${phrase} #{exp} but got #{act}`,
          `expected #{this} to ${denial.replace('%', noun)} #{exp}`, limit, actual);
      } else {
        this.assert(holdsFor(actual, limit), `expected #{this} to be ${phrase} #{exp}`, `expected #{this} to be ${opposite} #{exp}`, limit);
      }
    };
  }

  const above = comparison('above', 'above', 'at most', 'not have a % above', (value, limit) => value > limit);
  const least = comparison('least', 'at least', 'below', 'have a % below', (value, limit) => value >= limit);
  const below = comparison('below', 'below', 'at least', 'not have a % below', (value, limit) => value < limit);
  const most = comparison('most', 'at most', 'above', 'have a % above', (value, limit) => value <= limit);

  function within(start, finish, comment) {
    noted(this, comment);
    const dates = kind(start) === 'date' && kind(finish) === 'date';
    const range = dates ? `${start.toISOString()}..${finish.toISOString()}` : start + '..' + finish;
    const [noun, actual] = measured(this, [start, finish], 'the arguments to within must be %s');
    const phrase = noun ? `have a ${noun} within ` : 'be within ';
    this.assert(actual >= start && actual <= finish, `expected #{this} to ${phrase}${range}`, `expected #{this} to not ${phrase}${range}`);
  }

  // ---- classes and properties

  function instance(constructor, comment) {
    const { object } = noted(this, comment);
    let is;
    try {
      is = object instanceof constructor;
    } catch (error) {
      if (error instanceof TypeError) {
        misuse(this, `The instanceof assertion needs a constructor but ${typeOf(constructor)} was given.`);
      }
      throw error;
    }
    const name = nameOf(constructor) ?? 'an unnamed constructor';
    this.assert(is, `expected #{this} to be an instance of ${name}`, `expected #{this} to not be an instance of ${name}`);
  }

  function checkName(assertion, name, { nested, own, object }) {
    const type = typeof name;
    if (nested && type !== 'string') {
      misuse(assertion, 'the argument to property must be a string when using nested syntax');
    }
    if (type !== 'string' && type !== 'number' && type !== 'symbol') {
      misuse(assertion, 'the argument to property must be a string, number, or symbol');
    }
    if (nested && own) {
      misuse(assertion, 'The "nested" and "own" flags cannot be combined.');
    }
    if (object === null || object === undefined) {
      misuse(assertion, 'Target cannot be null or undefined.');
    }
  }

  function find(name, { nested, own, object }) {
    if (nested) {
      const { value, exists } = pathInfo(object, name);
      return [exists, value];
    }
    return [own ? Object.hasOwn(object, name) : name in Object(object), object[name]];
  }

  function property(name, value, comment) {
    const flags = noted(this, comment);
    checkName(this, name, flags);
    const { deep, own, nested, negate } = flags;
    const valued = arguments.length > 1;
    const [exists, actual] = find(name, flags);
    const phrase = () => `have ${deep ? 'deep ' : ''}${own ? 'own ' : ''}${nested ? 'nested ' : ''}property ${inspect(name)}`;
    if (!negate || !valued) {
      this.assert(exists, () => `expected #{this} to ${phrase()}`, () => `expected #{this} to not ${phrase()}`);
    }
    if (valued) {
      const same = exists && (deep ? flags.eql(value, actual) : value === actual);
      this.assert(same, () => `expected #{this} to ${phrase()} of #{exp}, but got #{act}`, () => `expected #{this} to not ${phrase()} of #{act}`, value, actual);
    }
    flags.object = actual;
  }

  function ownProperty(...args) {
    this.__flags.own = true;
    property.apply(this, args);
  }

  function ownPropertyDescriptor(name, expected, comment) {
    if (typeof expected === 'string') {
      comment = expected;
      expected = null;
    }
    const flags = noted(this, comment);
    const actual = Object.getOwnPropertyDescriptor(Object(flags.object), name);
    if (actual && expected) {
      const about = (not) => () => `expected the own property descriptor for ${inspect(name)} on #{this} to ${not}match ${inspect(expected)}${not ? '' : `, got ${inspect(actual)}`}`;
      this.assert(flags.eql(expected, actual), about(''), about('not '), expected, actual, true);
    } else {
      const about = (not) => () => `expected #{this} to ${not}have an own property descriptor for ${inspect(name)}`;
      this.assert(actual, about(''), about('not '));
    }
    flags.object = actual;
  }

  kit.pathInfo = pathInfo;

  /** Where a path such as `a.b[0]` leads: a backslash takes the meaning from a dot or bracket. */
  function pathInfo(object, path) {
    const steps = path.replace(/([^\\])\[/g, '$1.[').match(/(\\\.|[^.]+?)+/g).map(step);
    const last = steps.at(-1);
    const parent = steps.length > 1 ? follow(object, steps.slice(0, -1)) : object;
    return { parent, name: last, value: follow(object, steps), exists: parent !== undefined && parent !== null && last in Object(parent) };
  }

  function step(text) {
    if (text === 'constructor' || text === '__proto__' || text === 'prototype') {
      return undefined;
    }
    const index = /^\[(\d+)\]$/.exec(text);
    return index ? parseFloat(index[1]) : text.replace(/\\([.[\]])/g, '$1');
  }

  function follow(object, steps) {
    let value = object;
    let reached = null;
    steps.forEach((name, index) => {
      if (value) {
        value = value[name];
        reached = index + 1 === steps.length ? value : null;
      }
    });
    return reached;
  }

  // ---- length and text

  const length = {
    chain() {
      this.__flags.doLength = true;
    },
    test(expected, comment) {
      const { object } = noted(this, comment);
      const sized = isSized(kind(object));
      if (!sized) {
        demand(this, object).to.have.property('length');
      }
      const [noun, actual] = sized ? ['size', object.size] : ['length', object.length];
      this.assert(actual == expected, `expected #{this} to have a ${noun} of #{exp} but got #{act}`, `expected #{this} to not have a ${noun} of #{act}`, expected, actual);
    },
  };

  function match(re, comment) {
    const { object } = noted(this, comment);
    if (re === undefined || re === null) {
      throw unreadable(re, 'exec');
    }
    if (typeof re.exec !== 'function') {
      throw uncallable('e.exec');
    }
    this.assert(re.exec(object), 'expected #{this} to match ' + re, 'expected #{this} not to match ' + re);
  }

  function string(text, comment) {
    const { object } = noted(this, comment);
    demand(this, object).is.a('string');
    this.assert(object.indexOf(text) !== -1, () => `expected #{this} to contain ${inspect(text)}`, () => `expected #{this} to not contain ${inspect(text)}`);
  }

  return {
    to: null, be: null, been: null, is: null, and: null, has: null, have: null, with: null, that: null, which: null,
    at: null, of: null, same: null, but: null, does: null, still: null, also: null,
    get not() { this.__flags.negate = true; },
    get deep() { this.__flags.deep = true; },
    get nested() { this.__flags.nested = true; },
    get own() { this.__flags.own = true; },
    get ordered() { this.__flags.ordered = true; },
    get any() { Object.assign(this.__flags, { any: true, all: false }); },
    get all() { Object.assign(this.__flags, { all: true, any: false }); },
    an: a, a, include, contain: include, contains: include, includes: include,
    get ok() {
      const { object } = this.__flags;
      if (typeof object === 'object' && object !== null && ph.sdk.Response.isResponse(object)) {
        kit.responses.ok(this);
      } else {
        this.assert(object, 'expected #{this} to be truthy', 'expected #{this} to be falsy');
      }
    },
    get true() {
      const { object, negate } = this.__flags;
      this.assert(object === true, 'expected #{this} to be true', 'expected #{this} to be false', !negate);
    },
    get false() {
      const { object, negate } = this.__flags;
      this.assert(object === false, 'expected #{this} to be false', 'expected #{this} to be true', Boolean(negate));
    },
    get null() { this.assert(this.__flags.object === null, 'expected #{this} to be null', 'expected #{this} not to be null'); },
    get undefined() { this.assert(this.__flags.object === undefined, 'expected #{this} to be undefined', 'expected #{this} not to be undefined'); },
    get NaN() { this.assert(Number.isNaN(this.__flags.object), 'expected #{this} to be NaN', 'expected #{this} not to be NaN'); },
    get exist() { exist.call(this); },
    get exists() { exist.call(this); },
    get empty() {
      this.assert(count(this, this.__flags.object) === 0, 'expected #{this} to be empty', 'expected #{this} not to be empty');
    },
    get arguments() { argumentList.call(this); },
    get Arguments() { argumentList.call(this); },
    equal, equals: equal, eq: equal, eql, eqls: eql,
    above, gt: above, greaterThan: above, least, gte: least, greaterThanOrEqual: least,
    below, lt: below, lessThan: below, most, lte: most, lessThanOrEqual: most, within,
    instanceof: instance, instanceOf: instance,
    property, ownProperty, haveOwnProperty: ownProperty, ownPropertyDescriptor, haveOwnPropertyDescriptor: ownPropertyDescriptor,
    length, lengthOf: length, match, matches: match, string,
  };
})

// The other two ways to ask in chai 4: `assert.equal(…)`, and `should`. Most of their questions are sentences of `expect`.
(function (kit) {
  'use strict';

  const { Assertion, AssertionError, inspect, failed, expect } = kit;

  function assert(expression, message) {
    new Assertion(null, null, assert, true).assert(expression, message, '[ negation message unavailable ]');
  }

  /** The sentence about `value`, as far as its last word. */
  const begin = (value, message, from, path) => path.split('.').reduce((sentence, word) => sentence[word], new Assertion(value, message, from, true));

  /** `name(value, message)`, where the sentence ends in a word without argument. */
  function state(name, path) {
    assert[name] = function (value, message) {
      begin(value, message, assert[name], path);
    };
  }

  /** `name(value, …, message)`; what is fixed of the last word's arguments is not asked for. */
  function question(name, path, size, ...fixed) {
    const end = path.lastIndexOf('.');
    assert[name] = function (value, ...args) {
      const sentence = begin(value, args[size], assert[name], path.slice(0, end));
      sentence[path.slice(end + 1)](...fixed, ...Array.from({ length: size }, (_, index) => args[index]));
    };
  }

  const capital = (word) => word && word[0].toUpperCase() + word.slice(1);
  const camel = (parts) => parts.filter(Boolean).map((part, index) => (index ? capital(part) : part)).join('');

  // ---- states

  for (const [name, path] of Object.entries({
    isOk: 'is.ok', isNotOk: 'is.not.ok', isTrue: 'is.true', isFalse: 'is.false', isNaN: 'to.be.NaN', isNotNaN: 'not.to.be.NaN',
    exists: 'to.exist', notExists: 'to.not.exist', isFinite: 'to.be.finite', isEmpty: 'to.be.empty', isNotEmpty: 'to.not.be.empty',
    isExtensible: 'to.be.extensible', isNotExtensible: 'to.not.be.extensible', isSealed: 'to.be.sealed', isNotSealed: 'to.not.be.sealed',
    isFrozen: 'to.be.frozen', isNotFrozen: 'to.not.be.frozen',
  })) {
    state(name, path);
  }
  for (const type of ['function', 'object', 'array', 'string', 'number', 'boolean']) {
    question(`is${capital(type)}`, 'to.be.a', 0, type);
    question(`isNot${capital(type)}`, 'to.not.be.a', 0, type);
  }
  for (const [name, path, value] of [
    ['isNotTrue', 'to.not.equal', true], ['isNotFalse', 'to.not.equal', false], ['isNull', 'to.equal', null], ['isNotNull', 'to.not.equal', null],
    ['isUndefined', 'to.equal', undefined], ['isDefined', 'to.not.equal', undefined],
  ]) {
    question(name, path, 0, value);
  }

  // ---- one argument or more

  for (const [name, path] of Object.entries({
    strictEqual: 'to.equal', notStrictEqual: 'to.not.equal', deepEqual: 'to.eql', notDeepEqual: 'to.not.eql',
    isAbove: 'to.be.above', isAtLeast: 'to.be.least', isBelow: 'to.be.below', isAtMost: 'to.be.most',
    typeOf: 'to.be.a', notTypeOf: 'to.not.be.a', instanceOf: 'to.be.instanceOf', notInstanceOf: 'to.not.be.instanceOf',
    match: 'to.match', notMatch: 'to.not.match', property: 'to.have.property', notProperty: 'to.not.have.property',
    ownProperty: 'to.have.own.property', notOwnProperty: 'to.not.have.own.property',
    nestedProperty: 'to.have.nested.property', notNestedProperty: 'to.not.have.nested.property', lengthOf: 'to.have.lengthOf', oneOf: 'to.be.oneOf',
  })) {
    question(name, path, 1);
  }
  question('closeTo', 'to.be.closeTo', 2);
  question('approximately', 'to.be.approximately', 2);
  assert.deepStrictEqual = assert.deepEqual;

  for (const deep of ['', 'deep']) {
    for (const where of ['', 'nested', 'own']) {
      const path = ['to', deep, where].filter(Boolean).join('.');
      const not = path.replace('to', 'to.not');
      question(camel([deep, where, 'include']), `${path}.include`, 1);
      question(camel(['not', deep, where, 'include']), `${not}.include`, 1);
      question(camel([deep, where, 'propertyVal']), `${path}.property`, 2);
      question(camel(['not', deep, where, 'propertyVal']), `${not}.property`, 2);
    }
    for (const ordered of ['', 'ordered']) {
      const words = [deep, ordered, 'members'].filter(Boolean);
      for (const verb of ['same', 'include']) {
        question(camel([verb, ...words]), `to.${verb}.${words.join('.')}`, 1);
        question(camel(['not', verb, ...words]), `to.not.${verb}.${words.join('.')}`, 1);
      }
    }
    for (const [name, path] of [
      ['hasAny', 'have.any'], ['hasAll', 'have.all'], ['containsAll', 'contain.all'], ['doesNotHaveAny', 'not.have.any'], ['doesNotHaveAll', 'not.have.all'],
    ]) {
      question(`${name}${capital(deep)}Keys`, `to.${path}${deep && '.deep'}.keys`, 1);
    }
  }

  // ---- changes: a property of an object, or without name what a function gives

  for (const verb of ['change', 'increase', 'decrease']) {
    const asked = (negation, by) => function from(run, subject, ...rest) {
      const [name, delta, message] = changed(subject, rest, Boolean(by));
      const sentence = begin(run, message, from, negation)[verb](subject, name);
      return by ? by.split('.').reduce((found, word) => found[word], sentence).by(delta) : sentence;
    };
    assert[`${verb}s`] = asked('be');
    assert[`${verb}sBy`] = asked('be', 'to');
    assert[`doesNot${capital(verb)}`] = asked('not');
    assert[`${verb}sButNotBy`] = asked('be', 'but.not');
    if (verb === 'decrease') {
      assert.doesNotDecreaseBy = asked('not', 'to');
    }
  }

  /** [name, delta, message] of what follows the subject. */
  function changed(subject, rest, by) {
    const given = typeof subject === 'function';
    if (!by) {
      return given && rest.length === 1 ? [null, undefined, rest[0]] : [rest[0], undefined, rest[1]];
    }
    if (rest.length === 1) {
      return [null, rest[0], undefined];
    }
    return given && rest.length === 2 ? [rest[0], rest[0], rest[1]] : rest;
  }

  // ---- what is no sentence

  assert.fail = function (...args) {
    throw failed(args, 'assert.fail()', assert.fail);
  };

  function loosely(name, equal, yes, no) {
    assert[name] = function (actual, expected, message) {
      new Assertion(actual, message, assert[name], true).assert((expected == actual) === equal, yes, no, expected, actual, true);
    };
  }
  loosely('equal', true, 'expected #{this} to equal #{exp}', 'expected #{this} to not equal #{act}');
  loosely('notEqual', false, 'expected #{this} to not equal #{exp}', 'expected #{this} to equal #{act}');

  const isText = (value) => typeof value === 'string' || value instanceof RegExp;

  function throwing(name, path) {
    return function (run, like, matcher, message) {
      const sentence = begin(run, message, assert[name], path);
      return (isText(like) ? sentence.throw(null, like) : sentence.throw(like, matcher))._obj;
    };
  }
  assert.throws = throwing('throws', 'to');
  const doesNotThrow = throwing('doesNotThrow', 'to.not');
  assert.doesNotThrow = function (...args) {
    doesNotThrow(...args);
  };

  const OPERATORS = {
    __proto__: null,
    '==': (left, right) => left == right, '===': (left, right) => left === right, '!=': (left, right) => left != right, '!==': (left, right) => left !== right,
    '>': (left, right) => left > right, '>=': (left, right) => left >= right, '<': (left, right) => left < right, '<=': (left, right) => left <= right,
  };

  assert.operator = function (left, operator, right, message) {
    if (!OPERATORS[operator]) {
      throw new AssertionError((message ? `${message}: ` : message) + `Invalid operator "${operator}"`, undefined, assert.operator);
    }
    const is = OPERATORS[operator](left, right);
    const about = (not) => () => `expected ${inspect(left)} to ${not}be ${operator} ${inspect(right)}`;
    new Assertion(is, message, assert.operator, true).assert(is === true, about(''), about('not '));
  };

  assert.ifError = function (value) {
    if (value) {
      throw value;
    }
  };

  for (const [name, alias] of [
    ['isOk', 'ok'], ['isNotOk', 'notOk'], ['throws', 'throw'], ['throws', 'Throw'], ['isExtensible', 'extensible'], ['isNotExtensible', 'notExtensible'],
    ['isSealed', 'sealed'], ['isNotSealed', 'notSealed'], ['isFrozen', 'frozen'], ['isNotFrozen', 'notFrozen'], ['isEmpty', 'empty'], ['isNotEmpty', 'notEmpty'],
  ]) {
    assert[alias] = assert[name];
  }

  // ---- should

  function ask(not) {
    const told = (value, message) => (not ? expect(value, message).to.not : expect(value, message).to);
    const throwsIt = (run, like, matcher, message) => void told(run, message).Throw(like, matcher);
    return {
      equal: (left, right, message) => void told(left, message).equal(right),
      Throw: throwsIt,
      throw: throwsIt,
      exist: (value, message) => void told(value, message).exist,
    };
  }

  /** Gives every value the property `should`, and what can be asked about null. */
  function should() {
    Object.defineProperty(Object.prototype, 'should', {
      configurable: true,
      get: function get() {
        const primitive = [String, Number, Boolean, Symbol, BigInt].some((type) => this instanceof type);
        return new Assertion(primitive ? this.valueOf() : this, null, get);
      },
      set(value) {
        Object.defineProperty(this, 'should', { value, enumerable: true, configurable: true, writable: true });
      },
    });
    const asked = ask(false);
    asked.fail = function (...args) {
      throw failed(args, 'should.fail()', asked.fail);
    };
    asked.not = ask(true);
    return asked;
  }

  return { assert, should };
})

// Puts a world in order between two scripts: names that are ours or the language's own mean what they meant, and the methods that our files stand on are
// those of the language. What scripts have added stays, and so do their own globals.
(function (ph) {
  'use strict';
  const global = globalThis;
  const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;
  const ObjectPrototype = Object.prototype;
  const ArrayPrototype = Array.prototype;
  const FunctionPrototype = Function.prototype;
  const OwnError = Error;
  const OwnFunction = Function;
  const { hasOwn } = Object;

  // Every function of these that bears one of the names.
  const GROUND = [
    [Object, 'assign create defineProperty defineProperties entries freeze fromEntries getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols getPrototypeOf '
      + 'hasOwn is isFrozen keys setPrototypeOf values'],
    [ObjectPrototype, 'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __defineGetter__'],
    [Function.prototype, 'apply bind call toString'],
    [Reflect, 'apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys set setPrototypeOf'],
    [Array, 'from isArray of'],
    [ArrayPrototype, 'at concat entries every fill filter find findIndex findLast flat flatMap forEach includes indexOf join keys lastIndexOf map pop push reduce '
      + 'reduceRight reverse shift slice some sort splice toString unshift values'],
    [String, 'fromCharCode fromCodePoint raw'],
    [String.prototype, 'at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match matchAll normalize padEnd padStart repeat '
      + 'replace replaceAll search slice split startsWith substr substring toLowerCase toString toUpperCase trim trimEnd trimStart valueOf'],
    [Number, 'isFinite isInteger isNaN isSafeInteger parseFloat parseInt'],
    [Number.prototype, 'toFixed toString valueOf'],
    [RegExp.prototype, 'exec test toString'],
    [Promise, 'all allSettled race reject resolve'],
    [Promise.prototype, 'catch finally then'],
    [Map.prototype, 'clear delete entries forEach get has keys set values'],
    [Set.prototype, 'add clear delete entries forEach has keys values'],
    [WeakMap.prototype, 'delete get has set'],
    [Symbol.prototype, 'toString valueOf'],
    [Math, 'abs ceil floor max min round trunc'],
    [Error.prototype, 'toString'],
  ];
  const SYMBOLS = [[ArrayPrototype, 'iterator'], [String.prototype, 'iterator'], [Map.prototype, 'iterator'], [Set.prototype, 'iterator'], [RegExp.prototype, 'match'],
    [RegExp.prototype, 'replace'], [RegExp.prototype, 'split'], [RegExp.prototype, 'matchAll'], [Function.prototype, 'hasInstance']];
  // On the root of all objects these would change what every object of ours says of itself.
  const ILL = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'then', 'toJSON', 'done', 'next'];

  const holders = [];
  const keys = [];
  const values = [];
  const names = [];
  const first = [];
  let noted = false;
  let compared;
  let intact = false;

  function ground(holder, key) {
    const value = holder[key];
    if (typeof value === 'function') {
      const at = holders.length;
      holders[at] = holder;
      keys[at] = key;
      values[at] = value;
    }
  }

  function note() {
    noted = true;
    for (let i = 0; i < GROUND.length; i++) {
      const [holder, words] = GROUND[i];
      const all = words.split(' ');
      for (let j = 0; j < all.length; j++) {
        ground(holder, all[j]);
      }
    }
    SYMBOLS.forEach(([holder, key]) => ground(holder, Symbol[key]));
    [[], '', new Map(), new Set()].forEach((one) => ground(Object.getPrototypeOf(one[Symbol.iterator]()), 'next'));
    ownKeys(global).forEach((name) => {
      const property = getOwnPropertyDescriptor(global, name);
      if (property.configurable) {
        first.push(Object.setPrototypeOf(property, null));
        names.push(name);
      }
    });
  }

  const rooted = () => isExtensible(ObjectPrototype) && isExtensible(ArrayPrototype) && isExtensible(global)
    && getPrototypeOf(ArrayPrototype) === ObjectPrototype && getPrototypeOf(FunctionPrototype) === ObjectPrototype;

  // By descriptors: a getter that a script has put there must not run now.
  function foundations() {
    if (!rooted()) {
      return false;
    }
    for (let i = 0; i < ILL.length; i++) {
      if (ILL[i] in ObjectPrototype && !deleteProperty(ObjectPrototype, ILL[i])) {
        return false;
      }
    }
    for (let i = 0; i < holders.length; i++) {
      const is = getOwnPropertyDescriptor(holders[i], keys[i]);
      if (is === undefined || is.value !== values[i]) {
        if (!defineProperty(holders[i], keys[i], { __proto__: null, value: values[i], writable: true, configurable: true, enumerable: false })) {
          return false;
        }
      }
    }
    return deleteProperty(OwnError, 'prepareStackTrace');
  }

  function named(became) {
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const was = first[i];
      const is = getOwnPropertyDescriptor(global, name);
      const same = is !== undefined && (is.get !== undefined ? is.get === was.get : was.get !== undefined ? name in became && is.value === became[name] : is.value === was.value);
      if (!same) {
        if (!defineProperty(global, name, was)) {
          return false;
        }
        delete became[name];
      }
    }
    return true;
  }

  // A function that compares all of them with what they were. It is written out, one read a line: so the engine remembers where each of them lies, and what takes
  // a millisecond in a loop takes a twentieth of it.
  function comparison() {
    const tests = ILL.map((key) => `!('${key}' in ObjectPrototype)`);
    for (let i = 0; i < holders.length; i++) {
      const at = GROUND.findIndex(([holder]) => holder === holders[i]);
      const key = typeof keys[i] === 'symbol' ? `[keys[${i}]]` : `.${keys[i]}`;
      tests.push(`${at < 0 ? `holders[${i}]` : `h${at}`}${key} === values[${i}]`);
    }
    for (let i = 0; i < names.length; i++) {
      const name = typeof names[i] === 'symbol' ? `names[${i}]` : `'${names[i]}'`;
      tests.push(first[i].get === undefined ? `global[${name}] === first[${i}].value` : `${name} in global`);
    }
    const known = GROUND.map((_, i) => `const h${i} = GROUND[${i}][0];`).join(' ');
    return OwnFunction('GROUND', 'holders', 'keys', 'values', 'global', 'names', 'first', 'ObjectPrototype', `'use strict'; ${known} return () => ${tests.join('\n && ')};`)(
      GROUND, holders, keys, values, global, names, first, ObjectPrototype);
  }

  function untouched(became) {
    for (const name in became) {
      if (global[name] !== became[name]) {
        return false;
      }
    }
    compared ??= comparison();
    return rooted() && !hasOwn(OwnError, 'prepareStackTrace') && compared();
  }

  // Asked when a script is through, so that a getter of its own which is met here has the script's own time. The first scripts of a world are not
  // asked: there may be no others.
  ph.look = (became) => {
    try {
      intact = ph.run > 2 && untouched(became);
    } catch {
      intact = false;
    }
  };

  ph.restored = (became) => {
    if (!noted) {
      note();
      return true;
    }
    return intact || (foundations() && named(became));
  };
})

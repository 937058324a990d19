// Deep equality as chai 4 understands it: kinds must match, NaN equals NaN, +0 is not -0, inherited enumerable properties count.
//
// `known` remembers the pairs that were or are being compared, so that values which contain themselves come to an end.
(function (kit) {
  'use strict';

  const { typeOf } = kit;

  const isPrimitive = (value) => value === null || typeof value !== 'object';

  /** True or false where no look inside is needed, else null. */
  function atOnce(left, right) {
    if (left === right) {
      return left !== 0 || 1 / left === 1 / right;
    }
    if (left !== left && right !== right) {
      return true;
    }
    return isPrimitive(left) || isPrimitive(right) ? false : null;
  }

  function equal(left, right, known) {
    if (known && known.comparator) {
      return decided(left, right, known);
    }
    return atOnce(left, right) ?? deep(left, right, known || new Pairs());
  }

  function decided(left, right, known) {
    if (!isPrimitive(left) && !isPrimitive(right)) {
      const before = known.get(left, right) ?? known.get(right, left);
      if (before !== undefined) {
        return before;
      }
    }
    const answer = known.comparator(left, right);
    if (answer === true || answer === false) {
      return known.keep(left, right, answer);
    }
    return atOnce(left, right) ?? deep(left, right, known);
  }

  function deep(left, right, known) {
    const before = known.get(left, right) ?? known.get(right, left);
    if (before !== undefined) {
      return before;
    }
    const type = typeOf(left);
    if (type !== typeOf(right)) {
      return known.keep(left, right, false);
    }
    known.keep(left, right, true);
    return known.keep(left, right, byType(left, right, type, known));
  }

  class Pairs {
    constructor(comparator) {
      this.comparator = comparator;
      this.partners = new Map();
    }

    get(left, right) {
      return this.partners.get(left)?.get(right);
    }

    keep(left, right, result) {
      if (!isPrimitive(left) && !isPrimitive(right)) {
        const of = this.partners.get(left);
        if (of) {
          of.set(right, result);
        } else {
          this.partners.set(left, new Map([[right, result]]));
        }
      }
      return result;
    }
  }

  function byType(left, right, type, known) {
    switch (type) {
      case 'Object':
        return objects(left, right, known);
      case 'Array': case 'Arguments':
      case 'Int8Array': case 'Uint8Array': case 'Uint8ClampedArray': case 'Int16Array': case 'Uint16Array':
      case 'Int32Array': case 'Uint32Array': case 'Float32Array': case 'Float64Array':
        return lists(left, right, known);
      case 'String': case 'Number': case 'Boolean': case 'Date':
        return equal(left.valueOf(), right.valueOf());
      case 'Promise': case 'Symbol': case 'function': case 'WeakMap': case 'WeakSet':
        return false;
      case 'Error':
        return sameAt(['name', 'message', 'code'], left, right, known);
      case 'RegExp':
        return left.toString() === right.toString();
      case 'Generator':
        return lists(drained(left), drained(right), known);
      case 'DataView':
        return lists(new Uint8Array(left.buffer), new Uint8Array(right.buffer), known);
      case 'ArrayBuffer':
        return lists(new Uint8Array(left), new Uint8Array(right), known);
      case 'Set': case 'Map':
        return collections(left, right, known);
      default:
        return type.startsWith('Temporal.') ? temporal(left, right, type) : objects(left, right, known);
    }
  }

  function temporal(left, right, type) {
    switch (type) {
      case 'Temporal.Duration':
        return left.total('nanoseconds') === right.total('nanoseconds');
      case 'Temporal.TimeZone': case 'Temporal.Calendar':
        return left.toString() === right.toString();
      default:
        return left.equals(right);
    }
  }

  function lists(left, right, known) {
    const { length } = left;
    if (length !== right.length) {
      return false;
    }
    for (let index = 0; index < length; index++) {
      if (!equal(left[index], right[index], known)) {
        return false;
      }
    }
    return true;
  }

  /** In no order: both are sorted as texts first. */
  function collections(left, right, known) {
    if (left.size !== right.size) {
      return false;
    }
    return left.size === 0 || lists(entries(left), entries(right), known);
  }

  function entries(collection) {
    const found = [];
    collection.forEach((value, key) => found.push([value, key]));
    return found.sort();
  }

  function sameAt(keys, left, right, known) {
    for (const key of keys) {
      if (!equal(left[key], right[key], known)) {
        return false;
      }
    }
    return true;
  }

  function keysOf(object) {
    const keys = [];
    for (const key in object) {
      keys.push(key);
    }
    for (const key of Object.getOwnPropertySymbols(object)) {
      if (Object.prototype.propertyIsEnumerable.call(object, key)) {
        keys.push(key);
      }
    }
    return keys;
  }

  function sameKeys(left, right) {
    if (left.every((key, index) => key === right[index])) {
      return true;
    }
    const others = right.map(String).sort();
    return left.map(String).sort().every((key, index) => key === others[index]);
  }

  function objects(left, right, known) {
    const keys = keysOf(left);
    const others = keysOf(right);
    if (keys.length && keys.length === others.length) {
      return sameKeys(keys, others) && sameAt(keys, left, right, known);
    }
    const items = iterated(left);
    const otherItems = iterated(right);
    if (items.length && items.length === otherItems.length) {
      return lists(items.sort(), otherItems.sort(), known);
    }
    return keys.length + others.length + items.length + otherItems.length === 0;
  }

  function iterated(object) {
    if (typeof object[Symbol.iterator] !== 'function') {
      return [];
    }
    try {
      return drained(object[Symbol.iterator]());
    } catch {
      return [];
    }
  }

  /** All that it gives, with what it gives at its end. */
  function drained(generator) {
    const found = [];
    let step;
    do {
      step = generator.next();
      found.push(step.value);
    } while (step.done === false);
    return found;
  }

  return (left, right, options) => equal(left, right, options?.comparator ? new Pairs(options.comparator) : undefined);
})

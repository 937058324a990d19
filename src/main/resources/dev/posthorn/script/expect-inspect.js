// How a value is written in the message of an assertion: as the inspector of chai 4 does, in a room of 40 characters.
//
// A `budget` is how much room is left. Each value gets a budget of its own; the items of one list share theirs, and an item that is
// looked at ahead leaves less room behind: that is how the inspector comes to its results, so it is kept.
(function (kit) {
  'use strict';

  const MORE = '…';
  const tagOf = Object.prototype.toString;

  function cut(value, room) {
    const text = String(value);
    if (text.length < 2 || text.length <= room) {
      return text;
    }
    return room < 1 ? MORE : text.slice(0, room - 1) + MORE;
  }

  /** Items until the room is used up, then how many are left. */
  function list(size, show, budget) {
    const room = budget.room;
    const write = (index) => show(index) + (index + 1 < size ? ', ' : '');
    let text = '';
    let ahead = '';
    for (let index = 0; index < size; index++) {
      const left = size - index;
      const rest = `${MORE}(${left})`;
      budget.room = room - text.length - (left === 1 ? 0 : 2);
      const item = ahead || write(index);
      const length = text.length + item.length;
      const full = length + rest.length > room;
      if (left === 1 ? length > room && text.length + rest.length <= room : left > 2 && full) {
        return text + rest;
      }
      ahead = left === 1 ? '' : write(index + 1);
      if (left === 2 && full && length + ahead.length > room) {
        return text + rest;
      }
      text += item;
      if (left > 2 && length + ahead.length >= room) {
        return `${text}${MORE}(${left - 1})`;
      }
    }
    return text;
  }

  const values = (items, budget) => list(items.length, (index) => inside(items[index], budget), budget);
  const properties = (keys, object, budget) => list(keys.length, (index) => property(keys[index], object[keys[index]], budget), budget);

  function property(key, value, budget) {
    budget.room -= 2;
    const name = typeof key === 'string' ? quoted(key) : `[${inside(key, budget)}]`;
    budget.room -= name.length;
    return `${name}: ${inside(value, budget)}`;
  }

  function quoted(key) {
    if (/^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key)) {
      return key;
    }
    return JSON.stringify(key).replace(/'/g, "\\'").replace(/\\"/g, '"').replace(/(^"|"$)/g, "'");
  }

  // ---- kinds of values

  const SPECIAL = new RegExp("['\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u0600-\\u0604\\u070f\\u17b4\\u17b5"
    + '\\u200c-\\u200f\\u2028-\\u202f\\u2060-\\u206f\\ufeff\\ufff0-\\uffff]', 'g');
  const ESCAPES = { __proto__: null, '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', "'": "\\'", '\\': '\\\\' };

  const escaped = (sign) => ESCAPES[sign] || `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

  const string = (value, budget) => `'${cut(String(value).replace(SPECIAL, escaped), budget.room - 2)}'`;

  function number(value, budget) {
    return value === 0 ? (Object.is(value, -0) ? '-0' : '+0') : cut(value, Number.isFinite(value) || typeof value === 'object' ? budget.room : Infinity);
  }

  function bigint(value, budget) {
    const digits = cut(value, budget.room - 1);
    return digits === MORE ? digits : `${digits}n`;
  }

  function callable(value, budget) {
    const name = kit.nameOf(value);
    return name ? `[Function ${cut(name, budget.room - 11)}]` : '[Function]';
  }

  const symbol = (value) => (value.description ? `Symbol(${value.description})` : 'Symbol()');

  function array(value, budget) {
    const further = Object.keys(value).slice(value.length);
    if (!value.length && !further.length) {
      return '[]';
    }
    budget.room -= 4;
    const items = values(value, budget);
    budget.room -= items.length;
    const rest = further.length ? properties(further, value, budget) : '';
    return `[ ${items}${rest && `, ${rest}`} ]`;
  }

  function typedName(value) {
    if (typeof Buffer === 'function' && value instanceof Buffer) {
      return 'Buffer';
    }
    return value[Symbol.toStringTag] || kit.nameOf(value.constructor);
  }

  function typedArray(value, budget) {
    const name = typedName(value);
    budget.room -= name.length + 4;
    const further = Object.keys(value).slice(value.length);
    if (!value.length && !further.length) {
      return `${name}[]`;
    }
    let items = '';
    for (let index = 0; index < value.length; index++) {
      const item = cut(value[index], budget.room) + (index + 1 < value.length ? ', ' : '');
      budget.room -= item.length;
      if (value[index] !== value.length && budget.room <= 3) {
        // It is the value that is subtracted, not its place: so the inspector counts.
        items += `${MORE}(${value.length - value[index] + 1})`;
        break;
      }
      items += item;
    }
    const rest = further.length ? properties(further, value, budget) : '';
    return `${name}[ ${items}${rest && `, ${rest}`} ]`;
  }

  function date(value, budget) {
    const iso = value.toJSON();
    if (iso === null) {
      return 'Invalid Date';
    }
    const [day, time] = iso.split('T');
    return `${day}T${cut(time, budget.room - day.length - 1)}`;
  }

  function map(value, budget) {
    if (value.size < 2) {
      return 'Map{}';
    }
    budget.room -= 7;
    const entries = [];
    value.forEach((item, key) => entries.push([key, item]));
    return `Map{ ${list(entries.length, (index) => mapEntry(entries[index], budget), budget)} }`;
  }

  function mapEntry([key, item], budget) {
    budget.room -= 4;
    const name = inside(key, budget);
    budget.room -= name.length;
    return `${name} => ${inside(item, budget)}`;
  }

  function set(value, budget) {
    if (value.size === 0) {
      return 'Set{}';
    }
    budget.room -= 7;
    const items = [];
    value.forEach((item) => items.push(item));
    return `Set{ ${values(items, budget)} }`;
  }

  function regExp(value, budget) {
    const flags = value.toString().split('/')[2];
    return `/${cut(value.source, budget.room - 2 - flags.length)}/${flags}`;
  }

  function argumentList(value, budget) {
    if (value.length === 0) {
      return 'Arguments[]';
    }
    budget.room -= 13;
    return `Arguments[ ${values(value, budget)} ]`;
  }

  const ERROR_KEYS = ['stack', 'line', 'column', 'name', 'message', 'fileName', 'lineNumber', 'columnNumber', 'number', 'description'];

  function error(value, budget) {
    const keys = Object.getOwnPropertyNames(value).filter((key) => !ERROR_KEYS.includes(key));
    const name = value.name;
    budget.room -= name.length;
    let message = '';
    if (typeof value.message === 'string') {
      message = cut(value.message, budget.room);
    } else {
      keys.unshift('message');
    }
    message = message && `: ${message}`;
    budget.room -= message.length + 5;
    const rest = properties(keys, value, budget);
    return `${name}${message}${rest && ` { ${rest} }`}`;
  }

  function object(value, budget) {
    const names = Object.getOwnPropertyNames(value);
    const symbols = Object.getOwnPropertySymbols(value);
    if (names.length + symbols.length === 0) {
      return '{}';
    }
    budget.room -= 4;
    if (budget.seen.includes(value)) {
      return '[Circular]';
    }
    budget.seen.push(value);
    const named = properties(names, value, budget);
    const others = properties(symbols, value, budget);
    budget.seen.pop();
    return `{ ${named}${named && others && ', '}${others} }`;
  }

  function instance(value, budget) {
    let name = Symbol.toStringTag in value ? value[Symbol.toStringTag] : '';
    name = name || kit.nameOf(value.constructor);
    if (!name || name === '_class') {
      name = '<Anonymous Class>';
    }
    budget.room -= name.length;
    return name + object(value, budget);
  }

  const KINDS = {
    __proto__: null,
    undefined: () => 'undefined', null: () => 'null', boolean: String, Boolean: String,
    number, Number: number, bigint, BigInt: bigint, string, String: string, function: callable, Function: callable, symbol, Symbol: symbol,
    Array: array, Date: date, Map: map, Set: set, RegExp: regExp, Promise: () => 'Promise{…}', WeakSet: () => 'WeakSet{…}', WeakMap: () => 'WeakMap{…}',
    Arguments: argumentList, Error: error, Generator: () => '', DataView: () => '', ArrayBuffer: () => '',
    Int8Array: typedArray, Uint8Array: typedArray, Uint8ClampedArray: typedArray, Int16Array: typedArray, Uint16Array: typedArray,
    Int32Array: typedArray, Uint32Array: typedArray, Float32Array: typedArray, Float64Array: typedArray,
  };

  // ---- any value

  const CUSTOM = Symbol.for('chai/inspect');

  function custom(value, budget) {
    const options = { depth: budget.depth, truncate: budget.room, seen: budget.seen, inspect: (inner) => inside(inner, budget), stylize: String };
    if (CUSTOM in value && typeof value[CUSTOM] === 'function') {
      return value[CUSTOM](options);
    }
    if ('inspect' in value && typeof value.inspect === 'function') {
      return value.inspect(budget.depth, options);
    }
    return '';
  }

  function write(value, budget) {
    const type = value === null ? 'null' : typeof value === 'object' ? tagOf.call(value).slice(8, -1) : typeof value;
    if (KINDS[type]) {
      return KINDS[type](value, budget);
    }
    const own = custom(value, budget);
    if (own) {
      return typeof own === 'string' ? own : inside(own, budget);
    }
    const prototype = Object.getPrototypeOf(value);
    const plain = prototype === Object.prototype || prototype === null || !('constructor' in value) || value.constructor === Object;
    return plain ? object(value, budget) : instance(value, budget);
  }

  function inside(value, { room, depth, seen }) {
    return write(value, { room, depth, seen });
  }

  function inspect(value, depth = 2) {
    return write(value, { room: kit.config.truncateThreshold || Infinity, depth, seen: [] });
  }

  /** As `#{this}`, `#{exp}` and `#{act}` stand in messages: what does not fit is told by its kind. */
  function display(value) {
    const text = inspect(value);
    const { truncateThreshold } = kit.config;
    if (!truncateThreshold || text.length < truncateThreshold) {
      return text;
    }
    switch (tagOf.call(value)) {
      case '[object Function]':
        return value.name ? `[Function: ${value.name}]` : '[Function]';
      case '[object Array]':
        return `[ Array(${value.length}) ]`;
      case '[object Object]': {
        const keys = Object.keys(value);
        return `{ Object (${keys.length > 2 ? `${keys.slice(0, 2).join(', ')}, ...` : keys.join(', ')}) }`;
      }
      default:
        return text;
    }
  }

  return { inspect, display };
})

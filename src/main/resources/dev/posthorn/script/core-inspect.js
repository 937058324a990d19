// How a script's values are written out in its console: much as Node does, since that is what Postman's users know.
(function (ph) {
  'use strict';
  const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const { isArray } = Array;
  const stringify = JSON.stringify;
  const tag = Object.prototype.toString;
  const sizeOf = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
  const setSizeOf = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
  const Typed = getPrototypeOf(Uint8Array);
  const MOST = 65536;
  const ITEMS = 100;
  const DEEPEST = 25;
  const WIDE = 76;
  const PLAIN = /^[A-Za-z_$][\w$]*$/;

  let budget = 0;

  function inspect(value) {
    budget = MOST;
    return cut(written(value, 0, []).text);
  }

  function cut(text) {
    return text.length > MOST ? `${text.slice(0, MOST)}… ${text.length - MOST} more characters` : text;
  }

  // Each part is {text, levels}: what is written, and how many levels of braces it holds.
  const flat = (text) => {
    budget -= text.length;
    return { text, levels: 0 };
  };

  function written(value, indent, above) {
    switch (typeof value) {
      case 'string': return flat(quoted(value));
      case 'bigint': return flat(`${value}n`);
      case 'symbol': return flat(Symbol.prototype.toString.call(value));
      case 'number': return flat(Object.is(value, -0) ? '-0' : `${value}`);
      case 'function': return flat(named(value));
      case 'object': return value === null ? flat('null') : objects(value, indent, above);
      default: return flat(`${value}`);
    }
  }

  function quoted(text) {
    const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
    const plain = stringify(short).slice(1, -1).replaceAll('\\"', '"');
    if (!short.includes("'")) {
      return `'${plain}'`;
    }
    return !short.includes('"') ? `"${plain}"` : !short.includes('`') ? `\`${plain}\`` : `'${plain.replaceAll("'", "\\'")}'`;
  }

  function named(value) {
    const name = own(value, 'name');
    const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'Function';
    return typeof name === 'string' && name ? `[${kind}: ${name}]`.replace('[class: ', '[class ') : `[${kind} (anonymous)]`;
  }

  function own(object, key) {
    const found = getOwnPropertyDescriptor(object, key);
    return found && 'value' in found ? found.value : undefined;
  }

  function objects(value, indent, above) {
    for (let i = 0; i < above.length; i++) {
      if (above[i] === value) {
        return flat('[Circular *1]');
      }
    }
    if (above.length >= DEEPEST || budget <= 0) {
      return flat(isArray(value) ? '[Array]' : '[Object]');
    }
    try {
      return shown(value, indent, [...above, value]);
    } catch (error) {
      return flat(`[${kindOf(value)}]`);
    }
  }

  function kindOf(value) {
    for (let at = value, i = 0; at && i < 50; at = getPrototypeOf(at), i++) {
      const made = own(at, 'constructor');
      if (typeof made === 'function') {
        return String(own(made, 'name') || '');
      }
    }
    return '[Object: null prototype]';
  }

  function shown(value, indent, above) {
    if (value instanceof Error) {
      return failure(value, indent, above);
    }
    switch (tag.call(value)) {
      case '[object Date]': return flat(isNaN(value) ? 'Invalid Date' : Date.prototype.toISOString.call(value));
      case '[object RegExp]': return flat(RegExp.prototype.toString.call(value));
      case '[object String]': return flat(`[String: ${quoted(String.prototype.valueOf.call(value))}]`);
      case '[object Number]': return flat(`[Number: ${Number.prototype.valueOf.call(value)}]`);
      case '[object Boolean]': return flat(`[Boolean: ${Boolean.prototype.valueOf.call(value)}]`);
      case '[object Promise]': return flat('Promise { }');
      case '[object WeakMap]': return flat('WeakMap { <items unknown> }');
      case '[object WeakSet]': return flat('WeakSet { <items unknown> }');
      case '[object ArrayBuffer]': return flat(`ArrayBuffer { byteLength: ${value.byteLength} }`);
      default: return collections(value, indent, above);
    }
  }

  function collections(value, indent, above) {
    if (isArray(value) || value instanceof Typed) {
      const typed = !isArray(value) || kindOf(value) !== 'Array';
      return listed(typed ? `${kindOf(value)}(${value.length}) ` : '', '[', ']', items(value, indent, above), indent);
    }
    if (value instanceof Map) {
      return listed(`Map(${sizeOf.call(value)}) `, '{', '}', pairs(value, indent, above), indent);
    }
    if (value instanceof Set) {
      return listed(`Set(${setSizeOf.call(value)}) `, '{', '}', members(value, indent, above), indent);
    }
    const kind = kindOf(value);
    return listed(kind === 'Object' ? '' : `${kind} `, '{', '}', properties(value, indent, above, () => true), indent);
  }

  function items(list, indent, above) {
    const parts = [];
    for (let i = 0; i < list.length && i < ITEMS && budget > 0; i++) {
      parts.push(i in list ? written(list[i], indent + 2, above) : flat('<empty>'));
    }
    if (list.length > parts.length) {
      parts.push(flat(`... ${list.length - parts.length} more items`));
    }
    return isArray(list) ? parts.concat(properties(list, indent, above, (key) => typeof key === 'symbol' || !/^\d+$/.test(key))) : parts;
  }

  function pairs(map, indent, above) {
    const parts = [];
    Map.prototype.forEach.call(map, (value, key) => {
      if (budget > 0 && parts.length < ITEMS) {
        const left = written(key, indent + 2, above);
        const right = written(value, indent + 2, above);
        parts.push({ text: `${left.text} => ${right.text}`, levels: Math.max(left.levels, right.levels) });
      }
    });
    return parts;
  }

  function members(set, indent, above) {
    const parts = [];
    Set.prototype.forEach.call(set, (value) => {
      if (budget > 0 && parts.length < ITEMS) {
        parts.push(written(value, indent + 2, above));
      }
    });
    return parts;
  }

  function properties(object, indent, above, wanted) {
    const parts = [];
    const keys = ownKeys(object);
    for (let i = 0; i < keys.length && budget > 0; i++) {
      const property = getOwnPropertyDescriptor(object, keys[i]);
      if (property && property.enumerable && wanted(keys[i])) {
        const value = 'value' in property ? written(property.value, indent + 2, above) : accessor(object, keys[i], property, indent, above);
        parts.push({ text: `${label(keys[i])}: ${value.text}`, levels: value.levels });
      }
    }
    return parts;
  }

  // What is made at its first use is shown as what it is; other accessors by their kind.
  function accessor(object, key, property) {
    return flat(property.get ? (property.set ? '[Getter/Setter]' : '[Getter]') : '[Setter]');
  }

  function label(key) {
    return typeof key === 'symbol' ? `[${Symbol.prototype.toString.call(key)}]` : PLAIN.test(key) ? key : quoted(key);
  }

  function failure(error, indent, above) {
    let stack = error.stack;
    if (typeof stack !== 'string' || !stack) {
      stack = `[${error}]`;
    }
    const first = users(stack);
    const extra = properties(error, indent, above, (key) => key !== 'stack' && key !== 'message');
    return extra.length === 0 ? flat(first) : listed(`${first} `, '{', '}', extra, indent);
  }

  // The places in the user's script alone.
  function users(stack) {
    return stack.split('\n').filter((line) => !/^\s+at .*(dev\/posthorn\/script\/|META-INF\/)/.test(line)).join('\n');
  }

  function listed(prefix, open, close, parts, indent) {
    if (parts.length === 0) {
      return flat(`${prefix}${open}${close}`);
    }
    let length = prefix.length + indent + parts.length;
    let levels = 0;
    let broken = false;
    const texts = [];
    for (let i = 0; i < parts.length; i++) {
      texts[i] = parts[i].text;
      length += texts[i].length + 1;
      levels = Math.max(levels, parts[i].levels);
      broken = broken || texts[i].includes('\n');
    }
    const gap = `\n${' '.repeat(indent)}`;
    const text = !broken && length <= WIDE && levels < 3 ? `${prefix}${open} ${texts.join(', ')} ${close}` : `${prefix}${open}${gap}  ${texts.join(`,${gap}  `)}${gap}${close}`;
    return { text, levels: levels + 1 };
  }

  // --- a line of the console

  function line(values) {
    budget = MOST;
    let text = '';
    for (let i = 0; i < values.length && text.length <= MOST; i++) {
      text += `${i > 0 ? ' ' : ''}${typeof values[i] === 'string' ? values[i] : written(values[i], 0, []).text}`;
    }
    return cut(text);
  }

  return { inspect, line };
})

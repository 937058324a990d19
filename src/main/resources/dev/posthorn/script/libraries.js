// What `require` gives: libraries from WebJars and small ones of ours, each read at its first use, and the globals that lead to them.
(function (ph) {
  'use strict';

  const WEBJARS = 'META-INF/resources/webjars/';
  const OWN = 'dev/posthorn/script/';
  const global = globalThis;

  // Package: [version, its main file, its folder where that has another name, the global that it asks for]. Versions are those of pom.xml.
  const PACKAGES = {
    'lodash': ['4.18.1', 'lodash.min.js', 'lodash', '_'],
    'lodash/3': ['3.10.1', 'lodash.min.js', 'lodash', '_'],
    'crypto-js': ['4.1.1', 'crypto-js.js'],
    'moment': ['2.30.1', 'min/moment.min.js'],
    'ajv': ['6.12.6', 'dist/ajv.min.js'],
    'tv4': ['1.2.7', 'tv4.js'],
    'xml2js': ['0.4.23', 'lib/xml2js.js'],
    'sax': ['1.4.1', 'lib/sax.js'],
    'xmlbuilder': ['10.0.0', 'lib/index.js'],
    'cheerio': ['0.22.0', 'index.js'],
    'htmlparser2': ['3.9.2', 'lib/index.js'],
    'domhandler': ['2.3.0', 'index.js'],
    'domutils': ['1.5.1', 'index.js'],
    'domelementtype': ['1.3.1', 'index.js'],
    'dom-serializer': ['0.1.1', 'index.js'],
    'entities': ['1.1.2', 'index.js'],
    'css-select': ['1.2.0', 'index.js'],
    'css-what': ['2.1.3', 'index.js'],
    'nth-check': ['1.0.2', 'index.js'],
    'boolbase': ['1.0.0', 'index.js'],
    'backbone': ['1.4.0', 'backbone-min.js', 'backbone', 'Backbone'],
    'handlebars': ['4.7.7', 'dist/handlebars.min.js'],
    'base64-js': ['1.5.1', 'index.js'],
    'ieee754': ['1.2.1', 'index.js'],
    'buffer/plain': ['5.7.1', 'index.js', 'buffer'],
    'assert/plain': ['1.5.1', 'assert.js', 'assert'],
    'events': ['1.1.1', 'events.js'],
    'path': ['0.0.1', 'index.js', 'path-browserify'],
    'punycode': ['1.4.1', 'punycode.js'],
    'querystring': ['0.2.0', 'index.js'],
    'readable-stream': ['2.3.7', 'readable-browser.js'],
    'string_decoder': ['1.3.0', 'lib/string_decoder.js'],
    'url': ['0.11.0', 'url.js'],
    'util': ['0.10.4', 'util.js'],
    'whatwg-url': ['14.2.0', 'index.js'],
    'webidl-conversions': ['7.0.0', 'lib/index.js'],
  };

  // Ours, one file each.
  const FILES = {
    'assert': 'node-assert.js',
    'buffer': 'node-buffer.js',
    'csv-parse/lib/sync': 'csv.js',
    'os': 'node-small.js',
    'timers': 'node-small.js',
    'stream': 'node-small.js',
    'web': 'web.js',
    'encoding': 'encoding.js',
    'crypto': 'crypto.js',
  };

  // What users' scripts may ask for by name.
  const PUBLIC = new Set(['lodash', 'crypto-js', 'moment', 'ajv', 'tv4', 'cheerio', 'xml2js', 'uuid', 'csv-parse/lib/sync', 'chai', 'postman-collection',
    'atob', 'btoa', 'backbone', 'path', 'assert', 'buffer', 'util', 'url', 'punycode', 'querystring', 'string_decoder', 'stream', 'timers', 'events',
    'fs', 'os']);

  const LODASH = { assignin: 'assignIn', foreach: 'forEach' };
  const made = new Map();
  const makers = new Map();
  const loaded = new Map();

  // ---- files ----------------------------------------------------------------------------------------------------------

  const isBuffer = value => value instanceof Uint8Array && value._isBuffer === true;

  // A Buffer that answers what most libraries ask of it, without reading the real one.
  const smallBuffer = { isBuffer };

  const process = {
    browser: true, env: {}, argv: [], version: '', versions: {}, title: 'browser',
    cwd: () => '/', umask: () => 0, on() {}, once() {}, off() {}, emit() {}, binding() { throw new Error('process.binding is not supported'); },
    nextTick(task, ...args) { Promise.resolve().then(() => task(...args)); },
  };

  function normal(path) {
    const parts = [];
    for (const part of path.split('/')) {
      if (part === '..') {
        parts.pop();
      } else if (part !== '.' && part !== '') {
        parts.push(part);
      }
    }
    return parts.join('/');
  }

  // Two packages have another file for places that are not Node.
  function forBrowsers(path) {
    return path.replace('/streams/stream.js', '/streams/stream-browser.js').replace('/support/isBuffer.js', '/support/isBufferBrowser.js');
  }

  // The exports of a CommonJS file; undefined where there is none.
  function file(asked) {
    const path = forBrowsers(asked);
    const there = loaded.get(path);
    if (there) {
      return there.exports;
    }
    const wrapped = ph.load(path);
    if (wrapped === undefined || wrapped === null) {
      return undefined;
    }
    const module = { exports: {}, id: path, loaded: false };
    loaded.set(path, module);
    if (path.endsWith('.json')) {
      module.exports = wrapped;
    } else {
      const folder = path.slice(0, path.lastIndexOf('/'));
      wrapped.call(module.exports, module.exports, name => inner(folder, name), module, undefined, process, global, smallBuffer);
    }
    module.loaded = true;
    return module.exports;
  }

  // `require` as a library's own file calls it.
  function inner(folder, name) {
    if (!name.startsWith('.')) {
      return library(name === 'stream' ? 'stream/small' : name);
    }
    const path = normal(folder + '/' + name);
    for (const ending of /\.js(on)?$/.test(path) ? [''] : ['.js', '/index.js']) {
      const found = file(path + ending);
      if (found !== undefined) {
        return found;
      }
    }
    throw missing(name);
  }

  function missing(name) {
    const error = new Error(`Cannot find module '${name}'`);
    error.code = 'MODULE_NOT_FOUND';
    return error;
  }

  // ---- libraries ------------------------------------------------------------------------------------------------------

  function packaged(name) {
    const [version, main, folder, asks] = PACKAGES[name];
    return without(asks, () => file(WEBJARS + (folder || name) + '/' + version + '/' + main));
  }

  // Some look for an earlier global of their own name while they are read, which would lead back to them.
  function without(name, work) {
    const lazy = name && Object.getOwnPropertyDescriptor(global, name);
    if (!lazy || !lazy.get) {
      return work();
    }
    delete global[name];
    try {
      return work();
    } finally {
      Object.defineProperty(global, name, lazy);
    }
  }

  // A file within a package, such as entities/maps/xml.json.
  function within(name) {
    const slash = name.indexOf('/');
    const base = name.slice(0, slash);
    return slash > 0 && Object.hasOwn(PACKAGES, base) ? file(WEBJARS + base + '/' + PACKAGES[base][0] + name.slice(slash)) : undefined;
  }

  function own(name) {
    const exports = ph.load(OWN + FILES[name])(ph);
    return FILES[name] === 'node-small.js' ? exports[name]() : exports;
  }

  // What libraries of the WebJars need of each other besides, in the few lines that are used.
  const SMALL = {
    'inherits': () => inherits,
    'stream/small': () => ({ Stream: library('events') }),
    'isarray': () => Array.isArray,
    'core-util-is': () => library('util'),
    'process-nextick-args': () => process,
    'util-deprecate': () => task => task,
    'safe-buffer': () => library('buffer'),
    'object.assign/polyfill': () => () => Object.assign,
    'underscore': () => library('lodash'),
    'tr46': () => ({ toASCII: asciiHost, toUnicode: domain => ({ domain: library('punycode').toUnicode(domain), error: false }) }),
    'util/': () => library('util'),
    'string_decoder/': () => library('string_decoder'),
    'chai': () => ph.chai,
    'postman-collection': () => ph.sdk,
    'atob': () => global.atob,
    'btoa': () => global.btoa,
    'fs': () => ({}),
    'uuid': () => Object.assign(() => uuid(), { v4: () => uuid() }),
  };

  function make(name) {
    if (makers.has(name)) {
      return makers.get(name)();
    }
    if (Object.hasOwn(FILES, name)) {
      return own(name);
    }
    if (Object.hasOwn(SMALL, name)) {
      return SMALL[name]();
    }
    if (Object.hasOwn(PACKAGES, name)) {
      return packaged(name);
    }
    if (name.startsWith('lodash.')) {
      const member = name.slice(7);
      return library('lodash')[LODASH[member] || member];
    }
    const found = within(name);
    if (found === undefined) {
      throw missing(name);
    }
    return found;
  }

  function library(name) {
    if (!made.has(name)) {
      made.set(name, make(name));
    }
    return made.get(name);
  }

  function register(name, maker) {
    makers.set(name, maker);
    made.delete(name);
    PUBLIC.add(name);
  }

  function require(name) {
    if (!PUBLIC.has(name)) {
      throw missing(name);
    }
    return library(name);
  }

  // ---- small things that need no file ---------------------------------------------------------------------------------

  const digits = () => (Math.random() * 0x100000000 + 0x100000000).toString(16).slice(1, 9);

  // Version 4, from four random numbers and not from thirty-one: each response and each scope of variables has one.
  function uuid() {
    const b = digits();
    const c = digits();
    return `${digits()}-${b.slice(0, 4)}-4${b.slice(5)}-${'89ab'[Math.random() * 4 | 0]}${c.slice(1, 4)}-${c.slice(4)}${digits()}`;
  }

  function inherits(type, parent) {
    type.super_ = parent;
    type.prototype = Object.create(parent.prototype, { constructor: { value: type, writable: true, configurable: true } });
  }

  // UTS 46, near enough: case and compatibility forms folded, then Punycode. Null where it is no host.
  function asciiHost(domain) {
    const folded = domain.normalize('NFKC').toLowerCase().normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\u3002\uff0e\uff61]/g, '.');
    try {
      return library('punycode').toASCII(folded);
    } catch {
      return null;
    }
  }

  function xmlToJson(text) {
    let json = {};
    library('xml2js').parseString(text, { explicitArray: false, async: false, trim: true, mergeAttrs: false }, (_, result) => {
      json = result;
    });
    return json;
  }

  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let values;

  function digitValues() {
    const table = new Int8Array(128).fill(-1);
    for (let i = 0; i < 64; i++) {
      table[DIGITS.charCodeAt(i)] = i;
    }
    table[45] = 62;
    table[95] = 63;
    return table;
  }

  // As lenient as Postman's: what is no digit is passed over, `-` and `_` count, the first `=` ends it.
  function atob(text) {
    values ??= digitValues();
    if (typeof text === 'number') {
      throw new TypeError(`The "value" argument must not be of type number. Received type number`);
    }
    if (text === undefined || text === null) {
      throw new TypeError(`The first argument must be one of type string, Buffer, ArrayBuffer, Array, or Array-like Object. Received type ${text === null ? 'object' : 'undefined'}`);
    }
    const from = String(text);
    const pieces = [];
    let bytes = '';
    let bits = 0;
    let count = 0;
    for (let i = 0; i < from.length; i++) {
      const code = from.charCodeAt(i);
      if (code === 61) {
        break;
      }
      const digit = code < 128 ? values[code] : -1;
      if (digit < 0) {
        continue;
      }
      bits = bits << 6 | digit;
      count += 6;
      if (count >= 8) {
        count -= 8;
        bytes += String.fromCharCode(bits >> count & 255);
        bits &= (1 << count) - 1;
        if (bytes.length >= 8192) {
          pieces.push(bytes);
          bytes = '';
        }
      }
    }
    return pieces.join('') + bytes;
  }

  // The low byte of each character, as in Postman.
  function btoa(text) {
    if (text === undefined || text === null) {
      throw new TypeError(`Cannot read properties of ${text} (reading 'toString')`);
    }
    const from = isBuffer(text) ? String.fromCharCode(...text) : String(text);
    const pieces = [];
    for (let i = 0; i < from.length; i += 3) {
      const left = from.length - i;
      const bits = (from.charCodeAt(i) & 255) << 16 | (left > 1 ? from.charCodeAt(i + 1) & 255 : 0) << 8 | (left > 2 ? from.charCodeAt(i + 2) & 255 : 0);
      pieces.push(DIGITS[bits >> 18] + DIGITS[bits >> 12 & 63] + (left > 1 ? DIGITS[bits >> 6 & 63] : '=') + (left > 2 ? DIGITS[bits & 63] : '='));
    }
    return pieces.join('');
  }

  // ---- globals --------------------------------------------------------------------------------------------------------

  function globals(names, maker) {
    for (const name of names) {
      ph.lazy(global, name, () => maker(name));
    }
  }

  function plain(name, value) {
    Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: true });
  }

  ph.module = register;
  ph.uuid = uuid;
  ph.library = library;
  ph.require = library;

  plain('require', require);
  plain('xml2Json', xmlToJson);
  plain('atob', atob);
  plain('btoa', btoa);
  // The global is an older one than what `require` gives: so it is in Postman.
  globals(['_'], () => library('lodash/3'));
  globals(['CryptoJS'], () => library('crypto-js'));
  globals(['tv4'], () => library('tv4'));
  globals(['cheerio'], () => library('cheerio'));
  globals(['Backbone'], () => library('backbone'));
  globals(['Buffer'], () => library('buffer').Buffer);
  globals(['URL', 'URLSearchParams'], name => library('whatwg-url')[name]);
  globals(['TextEncoder', 'TextDecoder'], name => library('encoding')[name]);
  globals(['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto'], name => library('crypto')[name]);
  globals(['Blob', 'File', 'Event', 'EventTarget', 'AbortController', 'AbortSignal', 'DOMException', 'structuredClone'], name => library('web')[name]);
})

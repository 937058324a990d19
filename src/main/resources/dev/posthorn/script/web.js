// Globals that browsers and Postman have besides JavaScript's own: Blob, File, Event, EventTarget, AbortController, DOMException, structuredClone.
(function (ph) {
  'use strict';

  const CODES = { IndexSizeError: 1, HierarchyRequestError: 3, InvalidCharacterError: 5, NotFoundError: 8, NotSupportedError: 9, InvalidStateError: 11,
    SyntaxError: 12, InvalidAccessError: 15, SecurityError: 18, NetworkError: 19, AbortError: 20, QuotaExceededError: 22, TimeoutError: 23,
    DataCloneError: 25 };

  class DOMException extends Error {
    #name;

    constructor(message = '', name = 'Error') {
      super(message);
      this.#name = typeof name === 'object' && name ? String(name.name ?? 'Error') : String(name);
    }

    get name() {
      return this.#name;
    }

    get code() {
      return CODES[this.#name] || 0;
    }
  }

  // ---- events ---------------------------------------------------------------------------------------------------------

  class Event {
    #stopped = false;
    #prevented = false;

    constructor(type, options = {}) {
      if (arguments.length === 0) {
        throw new TypeError('The "type" argument must be specified');
      }
      this.type = String(type);
      this.bubbles = Boolean(options?.bubbles);
      this.cancelable = Boolean(options?.cancelable);
      this.composed = Boolean(options?.composed);
      this.target = null;
      this.currentTarget = null;
      this.timeStamp = Date.now();
    }

    get defaultPrevented() {
      return this.#prevented;
    }

    preventDefault() {
      this.#prevented = this.#prevented || this.cancelable;
    }

    stopPropagation() {}

    stopImmediatePropagation() {
      this.#stopped = true;
    }

    static stopped(event) {
      return event.#stopped;
    }
  }

  class EventTarget {
    #listeners = new Map();

    addEventListener(type, listener, options) {
      const list = this.#listeners.get(type) || [];
      if (listener && !list.some(known => known.listener === listener)) {
        list.push({ listener, once: Boolean(options && options.once) });
      }
      this.#listeners.set(type, list);
    }

    removeEventListener(type, listener) {
      this.#listeners.set(type, (this.#listeners.get(type) || []).filter(known => known.listener !== listener));
    }

    dispatchEvent(event) {
      event.target = event.currentTarget = this;
      const handler = this['on' + event.type];
      if (typeof handler === 'function') {
        handler.call(this, event);
      }
      for (const { listener, once } of [...this.#listeners.get(event.type) || []]) {
        if (stopped(event)) {
          break;
        }
        if (once) {
          this.removeEventListener(event.type, listener);
        }
        typeof listener === 'function' ? listener.call(this, event) : listener.handleEvent(event);
      }
      return !event.defaultPrevented;
    }
  }

  const stopped = Event.stopped;
  delete Event.stopped;

  // ---- abort ----------------------------------------------------------------------------------------------------------

  const INSIDE = Symbol('inside');
  const aborted = () => new DOMException('This operation was aborted', 'AbortError');

  class AbortSignal extends EventTarget {
    #aborted = false;
    #reason;

    constructor(key) {
      super();
      if (key !== INSIDE) {
        throw new TypeError('Illegal constructor');
      }
      this.onabort = null;
    }

    get aborted() {
      return this.#aborted;
    }

    get reason() {
      return this.#reason;
    }

    throwIfAborted() {
      if (this.#aborted) {
        throw this.#reason;
      }
    }

    static end(signal, reason) {
      if (!signal.#aborted) {
        signal.#aborted = true;
        signal.#reason = reason === undefined ? aborted() : reason;
        signal.dispatchEvent(new Event('abort'));
      }
    }

    static abort(reason) {
      const signal = new AbortSignal(INSIDE);
      end(signal, reason);
      return signal;
    }

    static timeout(millis) {
      const signal = new AbortSignal(INSIDE);
      setTimeout(() => end(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), millis);
      return signal;
    }

    static any(signals) {
      const all = new AbortSignal(INSIDE);
      for (const signal of signals) {
        if (signal.aborted) {
          end(all, signal.reason);
        }
        signal.addEventListener('abort', () => end(all, signal.reason), { once: true });
      }
      return all;
    }
  }

  const end = AbortSignal.end;
  delete AbortSignal.end;

  class AbortController {
    #signal = new AbortSignal(INSIDE);

    get signal() {
      return this.#signal;
    }

    abort(reason) {
      end(this.#signal, reason);
    }
  }

  // ---- bytes ----------------------------------------------------------------------------------------------------------

  function bytesOf(part) {
    if (part instanceof Blob) {
      return contents(part);
    }
    if (ArrayBuffer.isView(part)) {
      return new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    }
    return part instanceof ArrayBuffer ? new Uint8Array(part) : new TextEncoder().encode(String(part));
  }

  function joined(parts) {
    const pieces = Array.from(parts, bytesOf);
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  class Blob {
    #bytes;
    #type;

    constructor(parts = [], options = {}) {
      this.#bytes = joined(parts);
      const type = String(options?.type ?? '');
      this.#type = /[^\x20-\x7e]/.test(type) ? '' : type.toLowerCase();
    }

    get size() {
      return this.#bytes.length;
    }

    get type() {
      return this.#type;
    }

    async text() {
      return new TextDecoder().decode(this.#bytes);
    }

    async arrayBuffer() {
      return this.#bytes.slice().buffer;
    }

    async bytes() {
      return this.#bytes.slice();
    }

    slice(from = 0, to = this.size, type = '') {
      return new Blob([this.#bytes.slice(from, to)], { type });
    }

    static contents(blob) {
      return blob.#bytes;
    }
  }

  const contents = Blob.contents;
  delete Blob.contents;

  class File extends Blob {
    constructor(parts, name, options = {}) {
      if (arguments.length < 2) {
        throw new TypeError('The "fileBits" and "fileName" arguments must be specified');
      }
      super(parts, options);
      this.name = String(name);
      this.lastModified = Number(options?.lastModified ?? Date.now());
    }
  }

  // ---- structuredClone ------------------------------------------------------------------------------------------------

  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  function refuse(value) {
    const shown = typeof value === 'function' ? Function.prototype.toString.call(value) : typeof value === 'symbol' ? value.toString() : '#<Promise>';
    throw new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
  }

  // A copy that is complete without looking at properties; undefined for other objects.
  function whole(value) {
    if (value instanceof Date) {
      return new Date(value.getTime());
    }
    if (value instanceof RegExp) {
      return new RegExp(value.source, value.flags);
    }
    if (value instanceof ArrayBuffer) {
      return value.slice(0);
    }
    if (value instanceof Boolean || value instanceof Number || value instanceof String) {
      return Object(value.valueOf());
    }
    if (ArrayBuffer.isView(value)) {
      const type = value._isBuffer ? Uint8Array : value.constructor;
      const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
      return new type(bytes);
    }
    return value instanceof Blob ? value : undefined;
  }

  function error(value, copy) {
    const made = new (ERRORS[value.name] || Error)(value.message);
    Object.defineProperty(made, 'stack', { value: value.stack, configurable: true, writable: true });
    if ('cause' in value) {
      Object.defineProperty(made, 'cause', { value: copy(value.cause), configurable: true, writable: true });
    }
    return made;
  }

  function structuredClone(value) {
    if (arguments.length === 0) {
      throw new TypeError('The "value" argument must be specified');
    }
    const seen = new Map();
    const keep = (from, to) => {
      seen.set(from, to);
      return to;
    };
    const copy = from => {
      if (typeof from === 'function' || typeof from === 'symbol') {
        refuse(from);
      }
      if (typeof from !== 'object' || from === null) {
        return from;
      }
      if (seen.has(from)) {
        return seen.get(from);
      }
      const simple = whole(from);
      if (simple !== undefined) {
        return keep(from, simple);
      }
      if (from instanceof Promise || from instanceof WeakMap || from instanceof WeakSet) {
        refuse(from);
      }
      return deep(from, keep, copy);
    };
    return copy(value);
  }

  function deep(from, keep, copy) {
    if (from instanceof Map) {
      const map = keep(from, new Map());
      from.forEach((value, key) => map.set(copy(key), copy(value)));
      return map;
    }
    if (from instanceof Set) {
      const set = keep(from, new Set());
      from.forEach(value => set.add(copy(value)));
      return set;
    }
    if (from instanceof Error) {
      return keep(from, error(from, copy));
    }
    const to = keep(from, Array.isArray(from) ? new Array(from.length) : {});
    for (const key of Object.keys(from)) {
      Object.defineProperty(to, key, { value: copy(from[key]), writable: true, enumerable: true, configurable: true });
    }
    return to;
  }

  for (const type of [DOMException, Event, EventTarget, AbortSignal, AbortController, Blob, File]) {
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  }
  return { DOMException, Event, EventTarget, AbortSignal, AbortController, Blob, File, structuredClone };
})

// TextEncoder and TextDecoder (https://encoding.spec.whatwg.org): UTF-8, UTF-16 and the windows-1252 that stands for Latin 1.
(function (ph) {
  'use strict';

  const LABELS = {
    'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
    'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'unicode', 'csunicode', 'iso-10646-ucs-2', 'unicodefeff'],
    'utf-16be': ['utf-16be', 'unicodefffe'],
    'windows-1252': ['windows-1252', 'latin1', 'l1', 'iso-8859-1', 'iso8859-1', 'iso88591', 'iso_8859-1', 'ascii', 'us-ascii', 'ansi_x3.4-1968',
      'cp1252', 'cp819', 'x-cp1252', 'csisolatin1', 'ibm819', 'iso-ir-100', 'iso_8859-1:1987'],
  };
  // What windows-1252 has at 0x80 to 0x9f.
  const HIGH = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
    + '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
  const CHUNK = 4096;

  function named(label) {
    const wanted = String(label).trim().toLowerCase();
    for (const name in LABELS) {
      if (LABELS[name].includes(wanted)) {
        return name;
      }
    }
    throw new RangeError(`The "${label}" encoding is not supported`);
  }

  function pointAt(text, index) {
    const point = text.codePointAt(index);
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  }

  const width = point => point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;

  // Writes one character's bytes at `at`; they must fit.
  function put(bytes, at, point) {
    const size = width(point);
    if (size === 1) {
      bytes[at] = point;
      return 1;
    }
    bytes[at] = [0, 0, 0xc0, 0xe0, 0xf0][size] | point >> 6 * (size - 1);
    for (let i = 1; i < size; i++) {
      bytes[at + i] = 0x80 | point >> 6 * (size - 1 - i) & 0x3f;
    }
    return size;
  }

  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }

    encode(text = '') {
      const from = String(text);
      const bytes = new Uint8Array(from.length * 3);
      return bytes.slice(0, this.encodeInto(from, bytes).written);
    }

    encodeInto(text, bytes) {
      const from = String(text);
      let read = 0;
      let written = 0;
      while (read < from.length) {
        const point = pointAt(from, read);
        if (written + width(point) > bytes.length) {
          break;
        }
        written += put(bytes, written, point);
        read += point > 0xffff ? 2 : 1;
      }
      return { read, written };
    }
  }

  function bytesOf(input) {
    if (input === undefined) {
      return new Uint8Array(0);
    }
    if (ArrayBuffer.isView(input)) {
      return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    }
    if (input instanceof ArrayBuffer || typeof SharedArrayBuffer === 'function' && input instanceof SharedArrayBuffer) {
      return new Uint8Array(input);
    }
    throw new TypeError('The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
  }

  // Collects code units and makes strings of them by the thousand.
  class Text {
    #units = [];
    #pieces = [];

    unit(code) {
      this.#units.push(code);
      if (this.#units.length >= CHUNK) {
        this.#flush();
      }
    }

    point(code) {
      if (code > 0xffff) {
        this.unit(0xd7c0 + (code >> 10));
        this.unit(0xdc00 | code & 0x3ff);
      } else {
        this.unit(code);
      }
    }

    #flush() {
      this.#pieces.push(String.fromCharCode(...this.#units));
      this.#units = [];
    }

    toString() {
      this.#flush();
      return this.#pieces.join('');
    }
  }

  // How many bytes follow the lead byte, and between what the first of them must lie (Unicode, table 3-7). Null for no lead byte.
  function lead(byte) {
    if (byte >= 0xc2 && byte <= 0xdf) {
      return [1, 0x80, 0xbf];
    }
    if (byte >= 0xe0 && byte <= 0xef) {
      return [2, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf];
    }
    return byte >= 0xf0 && byte <= 0xf4 ? [3, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf] : null;
  }

  // Decodes bytes; answers those at the end that may belong to a character that is not complete.
  function utf8(bytes, more, text, bad) {
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at];
      if (byte < 0x80) {
        text.unit(byte);
        at++;
        continue;
      }
      const follow = lead(byte);
      let [count, lowest, highest] = follow || [0, 0, 0];
      let point = byte & 0x3f >> count;
      let next = at + 1;
      while (count > 0 && next < bytes.length && bytes[next] >= lowest && bytes[next] <= highest) {
        point = point << 6 | bytes[next++] & 0x3f;
        [count, lowest, highest] = [count - 1, 0x80, 0xbf];
      }
      if (count > 0 && next === bytes.length && more) {
        return bytes.slice(at);
      }
      if (!follow || count > 0) {
        bad(text);
      } else {
        text.point(point);
      }
      at = next;
    }
    return null;
  }

  function utf16(bytes, more, text, bad, big) {
    let at = 0;
    const unit = index => big ? bytes[index] << 8 | bytes[index + 1] : bytes[index] | bytes[index + 1] << 8;
    for (; at + 1 < bytes.length; at += 2) {
      const code = unit(at);
      if (code < 0xd800 || code > 0xdfff) {
        text.unit(code);
      } else if (code < 0xdc00 && at + 3 < bytes.length && unit(at + 2) >> 10 === 0x37) {
        text.unit(code);
        text.unit(unit(at + 2));
        at += 2;
      } else if (code < 0xdc00 && at + 3 >= bytes.length && more) {
        return bytes.slice(at);
      } else {
        bad(text);
      }
    }
    if (at < bytes.length) {
      if (more) {
        return bytes.slice(at);
      }
      bad(text);
    }
    return null;
  }

  function latin1(bytes, text) {
    for (const byte of bytes) {
      text.unit(byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte);
    }
    return null;
  }

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #rest = null;
    #begun = false;

    constructor(label = 'utf-8', options = {}) {
      this.#encoding = named(label);
      this.#fatal = Boolean(options?.fatal);
      this.#ignoreBOM = Boolean(options?.ignoreBOM);
    }

    get encoding() {
      return this.#encoding;
    }

    get fatal() {
      return this.#fatal;
    }

    get ignoreBOM() {
      return this.#ignoreBOM;
    }

    decode(input, options) {
      const more = Boolean(options?.stream);
      const text = new Text();
      this.#rest = this.#decode(this.#joined(bytesOf(input)), more, text);
      const whole = text.toString();
      const marked = !this.#begun && !this.#ignoreBOM && this.#encoding !== 'windows-1252' && whole.startsWith('\ufeff');
      this.#begun = more && (this.#begun || whole !== '');
      return marked ? whole.slice(1) : whole;
    }

    #joined(bytes) {
      if (!this.#rest) {
        return bytes;
      }
      const both = new Uint8Array(this.#rest.length + bytes.length);
      both.set(this.#rest);
      both.set(bytes, this.#rest.length);
      return both;
    }

    #decode(bytes, more, text) {
      const bad = to => {
        if (this.#fatal) {
          throw new TypeError(`The encoded data was not valid for encoding ${this.#encoding}`);
        }
        to.unit(0xfffd);
      };
      if (this.#encoding === 'utf-8') {
        return utf8(bytes, more, text, bad);
      }
      return this.#encoding === 'windows-1252' ? latin1(bytes, text) : utf16(bytes, more, text, bad, this.#encoding === 'utf-16be');
    }
  }

  for (const type of [TextEncoder, TextDecoder]) {
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  }
  return { TextEncoder, TextDecoder };
})

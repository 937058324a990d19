// `require('buffer')` and the global Buffer: the library for browsers, which newman has too, and base64url besides.
(function (ph) {
  'use strict';

  const plain = ph.library('buffer/plain');
  const Buffer = plain.Buffer;
  const old = { isEncoding: Buffer.isEncoding, byteLength: Buffer.byteLength, from: Buffer.from, alloc: Buffer.alloc,
    toString: Buffer.prototype.toString, write: Buffer.prototype.write };

  const isUrl = encoding => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';
  const known = encoding => isUrl(encoding) ? 'base64' : encoding;

  Buffer.isEncoding = encoding => isUrl(encoding) || old.isEncoding(encoding);
  Buffer.byteLength = (text, encoding) => old.byteLength(text, known(encoding));
  Buffer.from = (value, encoding, length) => old.from(value, known(encoding), length);
  Buffer.alloc = (size, fill, encoding) => old.alloc(size, fill, known(encoding));
  Buffer.poolSize = 8192;

  // The library passes base64 text through base64-js; digits of either alphabet are read by it.
  Buffer.prototype.toString = function (encoding, start, end) {
    if (isUrl(encoding)) {
      return old.toString.call(this, 'base64', start, end).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
    }
    return arguments.length === 0 ? old.toString.call(this) : old.toString.call(this, encoding, start, end);
  };
  Buffer.prototype.toLocaleString = Buffer.prototype.toString;

  Buffer.prototype.write = function (text, offset, length, encoding) {
    const last = arguments.length - 1;
    const given = [...arguments];
    if (last > 0) {
      given[last] = known(given[last]);
    }
    return old.write.apply(this, given);
  };

  ph.lazy(plain, 'Blob', () => globalThis.Blob);
  ph.lazy(plain, 'File', () => globalThis.File);
  plain.atob = globalThis.atob;
  plain.btoa = globalThis.btoa;
  plain.kStringMaxLength = 536870888;
  plain.constants = { MAX_LENGTH: plain.kMaxLength, MAX_STRING_LENGTH: 536870888 };
  plain.isAscii = bytes => new Uint8Array(bytes.buffer || bytes).every(byte => byte < 128);
  plain.isUtf8 = bytes => !Buffer.from(bytes).toString().includes('\ufffd');
  return plain;
})

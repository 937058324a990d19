// The global `crypto` (https://www.w3.org/TR/WebCryptoAPI/): random bytes, and of `subtle` digests, HMAC, AES, signatures of RSA and EC, and derived keys.
// The work is done by the program; bytes travel as Base64.
(function (ph) {
  'use strict';

  const MOST_RANDOM = 65536;
  const INSIDE = Symbol('inside');
  const DOMException = globalThis.DOMException;
  const refuse = (message, name) => new DOMException(message, name);

  function bytes(source) {
    if (ArrayBuffer.isView(source)) {
      return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    }
    if (source instanceof ArrayBuffer) {
      return new Uint8Array(source);
    }
    throw new TypeError('The data must be an ArrayBuffer, a Buffer, a TypedArray or a DataView');
  }

  function text64(source) {
    let text = '';
    const from = bytes(source);
    for (let i = 0; i < from.length; i += 4096) {
      text += String.fromCharCode(...from.subarray(i, i + 4096));
    }
    return btoa(text);
  }

  function buffer(text) {
    const raw = atob(text);
    const to = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) {
      to[i] = raw.charCodeAt(i);
    }
    return to.buffer;
  }

  const btoa = globalThis.btoa;
  const atob = globalThis.atob;

  function ask(operation, ...given) {
    try {
      return ph.host('crypto', operation, ...given);
    } catch (error) {
      throw refuse(error.message, 'OperationError');
    }
  }

  // ---- algorithms -----------------------------------------------------------------------------------------------------

  const KNOWN = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512', 'HMAC', 'AES-CBC', 'AES-GCM', 'AES-CTR', 'RSASSA-PKCS1-v1_5', 'RSA-PSS', 'RSA-OAEP', 'ECDSA',
    'PBKDF2', 'HKDF'];

  function named(algorithm) {
    const given = typeof algorithm === 'string' ? { name: algorithm } : { ...algorithm };
    const name = KNOWN.find(known => known.toLowerCase() === String(given.name).toLowerCase());
    if (!name) {
      throw refuse('Unrecognized algorithm name', 'NotSupportedError');
    }
    given.name = name;
    return given;
  }

  const hash = algorithm => named(algorithm.hash ?? 'SHA-256').name;
  const optional = source => source === undefined ? '' : text64(source);

  class CryptoKey {
    #material;

    constructor(key, type, extractable, algorithm, usages, material) {
      if (key !== INSIDE) {
        throw new TypeError('Illegal constructor');
      }
      Object.assign(this, { type, extractable, algorithm, usages: [...usages] });
      this.#material = material;
      Object.freeze(this);
    }

    static material(key, name, usage) {
      if (key.algorithm.name !== name) {
        throw refuse('The requested operation is not valid for the provided key', 'InvalidAccessError');
      }
      if (usage && !key.usages.some(known => usage.includes(known))) {
        throw refuse(`Unable to use this key to ${usage[0]}`, 'InvalidAccessError');
      }
      return key.#material;
    }
  }

  const material = CryptoKey.material;
  delete CryptoKey.material;

  const unUrl = text => text.replace(/-/g, '+').replace(/_/g, '/');
  const toUrl = text => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  function described(algorithm, data) {
    const name = algorithm.name;
    const described = { name };
    if (name === 'HMAC' || name.startsWith('RSA')) {
      described.hash = { name: hash(algorithm) };
    }
    if (name === 'ECDSA') {
      described.namedCurve = algorithm.namedCurve;
    }
    if (name === 'HMAC' || name.startsWith('AES')) {
      described.length = bytes(buffer(data)).length * 8;
    }
    return described;
  }

  // ---- subtle ---------------------------------------------------------------------------------------------------------

  function rawOf(format, source) {
    if (format === 'raw' || format === 'pkcs8' || format === 'spki') {
      return text64(source);
    }
    if (format === 'jwk' && source && source.kty === 'oct') {
      return unUrl(String(source.k));
    }
    throw refuse(`Unable to import a key of the format ${format}${source && source.kty ? ' and the type ' + source.kty : ''}`, 'NotSupportedError');
  }

  class SubtleCrypto {
    constructor(key) {
      if (key !== INSIDE) {
        throw new TypeError('Illegal constructor');
      }
    }

    async digest(algorithm, data) {
      return buffer(ask('digest', named(algorithm).name, text64(data)));
    }

    async importKey(format, source, algorithm, extractable, usages) {
      const type = { pkcs8: 'private', spki: 'public' }[format] || 'secret';
      const data = rawOf(format, source);
      return new CryptoKey(INSIDE, type, Boolean(extractable), described(named(algorithm), data), usages, data);
    }

    async exportKey(format, key) {
      const data = material(key, key.algorithm.name);
      if (!key.extractable) {
        throw refuse('key is not extractable', 'InvalidAccessError');
      }
      const own = { private: 'pkcs8', public: 'spki', secret: 'raw' }[key.type];
      if (format === 'jwk' && own === 'raw') {
        return { kty: 'oct', k: toUrl(data), ext: true, key_ops: [...key.usages] };
      }
      if (format !== own) {
        throw refuse(`Unable to export a ${key.type} key as ${format}`, 'NotSupportedError');
      }
      return buffer(data);
    }

    async generateKey(algorithm, extractable, usages) {
      const wanted = named(algorithm);
      const make = (type, data, which) => new CryptoKey(INSIDE, type, Boolean(extractable) || type === 'public', described(wanted, data), which, data);
      if (wanted.name === 'HMAC' || wanted.name.startsWith('AES')) {
        const size = wanted.length ?? { 'SHA-1': 512, 'SHA-256': 512 }[hash(wanted)] ?? 1024;
        return make('secret', ask('random', size >> 3), usages);
      }
      const [secret, open] = ask('pair', wanted.name, wanted.modulusLength ?? 2048, String(wanted.namedCurve ?? ''));
      const forSecret = ['sign', 'decrypt', 'unwrapKey'];
      return { privateKey: make('private', secret, usages.filter(u => forSecret.includes(u))), publicKey: make('public', open, usages.filter(u => !forSecret.includes(u))) };
    }

    async sign(algorithm, key, data) {
      const how = named(algorithm);
      const digest = how.name === 'ECDSA' ? hash(how) : hash(key.algorithm);
      return buffer(ask('sign', how.name, digest, material(key, how.name, ['sign']), text64(data), how.saltLength ?? -1));
    }

    async verify(algorithm, key, signature, data) {
      const how = named(algorithm);
      const digest = how.name === 'ECDSA' ? hash(how) : hash(key.algorithm);
      return ask('verify', how.name, digest, material(key, how.name, ['verify']), text64(data), how.saltLength ?? -1, text64(signature));
    }

    async encrypt(algorithm, key, data) {
      return cipher('encrypt', algorithm, key, data);
    }

    async decrypt(algorithm, key, data) {
      return cipher('decrypt', algorithm, key, data);
    }

    async deriveBits(algorithm, key, length) {
      return buffer(derived(algorithm, key, length, ['deriveBits', 'deriveKey']));
    }

    async deriveKey(algorithm, key, wanted, extractable, usages) {
      const type = named(wanted);
      const data = derived(algorithm, key, type.length ?? 256, ['deriveKey']);
      return new CryptoKey(INSIDE, 'secret', Boolean(extractable), described(type, data), usages, data);
    }
  }

  function cipher(direction, algorithm, key, data) {
    const how = named(algorithm);
    const vector = how.iv ?? how.counter;
    return buffer(ask(direction, how.name, how.name === 'RSA-OAEP' ? hash(key.algorithm) : '', material(key, how.name, [direction]), text64(data), optional(vector),
      how.tagLength ?? 128, optional(how.additionalData)));
  }

  function derived(algorithm, key, length, usage) {
    const how = named(algorithm);
    return ask('derive', how.name, hash(how), material(key, how.name, usage), optional(how.salt), Number(how.iterations ?? 0), optional(how.info), length);
  }

  // ---- crypto ---------------------------------------------------------------------------------------------------------

  class Crypto {
    constructor(key) {
      if (key !== INSIDE) {
        throw new TypeError('Illegal constructor');
      }
      Object.defineProperty(this, 'subtle', { value: new SubtleCrypto(INSIDE), enumerable: true });
    }

    getRandomValues(array) {
      if (!ArrayBuffer.isView(array) || array instanceof DataView || array instanceof Float32Array || array instanceof Float64Array) {
        throw refuse('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
      }
      if (array.byteLength > MOST_RANDOM) {
        throw refuse(`The requested length exceeds ${MOST_RANDOM} bytes`, 'QuotaExceededError');
      }
      bytes(array).set(new Uint8Array(buffer(ask('random', array.byteLength))));
      return array;
    }

    randomUUID() {
      const random = this.getRandomValues(new Uint8Array(16));
      random[6] = random[6] & 15 | 64;
      random[8] = random[8] & 63 | 128;
      const hex = Array.from(random, byte => byte.toString(16).padStart(2, '0')).join('');
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    }
  }

  for (const type of [Crypto, SubtleCrypto, CryptoKey]) {
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  }
  return { Crypto, SubtleCrypto, CryptoKey, crypto: new Crypto(INSIDE) };
})

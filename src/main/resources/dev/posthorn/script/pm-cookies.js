// pm.cookies.jar(): the cookies of any address, by callbacks or promises.
(function (ph) {
  'use strict';

  const { sdk } = ph;

  function address(url, method) {
    if (sdk.Url.isUrl(url)) {
      return url.toString(true);
    }
    if (url && typeof url === 'string') {
      return new sdk.Url(url).toString(true);
    }
    throw new TypeError(`CookieJar.${method}() requires a valid url`);
  }

  function nameOf(name, method) {
    if (typeof name !== 'string') {
      throw new TypeError(`CookieJar.${method}() requires cookie name to be a string`);
    }
    return name;
  }

  /** Asks, and answers by the callback; by a promise where there is none. */
  function asked(method, args, callback, read) {
    const ask = (told) => ph.ask('cookies', [method, args], (error, value) => (error ? told(new Error(error), null) : told(null, read(value))));
    if (typeof callback === 'function') {
      ask(callback);
      return undefined;
    }
    const promise = new Promise((resolve, reject) => ask((error, value) => (error ? reject(error) : resolve(value))));
    promise.catch(() => undefined);
    return promise;
  }

  const cookieOf = (cookie) => (cookie && typeof cookie === 'object' ? new sdk.Cookie(cookie) : null);
  const valueOf = (cookie) => (cookie && typeof cookie === 'object' ? new sdk.Cookie(cookie).valueOf() : cookie === undefined ? null : cookie);
  const nothing = () => undefined;

  /** The forms in which a cookie may be given, as a map. */
  function written(name, value) {
    if (name && value) {
      return { name, value };
    }
    if (name && typeof name === 'object') {
      const { key, ...others } = name;
      return key === undefined || others.name ? { ...others } : { name: key, ...others };
    }
    if (typeof name === 'string') {
      const { key, ...others } = sdk.Cookie.parse(name);
      return { name: key, ...others };
    }
    throw new TypeError('CookieJar.set() requires a valid set cookie arguments');
  }

  class PostmanCookieJar {
    get(url, name, callback) {
      return asked('get', [address(url, 'get'), nameOf(name, 'get')], callback, valueOf);
    }

    getAll(url, options, callback) {
      const to = address(url, 'getAll');
      const told = typeof options === 'function' && !callback ? options : callback;
      const given = typeof options === 'function' || options === undefined ? {} : options;
      if (typeof given !== 'object') {
        throw new TypeError('CookieJar.getAll() requires options to be an object');
      }
      return asked('getAll', [to, { ...given }], told, (cookies) => new sdk.CookieList(null, cookies || []));
    }

    set(url, name, value, callback) {
      const to = address(url, 'set');
      const told = typeof value === 'function' && !callback ? value : callback;
      const cookie = written(name, typeof value === 'function' ? null : value);
      return asked('set', [to, cookie], told, (made) => cookieOf(made) || new sdk.Cookie(cookie));
    }

    unset(url, name, callback) {
      return asked('unset', [address(url, 'unset'), nameOf(name, 'unset')], callback, nothing);
    }

    clear(url, callback) {
      return asked('clear', [address(url, 'clear')], callback, nothing);
    }
  }

  return { jar: () => new PostmanCookieJar() };
})

// Cookie and CookieList.
(function (ph) {
  'use strict';

  const { PropertyBase, PropertyList } = ph.sdk;
  const { has, isObject, isNil, defined, choose, known } = ph.kit;

  const ATTRIBUTES = { httponly: 'httpOnly', secure: 'secure', domain: 'domain', path: 'path', 'max-age': 'maxAge', session: 'session', expires: 'expires' };

  function encoded(value) {
    let plain = value;
    try {
      plain = decodeURIComponent(value);
    } catch {
      // It was no encoded text.
    }
    try {
      return encodeURIComponent(plain);
    } catch {
      return plain;
    }
  }

  class PostmanCookie extends PropertyBase {
    constructor(options) {
      super(options);
      const given = typeof options === 'string' ? PostmanCookie.parse(options) : options;
      if (given) {
        this.update(given);
      }
    }

    update(options) {
      const flag = (name) => (has(options, name) ? Boolean(options[name]) : undefined);
      defined(this, {
        name: choose(options.name, options.key),
        expires: typeof options.expires === 'string' ? new Date(options.expires) : options.expires,
        maxAge: has(options, 'maxAge') ? Number(options.maxAge) : undefined,
        domain: options.domain,
        path: options.path,
        secure: flag('secure'),
        httpOnly: flag('httpOnly'),
        hostOnly: flag('hostOnly'),
        session: flag('session'),
        value: options.value ? encoded(options.value) : undefined,
        extensions: options.extensions || undefined,
      });
    }

    valueOf() {
      try {
        return decodeURIComponent(this.value);
      } catch {
        return this.value;
      }
    }

    toString() {
      let text = PostmanCookie.unparseSingle(this);
      if (this.expires instanceof Date) {
        text += isNaN(this.expires.getTime()) ? '' : '; Expires=' + this.expires.toUTCString();
      } else if (this.expires) {
        text += '; Expires=' + this.expires;
      }
      text += this.maxAge && this.maxAge !== Infinity ? '; Max-Age=' + this.maxAge : '';
      text += this.domain && !this.hostOnly ? '; Domain=' + this.domain : '';
      text += this.path ? '; Path=' + this.path : '';
      text += (this.secure ? '; Secure' : '') + (this.httpOnly ? '; HttpOnly' : '');
      return text + (this.extensions || []).map(({ key, value }) => `; ${key}` + (value === true ? '' : `=${value}`)).join('');
    }

    static unparse(cookies) {
      return Array.isArray(cookies) || PropertyList.isPropertyList(cookies) ? cookies.map(PostmanCookie.unparseSingle).join('; ') : '';
    }

    static unparseSingle(cookie) {
      if (!isObject(cookie)) {
        return '';
      }
      const value = isNil(cookie.value) ? '' : cookie.value;
      return cookie.name ? cookie.name + '=' + value : value;
    }

    static parse(text) {
      if (typeof text !== 'string') {
        return text;
      }
      const [first, ...others] = text.split(/; */).map(PostmanCookie.splitParam);
      const cookie = { key: first.key, value: first.value };
      for (const pair of others) {
        const name = pair.key.toLowerCase();
        if (has(ATTRIBUTES, name)) {
          cookie[ATTRIBUTES[name]] = pair.value;
        } else {
          cookie.extensions = (cookie.extensions || []).concat(pair);
        }
      }
      if (!cookie.domain) {
        cookie.hostOnly = true;
      }
      return cookie;
    }

    static stringify(cookie) {
      return PostmanCookie.prototype.toString.call(cookie);
    }

    static splitParam(param) {
      const [name, text] = param.split('=');
      let value = typeof text === 'string' ? text.trim() : true;
      if (typeof value === 'string' && value[0] === '"') {
        value = value.slice(1, -1);
      }
      return { key: name.trim(), value };
    }
  }
  PostmanCookie._postman_propertyIndexKey = 'name';
  PostmanCookie._postman_propertyIndexCaseInsensitive = true;
  PostmanCookie._postman_propertyAllowsMultipleValues = true;
  known(PostmanCookie, 'Cookie', 'isCookie');

  class CookieList extends PropertyList {
    constructor(parent, cookies) {
      super(PostmanCookie, parent, cookies);
    }
  }
  known(CookieList, 'CookieList', 'isCookieList');

  return { Cookie: PostmanCookie, CookieList };
})

// Request: method, address, headers, body and authorization.
(function (ph) {
  'use strict';

  const { Property, PropertyBase } = ph.sdk;
  const { has, isObject, isNil, defined, known, isNumeric, lazy } = ph.kit;

  const methodOf = (options) => (has(options, 'method') && !isNil(options.method) ? String(options.method).toUpperCase() : 'GET');

  /** Length in UTF-8. */
  function bytes(text) {
    let length = 0;
    for (const character of text) {
      const code = character.codePointAt(0);
      length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return length;
  }
  ph.kit.bytes = bytes;

  class PostmanRequest extends Property {
    constructor(options) {
      const given = typeof options === 'string' ? { url: options } : options;
      super(given);
      lazy(this, 'url', () => new ph.sdk.Url(has(given, 'url') ? given.url : undefined));
      lazy(this, 'headers', () => new ph.sdk.HeaderList(this, given && given.header));
      this.method = methodOf(given);
      this._postman_more(given);
    }

    update(options) {
      if (!options) {
        return;
      }
      if (has(options, 'url')) {
        this.url.update(options.url);
      }
      if (options.header) {
        this.headers.repopulate(options.header);
      }
      if (has(options, 'method')) {
        this.method = methodOf(options);
      }
      this._postman_more(options);
    }

    _postman_more(options) {
      if (!options) {
        return;
      }
      defined(this, {
        body: has(options, 'body') ? new ph.sdk.RequestBody(options.body) : undefined,
        auth: options.auth ? new ph.sdk.RequestAuth(options.auth) : undefined,
        proxy: options.proxy && new ph.sdk.ProxyConfig(options.proxy),
        certificate: options.certificate && new ph.sdk.Certificate(options.certificate),
      });
    }

    authorizeUsing(type, options) {
      if (isObject(type) && isNil(options)) {
        const { type: named, ...others } = type;
        type = named;
        options = others;
      }
      if (type === null) {
        delete this.auth;
        return;
      }
      if (!ph.sdk.RequestAuth.isValidType(type)) {
        return;
      }
      if (this.auth) {
        this.auth.clear(type);
      } else {
        this.auth = new ph.sdk.RequestAuth(null, this);
      }
      this.auth.use(type, options);
    }

    getHeaders(options) {
      const { enabled, ignoreCase, multiValue, sanitizeKeys } = options || {};
      return this.headers.toObject(enabled, !ignoreCase, multiValue, sanitizeKeys);
    }

    forEachHeader(callback) {
      this.headers.all().forEach((header) => callback(header, this));
    }

    addHeader(header) {
      this.headers.add(header);
    }

    removeHeader(toRemove, options) {
      const name = typeof toRemove === 'string' ? toRemove : toRemove.key;
      if (!name) {
        return;
      }
      const cased = (text) => (options && options.ignoreCase ? text.toLowerCase() : text);
      this.headers.remove((header) => cased(header.key) === cased(name));
    }

    upsertHeader(header) {
      if (!header || !header.key) {
        return;
      }
      const existing = this.headers.find({ key: header.key });
      if (existing) {
        existing.value = header.value;
      } else {
        this.headers.add(header);
      }
    }

    addQueryParams(params) {
      this.url.addQueryParams(params);
    }

    removeQueryParams(params) {
      this.url.removeQueryParams(params);
    }

    size() {
      const length = this.headers.get('Content-Length');
      const size = { body: 0, header: 0, total: 0, source: 'COMPUTED' };
      if (length && isNumeric(length)) {
        size.body = parseInt(length, 10);
        size.source = 'CONTENT-LENGTH';
      } else if (this.body) {
        size.body = bytes(this.body.toString());
      }
      size.header = (this.method + ' ' + this.url.getPathWithQuery() + ' HTTP/X.X\r\n\r\n').length + this.headers.contentSize();
      size.total = (size.body || 0) + size.header;
      return size;
    }

    toJSON() {
      const json = PropertyBase.toJSON(this);
      if (Array.isArray(json.header) && !json.header.length) {
        delete json.header;
      }
      return json;
    }

    clone() {
      return new PostmanRequest(this.toJSON());
    }
  }
  known(PostmanRequest, 'Request', 'isRequest');

  return { Request: PostmanRequest };
})

// Response: status, headers and body of an answer. The body is fetched when a script asks for it.
(function (ph) {
  'use strict';

  const { Property, PropertyBase } = ph.sdk;
  const { defined, choose, isNil, isNumeric, known, lazy } = ph.kit;

  /** Bodies that are not here yet. */
  const sources = new WeakMap();
  const content = () => ph.part('sdk-content.js');
  const buffers = () => ph.require('buffer').Buffer;
  const utf8Length = (text) => {
    ph.sdk.Request;
    return ph.kit.bytes(text);
  };

  function streamOf(stream) {
    if (stream && stream.type === 'Buffer' && Array.isArray(stream.data)) {
      return buffers().from(stream.data);
    }
    return stream && stream.type === 'Base64' && typeof stream.data === 'string' ? buffers().from(stream.data, 'base64') : stream || undefined;
  }

  const BUFFER_CHARSETS = ['utf8', 'utf-8', 'ascii', 'latin1', 'binary', 'utf16le', 'ucs2'];

  function decoded(stream, charset) {
    if (typeof stream === 'string') {
      return stream;
    }
    const bytes = buffers().isBuffer(stream) ? stream : buffers().from(stream);
    if (BUFFER_CHARSETS.includes(charset)) {
      return bytes.toString(charset).replace(/^\ufeff/, '');
    }
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return bytes.toString();
    }
  }

  function detailsOf(code, reason) {
    const details = content().reason(code);
    return defined({ ...details }, { name: reason, code, standardName: details.name });
  }

  class PostmanResponse extends Property {
    constructor(options) {
      super(options);
      this.update(options || {});
    }

    /**
     * `source` is ours: a body that is not here yet, as {text, bytes, size}, the first two functions.
     */
    update(options) {
      const { source } = options;
      const stream = source ? undefined : streamOf(options.stream);
      const reason = choose(options.reason, options.status);
      const { code, header, body } = options;
      lazy(this, '_details', () => detailsOf(code, reason));
      if (options.originalRequest) {
        this.originalRequest = new ph.sdk.Request(options.originalRequest);
      }
      defined(this, { status: reason || this._details.name, code });
      lazy(this, 'headers', () => new ph.sdk.HeaderList(this, header));
      defined(this, { body });
      if (source) {
        sources.set(this, source);
        lazy(this, 'stream', () => source.bytes());
      } else {
        defined(this, { stream: options.body && typeof options.body === 'object' ? options.body : stream });
      }
      lazy(this, 'cookies', () => new ph.sdk.CookieList(this, options.cookie));
      defined(this, { responseTime: options.responseTime, responseSize: source ? source.size : stream && stream.byteLength });
    }

    toJSON() {
      const { _details, ...json } = PropertyBase.toJSON(this);
      return json;
    }

    reason() {
      return this.status || content().reason(this.code).name;
    }

    details() {
      if (!this._details || this._details.code !== this.code) {
        const details = content().reason(this.code);
        this._details = { ...details, code: this.code, standardName: details.name };
      }
      return { ...this._details };
    }

    text() {
      if (sources.has(this)) {
        return sources.get(this).text();
      }
      return this.stream ? decoded(this.stream, this.contentInfo().charset) : this.body;
    }

    json(reviver, strict) {
      return ph.part('sdk-json.js').parse(this.text(), reviver, strict);
    }

    jsonp(reviver, strict) {
      const text = (this.text() || '').replace(/^[^{(].*\(/, '').replace(/\)[^}].*$|\)$/, '');
      return ph.part('sdk-json.js').parse(text, reviver, strict);
    }

    contentInfo() {
      return content().contentInfo(this);
    }

    mime() {
      throw new Error('`Response#mime` has been discontinued, use `Response#contentInfo` instead.');
    }

    dataURI() {
      const { contentType } = this.contentInfo();
      const bytes = isNil(this.stream) ? this.body : this.stream;
      const base64 = isNil(bytes) ? '' : (typeof bytes === 'string' ? buffers().from(bytes) : buffers().from(bytes)).toString('base64');
      return contentType ? `data:${contentType};base64, ${base64}` : '';
    }

    size() {
      const encoding = String(this.headers.get('Content-Encoding') || '').toLowerCase();
      const length = this.headers.get('Content-Length');
      const size = { body: 0, header: 0, total: 0 };
      if (length && isNumeric(length) && (encoding.includes('gzip') || encoding.includes('deflate'))) {
        size.body = parseInt(length, 10);
      } else if (sources.has(this)) {
        size.body = this.responseSize;
      } else if (this.stream) {
        size.body = isNumeric(this.stream.byteLength) ? this.stream.byteLength : 0;
      } else if (!isNil(this.body)) {
        size.body = utf8Length(this.body.toString());
      }
      size.header = ('HTTP/X.X ' + this.code + ' ' + this.reason() + '\r\n\r\n').length + this.headers.contentSize();
      size.total = (size.body || 0) + size.header;
      return size;
    }

    encoding() {
      const named = this.headers.get('Content-Encoding');
      if (named) {
        return { format: named, source: 'header' };
      }
      const body = this.stream || this.body;
      const packed = body && body[0] === 0x1f && body[1] === 0x8b && body[2] === 0x8;
      return { format: packed ? 'gzip' : named, source: packed ? 'body' : undefined };
    }

    static createFromNode(response, cookies) {
      return new PostmanResponse({
        cookie: cookies,
        body: response.body.toString(),
        stream: response.body,
        header: response.headers,
        code: response.statusCode,
        status: response.statusMessage,
        responseTime: response.elapsedTime,
      });
    }

    static mimeInfo() {
      throw new Error('`Response.mimeInfo` has been discontinued, use `Response#contentInfo` instead.');
    }

    static timingPhases(timings) {
      const at = timings && timings.offset;
      if (!at) {
        return undefined;
      }
      const phases = {
        prepare: at.request,
        wait: at.socket - at.request,
        dns: at.lookup - at.socket,
        tcp: at.connect - at.lookup,
        firstByte: at.response - (at.secureConnect || at.connect),
        download: at.end - at.response,
        process: at.done - at.end,
        total: at.done,
      };
      return at.secureConnect ? { ...phases, secureHandshake: at.secureConnect - at.connect } : phases;
    }
  }
  PostmanResponse.prototype._postman_propertyRequiresId = true;
  known(PostmanResponse, 'Response', 'isResponse');

  return { Response: PostmanResponse };
})

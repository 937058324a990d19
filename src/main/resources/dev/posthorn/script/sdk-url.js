// Url and QueryParam: an address in its parts, as it was typed; nothing is encoded that was not.
(function (ph) {
  'use strict';

  const { Property, PropertyBase, PropertyList, VariableList } = ph.sdk;
  const { has, isObject, known } = ph.kit;

  const VARIABLE_WITH_MARKS = /\{\{[^{}]*[.:/?#@&\]][^{}]*\}\}/g;
  const QUERY_VARIABLE = /\{\{[^{}]*[&#=][^{}]*\}\}/g;

  const escaped = (text, equals) => {
    const most = text.replace(/&/g, '%26').replace(/#/g, '%23');
    return equals ? most.replace(/=/g, '%3D') : most;
  };

  /** Escapes what would end a parameter, but within variables. */
  function guarded(text, equals) {
    if (typeof text !== 'string' || !/[&#=]/.test(text)) {
      return text;
    }
    let out = '';
    let from = 0;
    for (const match of text.matchAll(QUERY_VARIABLE)) {
      out += escaped(text.slice(from, match.index), equals) + match[0];
      from = match.index + match[0].length;
    }
    return out + escaped(text.slice(from), equals);
  }

  class PostmanQueryParam extends Property {
    constructor(options) {
      super(options);
      this.update(options);
    }

    toString() {
      return PostmanQueryParam.unparseSingle(this);
    }

    update(param) {
      const read = typeof param === 'string' ? PostmanQueryParam.parseSingle(param) : param;
      this.key = read ? read.key : undefined;
      this.value = read ? read.value : undefined;
      if (has(param, 'system')) {
        this.system = param.system;
      }
    }

    valueOf() {
      return typeof this.value === 'string' ? this.value : '';
    }

    static parse(query) {
      return typeof query === 'string' ? query.split('&').map(PostmanQueryParam.parseSingle) : [];
    }

    static parseSingle(param, index, all) {
      if (param === '' && typeof index === 'number' && Array.isArray(all) && index !== all.length - 1) {
        return { key: null, value: null };
      }
      const equals = typeof param === 'string' ? param.indexOf('=') : -1;
      return equals < 0 ? { key: param.slice(0), value: null } : { key: param.slice(0, equals), value: param.slice(equals + 1) };
    }

    static unparse(params) {
      if (!params) {
        return '';
      }
      if (Array.isArray(params) || PropertyList.isPropertyList(params)) {
        return params.filter((param) => param.disabled !== true).map(PostmanQueryParam.unparseSingle).join('&');
      }
      return Object.keys(params).map((key) => PostmanQueryParam.unparseSingle({ key, value: params[key] })).join('&');
    }

    static unparseSingle(param) {
      if (!param) {
        return '';
      }
      const key = typeof param.key === 'string' ? guarded(param.key, true) : '';
      return typeof param.value === 'string' ? key + '=' + guarded(param.value, false) : key;
    }
  }
  PostmanQueryParam._postman_propertyIndexKey = 'key';
  PostmanQueryParam._postman_propertyAllowsMultipleValues = true;
  known(PostmanQueryParam, 'QueryParam');

  /**
   * A text with its variables masked, so that marks within them divide nothing. Both texts are equally long: what is cut
   * by the places of the mask is right in the text.
   */
  class Masked {
    constructor(text, mask = text.replace(VARIABLE_WITH_MARKS, (variable) => '_'.repeat(variable.length))) {
      this.text = text;
      this.mask = mask;
    }

    cut(from, to) {
      return new Masked(this.text.slice(from, to), this.mask.slice(from, to));
    }

    /** Divides at the mark; null where it has none. */
    divide(mark, last) {
      const place = last ? this.mask.lastIndexOf(mark) : this.mask.indexOf(mark);
      return place < 0 ? null : [this.cut(0, place), this.cut(place + mark.length)];
    }

    split(mark) {
      const parts = [];
      let rest = this;
      for (let halves = rest.divide(mark); halves; halves = rest.divide(mark)) {
        parts.push(halves[0].text);
        rest = halves[1];
      }
      return parts.concat(rest.text);
    }

    withSlashes() {
      return this.mask.includes('\\') ? new Masked(Array.from({ length: this.mask.length }, (_, i) => (this.mask[i] === '\\' ? '/' : this.text[i])).join(''), this.mask.replace(/\\/g, '/')) : this;
    }

    withoutLeadingSlashes(keepOne) {
      const count = /^\/*/.exec(this.mask)[0].length;
      return this.cut(keepOne && count ? count - 1 : count);
    }
  }

  function parts(text) {
    const url = { raw: text, protocol: undefined, auth: undefined, host: undefined, port: undefined, path: undefined, query: undefined, hash: undefined };
    if (!text || typeof text !== 'string') {
      return url;
    }
    url.raw = text.trimStart();
    let rest = new Masked(url.raw);
    const take = (mark, use, last) => {
      const halves = rest.divide(mark, last);
      if (halves) {
        rest = use(halves[0], halves[1]) || halves[0];
      }
    };
    take('#', (before, after) => { url.hash = after.text; });
    take('?', (before, after) => { url.query = after.split('&'); });
    rest = rest.withSlashes();
    take('://', (before, after) => {
      url.protocol = before.text;
      return after.withoutLeadingSlashes(before.text.toLowerCase() === 'file');
    });
    take('/', (before, after) => { url.path = after.split('/'); });
    take('@', (before, after) => {
      const pair = before.divide(':');
      url.auth = pair ? [pair[0].text, pair[1].text] : [before.text];
      return after;
    }, true);
    take(':', (before, after) => {
      if (after.mask.includes(']')) {
        return rest;
      }
      url.port = after.text;
      return before;
    }, true);
    if (rest.text) {
      url.host = rest.split('.');
    }
    return url;
  }

  /** The name in a path segment such as ":id" or ":id.json"; null where it is none. */
  function pathVariable(segment) {
    const text = String(segment);
    return text.startsWith(':') ? text.slice(1).split('.')[0] || null : null;
  }

  const withProtocolMark = (protocol) => (protocol.endsWith('://') ? protocol : protocol + '://');

  function queryOf(query) {
    if (typeof query === 'string') {
      return PostmanQueryParam.parse(query);
    }
    return isObject(query) && !Array.isArray(query) && !PropertyList.isPropertyList(query) ? Object.keys(query).map((key) => ({ key, value: query[key] })) : query;
  }

  function pathOf(path) {
    if (typeof path !== 'string') {
      return path;
    }
    const inner = path.replace(/^\/(.+)$/s, '$1');
    return inner ? (inner === '/' ? [''] : inner.split('/')) : undefined;
  }

  class PostmanUrl extends PropertyBase {
    constructor(options) {
      super(options);
      this.update(options);
    }

    update(url) {
      const given = !url || typeof url === 'string' ? PostmanUrl.parse(url || '') : url;
      const variable = Array.isArray(given.variable) ? given.variable.map((each) => (isObject(each) && !each.key ? Object.assign(each, { key: each.id }) : each)) : given.variable;
      this.auth = given.auth;
      this.protocol = given.protocol;
      this.port = given.port;
      this.path = pathOf(given.path);
      this.hash = given.hash;
      this.host = typeof given.host === 'string' ? given.host.split(/\.(?![^{]*\}{2})/g) : given.host;
      this.query = new PropertyList(PostmanQueryParam, this, PropertyList.isPropertyList(given.query) ? given.query.all() : queryOf(given.query) || []);
      this.variables = new VariableList(this, variable || []);
    }

    addQueryParams(params) {
      this.query.populate(typeof params === 'string' ? PostmanQueryParam.parse(params) : params);
    }

    removeQueryParams(params) {
      const names = Array.isArray(params) ? params.map((param) => (param.key ? param.key : param)) : [params];
      this.query.remove((param) => names.includes(param.key));
    }

    getRaw() {
      throw new Error('`Url#getRaw` has been discontinued, use `Url#toString` instead.');
    }

    toString(forceProtocol) {
      const protocol = this.protocol || (forceProtocol ? 'http://' : '');
      let text = protocol ? withProtocolMark(protocol) : '';
      text += this._postman_credentials();
      text += this.host ? this.getHost() : '';
      if (this.port !== undefined && this.port !== null) {
        text += ':' + this.port.toString();
      }
      text += this.path ? this.getPath() : '';
      if (this.query && this.query.count() && this.query.find((param) => !(param && param.disabled))) {
        text += '?' + this.getQueryString();
      }
      return typeof this.hash === 'string' ? text + '#' + this.hash : text;
    }

    _postman_credentials() {
      if (!this.auth) {
        return '';
      }
      const { user, password } = this.auth;
      if (typeof password === 'string') {
        return (typeof user === 'string' ? user : '') + ':' + password + '@';
      }
      return typeof user === 'string' ? user + '@' : '';
    }

    getPath(unresolved) {
      if (unresolved) {
        return '/' + this.path.join('/');
      }
      return '/' + Array.from(this.path || []).map((segment) => {
        const name = pathVariable(segment);
        const value = name === null ? undefined : this.variables.get(name);
        return value && typeof value === 'string' ? value + segment.slice(name.length + 1) : segment;
      }).join('/');
    }

    getQueryString() {
      return this.query.count() ? PostmanQueryParam.unparse(this.query.all()) : '';
    }

    getPathWithQuery() {
      const query = this.getQueryString();
      return query ? this.getPath() + '?' + query : this.getPath();
    }

    getHost() {
      if (!this.host) {
        return '';
      }
      return Array.isArray(this.host) ? this.host.join('.') : this.host.toString();
    }

    getRemote(forcePort) {
      const port = this.port && this.port.toString() || (forcePort ? (this.protocol === 'https' ? '443' : '80') : '');
      return port ? this.getHost() + ':' + port : this.getHost();
    }

    getOAuth1BaseUrl() {
      const port = this.port ? this.port.toString() : undefined;
      const plain = port === undefined || port === '80' || port === '443';
      const host = this.host.join('.') + (plain ? '' : ':' + port);
      return withProtocolMark(this.protocol || 'http').toLowerCase() + host.toLowerCase() + this.getPath();
    }

    static parse(text) {
      const url = parts(text);
      if (url.auth) {
        url.auth = { user: url.auth[0], password: url.auth[1] };
      }
      if (url.query) {
        url.query = url.query.map(PostmanQueryParam.parseSingle);
      }
      const names = new Set((url.path || []).map(pathVariable).filter(Boolean));
      url.variable = names.size ? Array.from(names, (key) => ({ key })) : undefined;
      return url;
    }
  }
  known(PostmanUrl, 'Url', 'isUrl');

  return { QueryParam: PostmanQueryParam, Url: PostmanUrl };
})

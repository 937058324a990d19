// UrlMatchPattern and its list: addresses with stars, as certificates and proxies name them.
(function (ph) {
  'use strict';

  const { Property, PropertyList, Url } = ph.sdk;
  const { has, known } = ph.kit;

  const ALL = '<all_urls>';
  const PROTOCOLS = ['http', 'https', 'file', 'ftp'];
  const PORTS = { ftp: '21', http: '80', https: '443' };
  const PATTERN = /^((http|https|file|ftp|\*)(\+(http|https|file|ftp))*):\/\/(\*|\*\.[^*/:]+|[^*/:]+)(:\*|:\d+)?(\/.*)$/;

  class UrlMatchPattern extends Property {
    constructor(options) {
      const given = typeof options === 'string' ? { pattern: options } : options;
      super(given);
      this.pattern = ALL;
      this.update(given);
    }

    update(options) {
      if (has(options, 'pattern') && typeof options.pattern === 'string' && options.pattern) {
        this.pattern = options.pattern;
      }
      this._matchPatternObject = this.createMatchPattern();
    }

    createMatchPattern() {
      const match = PATTERN.exec(this.pattern);
      return match ? { protocols: Array.from(new Set(match[1].split('+'))), host: match[5], port: match[6] && match[6].slice(1), path: this.globPatternToRegexp(match[7]) } : undefined;
    }

    /** Only the first star counts, as in Postman. */
    globPatternToRegexp(pattern) {
      return new RegExp('^' + pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\?/g, '.').replace('*', '.*') + '$');
    }

    testProtocol(protocol) {
      const { protocols } = this._matchPatternObject;
      return PROTOCOLS.includes(protocol) && (protocols.includes('*') || protocols.includes(protocol));
    }

    getProtocols() {
      return this._matchPatternObject ? this._matchPatternObject.protocols : [];
    }

    testHost(host) {
      const match = this._matchPatternObject;
      return this.matchAnyHost(match) || this.matchAbsoluteHostPattern(match, host) || this.matchSuffixHostPattern(match, host);
    }

    matchAnyHost(match) {
      return match.host === '*';
    }

    matchAbsoluteHostPattern(match, remote) {
      return match.host === remote;
    }

    matchSuffixHostPattern(match, remote) {
      const suffix = match.host.slice(2);
      return match.host[0] === '*' && (remote === suffix || remote.endsWith('.' + suffix));
    }

    testPort(port, protocol) {
      const wanted = this._matchPatternObject.port;
      if (port === undefined && wanted === undefined) {
        return true;
      }
      const usual = protocol && PORTS[protocol];
      return (wanted || usual) === '*' || (wanted || usual) === (port ? String(port) : usual);
    }

    testPath(path) {
      return this._matchPatternObject.path.test(path);
    }

    test(text) {
      if (this.pattern === ALL) {
        return true;
      }
      const url = new Url(text);
      return Boolean(this._matchPatternObject) && this.testProtocol(url.protocol) && this.testHost(url.getHost())
        && this.testPort(url.port, url.protocol) && this.testPath(url.getPath());
    }

    toString() {
      return String(this.pattern);
    }

    toJSON() {
      return { pattern: this.toString() };
    }
  }
  UrlMatchPattern.PROTOCOL_DELIMITER = '+';
  UrlMatchPattern.MATCH_ALL_URLS = ALL;
  known(UrlMatchPattern, 'UrlMatchPattern');

  class UrlMatchPatternList extends PropertyList {
    constructor(parent, list) {
      super(UrlMatchPattern, parent, list);
    }

    test(text) {
      return this.members.some((pattern) => pattern.test(text));
    }
  }
  UrlMatchPatternList.prototype._postman_proprtyIsSerialisedAsPlural = true;
  known(UrlMatchPatternList, 'UrlMatchPatternList');

  return { UrlMatchPattern, UrlMatchPatternList };
})

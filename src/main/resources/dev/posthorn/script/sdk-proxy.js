// Certificate and ProxyConfig, with their lists.
(function (ph) {
  'use strict';

  const { Property, PropertyBase, PropertyList, Url, UrlMatchPattern, UrlMatchPatternList } = ph.sdk;
  const { isObject, defined, known, isEmpty } = ph.kit;

  const PROTOCOLS = ['http', 'https'];
  const fileOf = (value) => (isObject(value) ? value : { src: value });

  class Certificate extends Property {
    constructor(options) {
      super(options);
      this.update(options);
    }

    update(options) {
      if (isObject(options)) {
        defined(this, {
          id: options.id,
          name: options.name,
          matches: options.matches && new UrlMatchPatternList({}, options.matches),
          key: fileOf(options.key),
          cert: fileOf(options.cert),
          pfx: fileOf(options.pfx),
          passphrase: options.passphrase,
        });
      }
    }

    canApplyTo(url) {
      if (isEmpty(url)) {
        return false;
      }
      const read = typeof url === 'string' ? new Url(url) : url;
      return read.protocol === 'https' && this.matches.test(read);
    }

    toJSON() {
      const json = PropertyBase.toJSON(this);
      ['key', 'cert', 'pfx'].filter((name) => json[name]).forEach((name) => delete json[name].value);
      return json;
    }
  }
  Certificate.prototype._postman_propertyRequiresId = true;
  Certificate._postman_propertyIndexKey = 'id';
  known(Certificate, 'Certificate', 'isCertificate');

  class CertificateList extends PropertyList {
    constructor(parent, list) {
      super(Certificate, parent, list);
    }

    resolveOne(url) {
      return typeof url === 'string' || Url.isUrl(url) ? this.find((certificate) => certificate.canApplyTo(url)) : undefined;
    }
  }
  known(CertificateList, 'CertificateList', 'isCertificateList');

  class ProxyConfig extends Property {
    constructor(options) {
      super(options);
      Object.assign(this, {
        host: '',
        match: new UrlMatchPattern('http+https://*:*/*'),
        port: 8080,
        tunnel: false,
        bypass: undefined,
        authenticate: false,
        username: undefined,
        password: undefined,
      });
      this.update(options);
    }

    update(options) {
      if (!isObject(options)) {
        return;
      }
      if (typeof options.host === 'string') {
        this.host = new Url(options.host).getHost();
      }
      const pattern = isObject(options.match) ? options.match.pattern : options.match;
      if (typeof pattern === 'string') {
        this.match = new UrlMatchPattern(pattern);
      }
      this.port = (options.port >> 0) || this.port;
      ['tunnel', 'disabled', 'authenticate'].filter((name) => typeof options[name] === 'boolean').forEach((name) => { this[name] = options[name]; });
      ['username', 'password'].filter((name) => typeof options[name] === 'string').forEach((name) => { this[name] = options[name]; });
      if (Array.isArray(options.bypass) || PropertyList.isPropertyList(options.bypass)) {
        this.bypass = new UrlMatchPatternList(null, Array.isArray(options.bypass) ? options.bypass : options.bypass.all());
      }
    }

    updateProtocols(protocols) {
      const rest = this.match.pattern.split('://')[1];
      if (protocols && rest) {
        const wanted = PROTOCOLS.filter((protocol) => [].concat(protocols).includes(protocol));
        this.match.update({ pattern: (wanted.length ? wanted : PROTOCOLS).join('+') + '://' + rest });
      }
    }

    test(url) {
      const protocol = Url.isUrl(url) ? url.protocol : Url.parse(url || '').protocol;
      const address = protocol ? url : 'http://' + url;
      return PROTOCOLS.includes(protocol || 'http') && !(this.bypass && this.bypass.test(address)) && this.match.test(address);
    }

    getProxyUrl() {
      const user = encodeURIComponent(this.username || '') + (this.password ? ':' + encodeURIComponent(this.password) : '');
      return 'http://' + (this.authenticate && user ? user + '@' : '') + this.host + ':' + this.port;
    }

    getProtocols() {
      return this.match.getProtocols();
    }
  }
  ProxyConfig.prototype._postman_propertyRequiresId = true;
  known(ProxyConfig, 'ProxyConfig', 'isProxyConfig');

  class ProxyConfigList extends PropertyList {
    constructor(parent, populate) {
      super(ProxyConfig, parent, populate);
    }

    resolve(url) {
      return typeof url === 'string' || Url.isUrl(url) ? this.find((config) => !config.disabled && config.test(url)) : undefined;
    }
  }
  known(ProxyConfigList, 'ProxyConfigList', 'isProxyConfigList');

  return { Certificate, CertificateList, ProxyConfig, ProxyConfigList };
})

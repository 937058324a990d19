// Header and HeaderList: names are found whatever their case, and may come more than once.
(function (ph) {
  'use strict';

  const { Property, PropertyList } = ph.sdk;
  const { has, isObject, known } = ph.kit;

  class PostmanHeader extends Property {
    constructor(options, name) {
      const read = typeof options === 'string' ? (typeof name === 'string' ? { key: name, value: options } : PostmanHeader.parseSingle(options)) : options;
      super(read);
      this.update(read);
    }

    toString() {
      return this.key + ': ' + this.value;
    }

    valueOf() {
      return this.value;
    }

    update(options) {
      this.key = options && options.key || '';
      this.value = options && options.value !== undefined ? options.value : '';
      if (has(options, 'system')) {
        this.system = options.system;
      }
      if (has(options, 'disabled')) {
        this.disabled = options.disabled;
      }
    }

    static parse(text) {
      const headers = [];
      for (const line of text.toString().replace(/\r\n([ \t])/g, '$1').split(/\r\n|\n|\r/)) {
        const match = /^(\S+):(.*)$/.exec(line);
        if (match) {
          headers.push({ key: match[1], value: match[2].trim() });
        }
      }
      return headers;
    }

    static parseSingle(header) {
      if (typeof header !== 'string') {
        return { key: '', value: '' };
      }
      const colon = header.indexOf(':') < 0 ? header.length : header.indexOf(':');
      return { key: header.slice(0, colon).trim(), value: header.slice(colon + 1).trim() };
    }

    static unparse(headers, separator = '\r\n') {
      if (!Array.isArray(headers) && !PropertyList.isPropertyList(headers)) {
        return '';
      }
      return headers.filter((header) => header && !header.disabled).map((header) => PostmanHeader.unparseSingle(header) + separator).join('');
    }

    static unparseSingle(header) {
      return isObject(header) ? header.key + ': ' + header.value : '';
    }

    static create(...options) {
      return new PostmanHeader(...options);
    }
  }
  PostmanHeader._postman_propertyIndexKey = 'key';
  PostmanHeader._postman_propertyIndexCaseInsensitive = true;
  PostmanHeader._postman_propertyAllowsMultipleValues = true;
  known(PostmanHeader, 'Header', 'isHeader');

  class HeaderList extends PropertyList {
    constructor(parent, headers) {
      super(PostmanHeader, parent, headers);
    }

    contentSize() {
      return this.count() ? PostmanHeader.unparse(this).length : 0;
    }
  }
  known(HeaderList, 'HeaderList', 'isHeaderList');

  return { Header: PostmanHeader, HeaderList };
})

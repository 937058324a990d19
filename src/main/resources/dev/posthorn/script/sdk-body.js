// FormParam, RequestBody and RequestAuth: what a request carries, and who it says it is.
(function (ph) {
  'use strict';

  const { Property, PropertyBase, PropertyList, QueryParam, VariableList } = ph.sdk;
  const { has, isObject, known, isEmpty } = ph.kit;

  class PostmanFormParam extends Property {
    constructor(options = {}) {
      super(options);
      this.key = options.key || '';
      this.value = options.value || '';
      this.type = options.type;
      this.src = options.src;
      this.contentType = options.contentType;
      this.fileName = options.fileName;
    }

    toString() {
      return this.key + '=' + this.value;
    }

    valueOf() {
      return this.value;
    }

    toJSON() {
      const json = PropertyBase.toJSON(this);
      if (json.type === 'file' && (typeof json.value !== 'string' || !json.value)) {
        delete json.value;
      }
      return json;
    }

    static parse() {
      return undefined;
    }
  }
  PostmanFormParam._postman_propertyIndexKey = 'key';
  PostmanFormParam._postman_propertyAllowsMultipleValues = true;
  known(PostmanFormParam, 'FormParam');

  const MODES = { file: 'file', formdata: 'formdata', graphql: 'graphql', raw: 'raw', urlencoded: 'urlencoded' };

  class PostmanRequestBody extends PropertyBase {
    constructor(options) {
      super(options);
      if (options) {
        this.update(options);
      }
    }

    update(options) {
      const given = typeof options === 'string' ? { mode: 'raw', raw: options } : options;
      if (!given.mode) {
        return;
      }
      const mode = MODES[given.mode.toString().toLowerCase()] || MODES.raw;
      this.mode = mode;
      this.raw = mode === MODES.raw && !given.raw ? '' : given.raw;
      this.urlencoded = this._postman_list(QueryParam, given.urlencoded, mode === MODES.urlencoded);
      this.formdata = this._postman_list(PostmanFormParam, given.formdata, mode === MODES.formdata);
      this.file = typeof given.file === 'string' ? { src: given.file } : given.file;
      this.graphql = given.graphql ? { query: given.graphql.query, operationName: given.graphql.operationName, variables: given.graphql.variables }
        : mode === MODES.graphql ? {} : given.graphql;
      this.options = isObject(given.options) ? given.options : undefined;
      this.disabled = given.disabled;
    }

    _postman_list(Type, given, needed) {
      if (!given) {
        return needed ? new PropertyList(Type, this, []) : given;
      }
      const items = Type === QueryParam && typeof given === 'string' ? QueryParam.parse(given) : given;
      return new PropertyList(Type, this, PropertyList.isPropertyList(items) ? items.all() : items);
    }

    toString() {
      if (this.mode === MODES.urlencoded) {
        return PropertyList.isPropertyList(this.urlencoded) ? QueryParam.unparse(this.urlencoded.all()) : this.urlencoded ? this.urlencoded.toString() : '';
      }
      return this.mode === MODES.raw && this.raw && typeof this.raw.toString === 'function' ? this.raw.toString() : '';
    }

    isEmpty() {
      const data = this.mode && this[this.mode];
      if (!data) {
        return true;
      }
      if (this.mode === MODES.file) {
        return !(data.src || data.content);
      }
      return typeof data.count === 'function' ? data.count() === 0 : isEmpty(data);
    }

    toJSON() {
      const json = PropertyBase.toJSON(this);
      if (json.file && json.file.content && typeof json.file.content !== 'string') {
        delete json.file.content;
      }
      return json;
    }
  }
  PostmanRequestBody.MODES = MODES;
  known(PostmanRequestBody, 'RequestBody');

  const isType = (type) => typeof type === 'string' && type !== 'type';

  class PostmanRequestAuth extends Property {
    constructor(options, parent) {
      super(options);
      if (parent) {
        this.setParent(parent);
      }
      if (has(options, 'type')) {
        this.use(options.type);
      }
      Object.keys(options || {}).filter((key) => key !== 'type').forEach((key) => this.update(options[key], key));
    }

    update(options, type = this.type) {
      if (isObject(options) && isType(type)) {
        const parameters = this._postman_parameters(type);
        parameters._postman_requestAuthType = type;
        PostmanRequestAuth._postman_fill(parameters, options);
      }
    }

    use(type, options) {
      if (isType(type)) {
        this.type = type;
        PostmanRequestAuth._postman_fill(this._postman_parameters(type), options);
      }
    }

    _postman_parameters(type) {
      if (!VariableList.isVariableList(this[type])) {
        this[type] = new VariableList(this);
      }
      return this[type];
    }

    static _postman_fill(parameters, options) {
      if (Array.isArray(options) || VariableList.isVariableList(options)) {
        parameters.assimilate(options);
      } else {
        parameters.syncFromObject(options, false, false);
      }
    }

    current() {
      throw new Error('`Request#current` has been discontinued, use `Request#parameters` instead.');
    }

    parameters() {
      return this[this.type];
    }

    clear(type) {
      if (!isType(type) || !VariableList.isVariableList(this[type])) {
        return;
      }
      this[type].clear();
      if (type !== this.type) {
        delete this[type];
      }
    }

    static isValidType(type) {
      return isType(type);
    }
  }
  known(PostmanRequestAuth, 'RequestAuth');

  return { FormParam: PostmanFormParam, RequestBody: PostmanRequestBody, RequestAuth: PostmanRequestAuth };
})

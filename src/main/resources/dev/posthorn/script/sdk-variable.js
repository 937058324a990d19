// Variable, VariableList, VariableScope: values that keep their kind, and the scopes that scripts read and write.
(function (ph) {
  'use strict';

  const { Property, PropertyBase, PropertyList } = ph.sdk;
  const { has, isObject, isNil, isPlain, known, json } = ph.kit;

  /** Lists and objects are kept as their JSON. */
  function packed(isRight) {
    return {
      in(value) {
        try {
          return typeof value === 'string' ? value : json.stringify(value);
        } catch {
          return 'null';
        }
      },
      out(value) {
        try {
          const read = json.parse(value);
          return isRight(read) ? read : undefined;
        } catch {
          return undefined;
        }
      },
    };
  }

  const TYPES = {
    string: String,
    boolean: Boolean,
    number: Number,
    array: packed(Array.isArray),
    object: packed((value) => value instanceof Object && !Array.isArray(value)),
    any: { in: (value) => value, out: (value) => value },
  };

  class PostmanVariable extends Property {
    constructor(definition) {
      super(definition);
      this.type = 'any';
      this.value = undefined;
      if (!isNil(definition)) {
        const key = this.constructor._postman_propertyIndexKey;
        if (has(definition, key)) {
          this[key] = definition[key];
        }
        this.update(definition);
      }
    }

    get() {
      return this.castOut(typeof this.value === 'function' ? this.value() : this.value);
    }

    set(value) {
      this.value = typeof value === 'function' ? value : this.castIn(value);
    }

    valueOf(value) {
      if (arguments.length) {
        this.set(value);
      }
      return this.get();
    }

    toString() {
      const value = this.valueOf();
      if (value === null) {
        return 'null';
      }
      return value !== undefined && typeof value.toString === 'function' ? value.toString() : '';
    }

    cast(value) {
      return this.castOut(value);
    }

    castIn(value) {
      const type = TYPES[this.type] || TYPES.any;
      return typeof type === 'function' ? type(value) : type.in(value);
    }

    castOut(value) {
      const type = TYPES[this.type] || TYPES.any;
      return typeof type === 'function' ? type(value) : type.out(value);
    }

    valueType(name, noCast) {
      const known = isNil(name) ? name : name.toString().toLowerCase();
      if (!has(TYPES, known)) {
        return this.type || 'any';
      }
      this.type = known;
      if (!noCast && typeof this.value !== 'function') {
        this.set(this.get());
      }
      return this.type;
    }

    update(options) {
      if (!isObject(options)) {
        return;
      }
      if (has(options, 'type')) {
        this.valueType(options.type, has(options, 'value'));
      }
      if (has(options, 'value')) {
        this.set(options.value);
      }
      ['system', 'disabled'].filter((name) => has(options, name)).forEach((name) => { this[name] = options[name]; });
      if (has(options, 'description')) {
        this.describe(options.description);
      }
    }
  }
  PostmanVariable._postman_propertyIndexKey = 'key';
  PostmanVariable.types = TYPES;
  known(PostmanVariable, 'Variable', 'isVariable');

  class PostmanVariableList extends PropertyList {
    constructor(parent, populate) {
      super(PostmanVariable, parent, populate);
    }

    replace(text, overrides) {
      return Property.replaceSubstitutions(text, this, overrides);
    }

    substitute(object, overrides) {
      const queue = [this];
      for (let source = this.__parent; source; source = source.__parent) {
        if (source.variables && !queue.includes(source.variables)) {
          queue.push(source.variables);
        }
      }
      return Property.replaceSubstitutionsIn(object, queue.concat(overrides || []));
    }

    syncFromObject(object, track, prune) {
      const told = track ? { created: [], updated: [], deleted: [] } : track;
      if (!isObject(object)) {
        return told;
      }
      for (const key of Object.keys(object)) {
        const there = this.has(key);
        if (there) {
          this.one(key).set(object[key]);
        } else {
          this.add({ value: object[key], [this._postman_listIndexKey]: key });
        }
        if (told) {
          told[there ? 'updated' : 'created'].push(key);
        }
      }
      if (prune !== false) {
        Object.keys(this.reference).filter((key) => !has(object, key)).forEach((key) => {
          this.remove(key);
          if (told) {
            told.deleted.push(key);
          }
        });
      }
      return told;
    }

    syncToObject(object) {
      const target = isObject(object) ? object : {};
      Object.keys(target).filter((key) => !(key in this.reference)).forEach((key) => delete target[key]);
      this.each((variable) => { target[variable.key] = variable.valueOf(); });
      return target;
    }

    /** Of several with one name the last enabled one counts. */
    oneNormalizedVariable(name) {
      const found = this.reference[name];
      if (found && !found.disabled) {
        return found;
      }
      for (let index = this.members.length - 1; index >= 0; index--) {
        const member = this.members[index];
        if (member[this._postman_listIndexKey] === name && !member.disabled) {
          this.reference[name] = member;
          break;
        }
      }
      return this.reference[name];
    }
  }
  known(PostmanVariableList, 'VariableList', 'isVariableList');

  class MutationTracker extends PropertyBase {
    constructor(definition) {
      super(definition);
      const given = definition || {};
      this.autoCompact = Boolean(given.autoCompact);
      this.stream = Array.isArray(given.stream) ? given.stream : [];
      this.compacted = isPlain(given.compacted) ? given.compacted : {};
    }

    track(instruction, ...payload) {
      if ((instruction === 'set' || instruction === 'unset') && payload.length <= 2) {
        this.addMutation(payload);
      }
    }

    addMutation(mutation) {
      if (!mutation || mutation.length > 2) {
        return;
      }
      if (this.autoCompact) {
        this.addAndCompact(mutation);
      } else {
        this.stream.push(mutation);
      }
    }

    addAndCompact(mutation) {
      const key = mutation[0];
      this.compacted[Array.isArray(key) ? key.join('.') : key] = mutation;
    }

    compact() {
      this.stream.forEach((mutation) => this.addAndCompact(mutation));
      this.stream = [];
    }

    count() {
      return this.stream.length + Object.keys(this.compacted).length;
    }

    applyOn(target) {
      if (target && target.applyMutation) {
        Object.values(this.compacted).concat(this.stream).forEach((mutation) =>
          target.applyMutation(mutation.length > 1 ? 'set' : 'unset', ...mutation));
      }
    }
  }
  known(MutationTracker, 'MutationTracker', 'isMutationTracker');

  class PostmanVariableScope extends Property {
    constructor(definition, layers) {
      if (Array.isArray(definition) || PostmanVariableList.isVariableList(definition)) {
        definition = { values: definition };
      }
      super(definition);
      const values = definition && definition.values;
      this.values = new PostmanVariableList(this, PostmanVariableList.isVariableList(values) ? values.toJSON() : values);
      if (layers) {
        this._layers = [].concat(layers).filter(PostmanVariableList.isVariableList);
      }
      if (definition && definition.mutations) {
        this.mutations = new MutationTracker(definition.mutations);
      }
    }

    variables() {
      throw new Error('`VariableScope#variables` has been discontinued, use `VariableScope#syncVariablesTo` instead.');
    }

    toObject(excludeDisabled, caseSensitive) {
      return Object.assign({}, ...[this.values].concat(this._layers || []).reverse().map((list) => list.toObject(excludeDisabled, caseSensitive)));
    }

    _postman_find(key) {
      for (const list of [this.values].concat(this._layers || [])) {
        const variable = list.oneNormalizedVariable(key);
        if (variable && variable.disabled !== true) {
          return variable;
        }
      }
      return undefined;
    }

    has(key) {
      return Boolean(this._postman_find(key));
    }

    get(key) {
      const variable = this._postman_find(key);
      return variable ? variable.valueOf() : undefined;
    }

    set(key, value, type) {
      const variable = this.values.oneNormalizedVariable(key);
      const update = typeof type === 'string' ? { key, value, type } : { key, value };
      if (variable && !variable.disabled) {
        variable.update(update);
      } else {
        this.values.add(update);
      }
      this._postman_track('set', key, value);
    }

    unset(key) {
      let disabled;
      this.values.remove((variable) => {
        if (variable.key === key && variable.disabled) {
          disabled = variable;
        }
        return variable.key === key && !variable.disabled;
      });
      if (disabled) {
        this.values.reference[key] = disabled;
      }
      this._postman_track('unset', key);
    }

    clear() {
      this.values.each((variable) => { this._postman_track('unset', variable.key); });
      this.values.clear();
    }

    _postman_track(...mutation) {
      if (this._postman_enableTracking) {
        this.mutations.track(...mutation);
      }
    }

    replaceIn(template) {
      const sources = [this.values].concat(this._layers || []);
      if (typeof template === 'string' || Array.isArray(template)) {
        return Property.replaceSubstitutionsIn({ template }, sources).template;
      }
      return isObject(template) ? Property.replaceSubstitutionsIn(template, sources) : template;
    }

    enableTracking(options) {
      if (!this._postman_enableTracking) {
        this._postman_enableTracking = true;
        this.mutations = new MutationTracker(options);
      }
    }

    disableTracking() {
      this._postman_enableTracking = false;
    }

    applyMutation(instruction, key, value) {
      if (this[instruction]) {
        this[instruction](key, value);
      }
    }

    syncVariablesFrom(object, track) {
      return this.values.syncFromObject(object, track);
    }

    syncVariablesTo(object) {
      return this.values.syncToObject(object);
    }

    toJSON() {
      const { value, _layers, _postman_enableTracking, ...others } = PropertyBase.toJSON(this);
      return value ? { ...others, values: value } : others;
    }

    addLayer(list) {
      if (PostmanVariableList.isVariableList(list)) {
        this._layers = this._layers || [];
        this._layers.push(list);
      }
    }
  }
  PostmanVariableScope.prototype._postman_propertyRequiresId = true;
  known(PostmanVariableScope, 'VariableScope', 'isVariableScope');

  return { Variable: PostmanVariable, VariableList: PostmanVariableList, MutationTracker, VariableScope: PostmanVariableScope };
})

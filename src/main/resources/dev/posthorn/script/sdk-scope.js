// VariableScope and MutationTracker: the scopes that scripts read and write, and what they changed there.
(function (ph) {
  'use strict';

  const { Property, PropertyBase } = ph.sdk;
  const { isObject, isPlain, known, lazy } = ph.kit;

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

  const isVariable = (value) => value instanceof Property;

  function enabledIn(list, key) {
    const variable = list.oneNormalizedVariable(key);
    return variable && variable.disabled !== true ? variable : undefined;
  }

  const isList = (value) => isObject(value) && ph.sdk.VariableList.isVariableList(value);
  const named = (key) => (typeof key === 'string' ? key : String(key));

  /** Values by their names; nothing where one name stands for several or one is switched off, which takes a list. */
  function mapped(rows) {
    const map = new Map();
    for (const { key, value, disabled } of rows) {
      if (disabled || typeof key !== 'string' || key === '' || map.has(key)) {
        return null;
      }
      map.set(key, value);
    }
    return map;
  }

  class PostmanVariableScope extends Property {
    /** Until somebody asks for the list of variables, of which each is an object of its own. */
    #map = null;
    /** Scopes that are looked into after this one, until somebody asks for their lists. */
    #below = null;

    /** `later` is ours: the values are plain rows, and the list is made when it is asked for. */
    constructor(definition, layers) {
      const later = definition && definition.later === true;
      if (!later && (Array.isArray(definition) || isList(definition))) {
        definition = { values: definition };
      }
      super(definition);
      const values = definition && definition.values;
      this.#map = later ? mapped(values) : null;
      if (this.#map) {
        lazy(this, 'values', () => this.#list());
      } else {
        this.values = new ph.sdk.VariableList(this, isList(values) ? values.toJSON() : values);
      }
      if (layers) {
        this._layers = [].concat(layers).filter(isList);
      }
      if (definition && definition.mutations) {
        this.mutations = new MutationTracker(definition.mutations);
      }
    }

    #list() {
      const rows = Array.from(this.#map, ([key, value]) => ({ type: 'any', value, key }));
      this.#map = null;
      return new ph.sdk.VariableList(this, rows);
    }

    /** Ours: as `addLayer` for each, but their lists are made when they are asked for. */
    _postman_lookInto(scopes) {
      this.#below = scopes;
      lazy(this, '_layers', () => {
        this.#below = null;
        return scopes.map((scope) => scope.values);
      });
    }

    variables() {
      throw new Error('`VariableScope#variables` has been discontinued, use `VariableScope#syncVariablesTo` instead.');
    }

    toObject(excludeDisabled, caseSensitive) {
      return Object.assign({}, ...[this.values].concat(this._layers || []).reverse().map((list) => list.toObject(excludeDisabled, caseSensitive)));
    }

    /** The variable, as {value} where there is no object of it yet. */
    #own(key) {
      if (this.#map) {
        const name = named(key);
        return this.#map.has(name) ? { value: this.#map.get(name) } : undefined;
      }
      return enabledIn(this.values, key);
    }

    #find(key) {
      const own = this.#own(key);
      if (own) {
        return own;
      }
      const below = this.#below || this._layers || [];
      for (let i = 0; i < below.length; i++) {
        const found = #map in below[i] ? below[i].#own(key) : enabledIn(below[i], key);
        if (found) {
          return found;
        }
      }
      return undefined;
    }

    has(key) {
      return Boolean(this.#find(key));
    }

    get(key) {
      const found = this.#find(key);
      return found ? (isVariable(found) ? found.valueOf() : found.value) : undefined;
    }

    set(key, value, type) {
      if (this.#map && typeof key === 'string' && key && typeof value !== 'function' && type === undefined) {
        this.#map.set(key, value);
        this._postman_track('set', key, value);
        return;
      }
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
      if (this.#map) {
        this.#map.delete(named(key));
        this._postman_track('unset', key);
        return;
      }
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
      if (this.#map) {
        const names = Array.from(this.#map.keys());
        this.#map.clear();
        names.forEach((name) => this._postman_track('unset', name));
        return;
      }
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
        lazy(this, 'mutations', () => new MutationTracker(options));
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
      if (isList(list)) {
        this._layers = this._layers || [];
        this._layers.push(list);
      }
    }
  }
  PostmanVariableScope.prototype._postman_propertyRequiresId = true;
  known(PostmanVariableScope, 'VariableScope', 'isVariableScope');

  return { MutationTracker, VariableScope: PostmanVariableScope };
})

// Variable and VariableList: values that keep their kind.
(function (ph) {
  'use strict';

  const { Property, PropertyList } = ph.sdk;
  const { has, isObject, isNil, known, json } = ph.kit;

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
      if (has(options, 'system')) {
        this.system = options.system;
      }
      if (has(options, 'disabled')) {
        this.disabled = options.disabled;
      }
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

  return { Variable: PostmanVariable, VariableList: PostmanVariableList };
})

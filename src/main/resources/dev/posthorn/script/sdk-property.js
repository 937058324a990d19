// PropertyBase, Property and Description: what everything in a collection is made of.
(function (ph) {
  'use strict';

  const { has, isObject, hide, defined, clone, uuid, known } = ph.kit;
  const MOST_PASSES = 19;
  const VARIABLE = /\{\{([^{}]*?)\}\}/g;

  /** The key under which a list is written: "events" as "event". */
  const singular = (key, value) => (value && value._postman_propertyIsList && !value._postman_proprtyIsSerialisedAsPlural && key.endsWith('s') ? key.slice(0, -1) : key);

  function json(object) {
    const out = {};
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value !== undefined) {
        out[singular(key, value)] = value && typeof value.toJSON === 'function' ? value.toJSON() : clone(value);
      }
    }
    return out;
  }

  function meta(definition) {
    const source = definition.info || definition;
    let found;
    for (const key in source) {
      if (key[0] === '_' && key !== '_' && has(source, key)) {
        found ??= {};
        found[key.replace(/^_+/, '')] = source[key];
      }
    }
    return found;
  }

  class PropertyBase {
    constructor(definition) {
      if (!definition || typeof definition === 'string') {
        return;
      }
      const found = meta(definition);
      if (found) {
        this._ = isObject(this._) ? defined(this._, found) : found;
      }
    }

    forEachParent(options, iterator) {
      if (typeof options === 'function') {
        iterator = options;
        options = {};
      }
      if (typeof iterator !== 'function' || !isObject(options)) {
        return;
      }
      const above = (property) => (property && typeof property.parent === 'function' ? property.parent() : undefined);
      for (let parent = this.parent(); parent; parent = above(parent)) {
        if (!above(parent) && !options.withRoot) {
          return;
        }
        iterator(parent);
      }
    }

    findInParents(property, customizer) {
      const owner = this.findParentContaining(property, customizer);
      return owner ? owner[property] : undefined;
    }

    findParentContaining(property, customizer) {
      for (let parent = this; parent; parent = parent.__parent) {
        if (customizer ? customizer.call(this, parent) : parent[property]) {
          return parent;
        }
      }
      return undefined;
    }

    toJSON() {
      return json(this);
    }

    meta(...names) {
      if (!names.length) {
        return clone(this._);
      }
      const picked = {};
      names.filter((name) => has(this._, name)).forEach((name) => { picked[name] = this._[name]; });
      return picked;
    }

    parent() {
      return (this.__parent && (this.__parent.__parent || this.__parent)) || undefined;
    }

    setParent(parent) {
      hide(this, '__parent', parent);
    }

    static propertyIsMeta(value, key) {
      return String(key).startsWith('_') && key !== '_';
    }

    static propertyUnprefixMeta(value, key) {
      return String(key).replace(/^_+/, '');
    }

    static toJSON(object) {
      return json(object);
    }
  }
  known(PropertyBase, 'PropertyBase');

  class PostmanPropertyDescription {
    constructor(definition) {
      if (typeof definition === 'string') {
        definition = { content: definition, type: 'text/plain' };
      }
      if (definition) {
        this.update(definition);
      }
    }

    update(content, type) {
      if (isObject(content)) {
        type = content.type;
        content = content.content;
      }
      this.content = content;
      this.type = type || 'text/plain';
    }

    toString() {
      return this.content || '';
    }

    toJSON() {
      return { content: this.content, type: this.type };
    }
  }
  known(PostmanPropertyDescription, 'Description', 'isDescription');

  function lookUp(sources, name) {
    for (const source of sources) {
      if (!isObject(source)) {
        continue;
      }
      if (typeof source.oneNormalizedVariable === 'function') {
        const variable = source.oneNormalizedVariable(name);
        if (variable && !variable.disabled) {
          return variable;
        }
      } else if (has(source, name)) {
        return source[name];
      }
    }
    const dynamic = name.startsWith('$') ? ph.host('dynamic', name) : null;
    return dynamic === null ? undefined : dynamic;
  }

  function written(found, match) {
    if (typeof found === 'function') {
      found = found();
    }
    if (found && typeof found.toString === 'function') {
      found = found.toString();
    }
    return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean' ? String(found) : match;
  }

  function substituted(text, sources) {
    for (let pass = 0; pass < MOST_PASSES && text.includes('{{'); pass++) {
      let replaced = false;
      text = text.replace(VARIABLE, (match, name) => {
        replaced = true;
        return written(lookUp(sources, name), match);
      });
      if (!replaced) {
        break;
      }
    }
    return text;
  }

  function substitutedDeep(value, sources, seen) {
    if (typeof value === 'string') {
      return substituted(value, sources);
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) {
      return value;
    }
    seen.add(value);
    if (Array.isArray(value)) {
      return value.map((each) => substitutedDeep(each, sources, seen));
    }
    const out = {};
    Object.keys(value).forEach((key) => { out[key] = substitutedDeep(value[key], sources, seen); });
    return out;
  }

  function names(value, seen, found) {
    if (typeof value === 'string') {
      for (const match of value.matchAll(VARIABLE)) {
        found.add(match[1]);
      }
    } else if (isObject(value) && !seen.has(value)) {
      seen.add(value);
      Object.keys(value).forEach((key) => names(value[key], seen, found));
    }
    return found;
  }

  class PostmanProperty extends PropertyBase {
    constructor(definition) {
      super(definition);
      const source = definition && definition.info || definition;
      const id = (source && source.id) || (this._ && this._.postman_id) || (this._postman_propertyRequiresId && uuid());
      if (id) {
        this.id = id;
      }
      if (source && source.name) {
        this.name = source.name;
      }
      if (has(definition, 'disabled')) {
        this.disabled = Boolean(definition.disabled);
      }
      if (has(source, 'description')) {
        this.description = new PostmanPropertyDescription(source.description);
      }
    }

    describe(content, type) {
      if (!(this.description instanceof PostmanPropertyDescription)) {
        this.description = new PostmanPropertyDescription();
      }
      this.description.update(content, type);
    }

    toObjectResolved(scope, overrides, options) {
      const reference = this.toJSON();
      if (Array.isArray(reference.variable)) {
        delete reference.variable;
      }
      if (options && options.ignoreOwnVariables) {
        return PostmanProperty.replaceSubstitutionsIn(reference, overrides);
      }
      for (let source = scope || this; source; source = source.__parent) {
        if (source.variables) {
          return source.variables.substitute(reference, overrides);
        }
      }
      throw Error('Unable to resolve variables. Require a List type property for variable auto resolution.');
    }

    findSubstitutions() {
      return PostmanProperty.findSubstitutions(this.toJSON());
    }

    static replaceSubstitutions(text, ...variables) {
      if (!text || typeof text !== 'string') {
        return text;
      }
      return substituted(text, Array.isArray(variables[0]) ? variables[0] : variables);
    }

    static replaceSubstitutionsIn(object, variables) {
      if (!object || typeof object !== 'object') {
        return object;
      }
      return substitutedDeep(object, Array.isArray(variables) ? variables : [variables], new Set());
    }

    static findSubstitutions(object) {
      return Array.from(names(object, new Set(), new Set()));
    }
  }
  known(PostmanProperty, 'Property');

  return { PropertyBase, Property: PostmanProperty, Description: PostmanPropertyDescription };
})

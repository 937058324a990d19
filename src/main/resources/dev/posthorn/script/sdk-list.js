// PropertyList: an ordered list whose members are also found by their key.
(function (ph) {
  'use strict';

  const { PropertyBase } = ph.sdk;
  const { has, isObject, isNil, isPlain, hide, clone, rule, known, isEmpty } = ph.kit;
  const isMissing = (item) => isNil(item) || (typeof item === 'number' && isNaN(item));

  class PostmanPropertyList extends PropertyBase {
    constructor(type, parent, populate) {
      super();
      this.setParent(parent);
      this.members = [];
      this.reference = Object.create(null);
      this.Type = type;
      if (has(type, '_postman_propertyIndexKey')) {
        this._postman_listIndexKey = type._postman_propertyIndexKey;
      }
      if (has(type, '_postman_propertyIndexCaseInsensitive')) {
        this._postman_listIndexCaseInsensitive = type._postman_propertyIndexCaseInsensitive;
      }
      if (has(type, '_postman_propertyAllowsMultipleValues')) {
        this._postman_listAllowsMultipleValues = type._postman_propertyAllowsMultipleValues;
      }
      if (populate) {
        this.populate(populate);
      }
    }

    /** The name under which a member is found; empty where it has none. */
    _postman_name(member) {
      const name = member[this._postman_listIndexKey];
      return name ? this._postman_cased(String(name)) : '';
    }

    _postman_cased(name) {
      return this._postman_listIndexCaseInsensitive ? String(name).toLowerCase() : name;
    }

    insert(item, before) {
      if (!isObject(item)) {
        return;
      }
      const duplicate = this.indexOf(item);
      if (PostmanPropertyList.isPropertyList(item.__parent) && item.__parent !== this) {
        item.__parent.remove(item);
      }
      hide(item, '__parent', this);
      if (duplicate > -1) {
        this.members.splice(duplicate, 1);
      }
      const place = before ? this.indexOf(before) : -1;
      if (place > -1) {
        this.members.splice(place, 0, item);
      } else {
        this.members.push(item);
      }
      this._postman_refer(item);
    }

    /** A member that was just made for this list: it is in none yet. */
    _postman_insertNew(item) {
      if (isObject(item)) {
        hide(item, '__parent', this);
        this.members.push(item);
        this._postman_refer(item);
      }
    }

    _postman_refer(item) {
      const name = this._postman_name(item);
      if (!name) {
        return;
      }
      if (this._postman_listAllowsMultipleValues && name in this.reference) {
        const there = this.reference[name];
        this.reference[name] = Array.isArray(there) ? there : [there];
        this.reference[name].push(item);
      } else {
        this.reference[name] = item;
      }
    }

    _postman_forget(item) {
      const name = this._postman_name(item);
      if (!name) {
        return;
      }
      const there = this.reference[name];
      if (this._postman_listAllowsMultipleValues && Array.isArray(there)) {
        const left = there.filter((each) => each !== item);
        this.reference[name] = left.length === 1 ? left[0] : left;
        if (!left.length) {
          delete this.reference[name];
        }
      } else {
        delete this.reference[name];
      }
    }

    insertAfter(item, after) {
      return this.insert(item, this.idx(this.indexOf(after) + 1));
    }

    append(item) {
      return this.insert(item);
    }

    prepend(item) {
      return this.insert(item, this.idx(0));
    }

    add(item) {
      if (isMissing(item)) {
        return;
      }
      if (item.constructor === this.Type) {
        this.insert(item);
      } else {
        this._postman_insertNew(has(this.Type, 'create') ? this.Type.create.apply(this.Type, arguments) : new this.Type(item));
      }
    }

    upsert(item) {
      if (isMissing(item)) {
        return null;
      }
      const existing = this.one(item[this._postman_listIndexKey]);
      if (!existing) {
        this.add(item);
        return true;
      }
      if (typeof existing.update !== 'function') {
        throw new Error('collection: unable to upsert into a list of Type that does not support .update()');
      }
      existing.update(item);
      return false;
    }

    remove(predicate, context) {
      const test = this._postman_removal(predicate, context || this);
      if (!test) {
        return;
      }
      for (let index = 0; index < this.members.length;) {
        const item = this.members[index];
        if (test(item, index, this.members)) {
          this.members.splice(index, 1);
          this._postman_forget(item);
          delete item.__parent;
        } else {
          index++;
        }
      }
    }

    _postman_removal(predicate, context) {
      if (typeof predicate === 'string') {
        const name = this._postman_cased(predicate);
        return (item) => this._postman_cased(item[this._postman_listIndexKey]) === name;
      }
      if (typeof this.Type === 'function' && this.Type.prototype && predicate instanceof this.Type) {
        return (item) => item === predicate;
      }
      return typeof predicate === 'function' ? predicate.bind(context) : null;
    }

    clear() {
      this.members.forEach(PostmanPropertyList._unlinkItemFromParent);
      this.members.length = 0;
      Object.keys(this.reference).forEach((name) => delete this.reference[name]);
    }

    populate(items) {
      if (typeof items === 'string' && typeof this.Type.parse === 'function') {
        items = this.Type.parse(items);
      }
      if (isPlain(items) && has(this.Type, 'create')) {
        Object.keys(items).forEach((key) => this.add(items[key], key, items));
      } else {
        (Array.isArray(items) ? items : [items]).forEach((item, index, all) => this.add(item, index, all));
      }
    }

    repopulate(items) {
      this.clear();
      this.populate(items);
    }

    assimilate(source, prune) {
      const members = PostmanPropertyList.isPropertyList(source) ? source.members : source;
      if (!Array.isArray(members)) {
        return;
      }
      const key = this._postman_listIndexKey;
      const kept = new Set();
      members.filter((item) => item && has(item, key)).forEach((item) => {
        this.upsert(item);
        kept.add(String(item[key]));
      });
      if (prune) {
        Object.keys(this.reference).filter((name) => !kept.has(name)).forEach((name) => this.remove(name));
      }
    }

    all() {
      return this.members.slice();
    }

    one(id) {
      const found = this.reference[this._postman_cased(id)];
      return this._postman_listAllowsMultipleValues && Array.isArray(found) ? found[found.length - 1] : found;
    }

    get(key) {
      const member = this.one(key);
      return member ? member.valueOf() : undefined;
    }

    each(iterator, context) {
      const call = typeof iterator === 'function' ? iterator.bind(context || this.__parent) : () => undefined;
      for (let index = 0; index < this.members.length; index++) {
        if (call(this.members[index], index, this.members) === false) {
          return;
        }
      }
    }

    filter(given, context) {
      return this.members.filter(rule(typeof given === 'function' && isObject(context) ? given.bind(context) : given));
    }

    find(given, context) {
      return this.members.find(rule(typeof given === 'function' && isObject(context) ? given.bind(context) : given));
    }

    map(given, context) {
      return this.members.map(rule(typeof given === 'function' ? given.bind(context || this) : given));
    }

    reduce(iterator, accumulator, context) {
      const call = typeof iterator === 'function' ? iterator.bind(context || this) : iterator;
      return accumulator === undefined && this.members.length ? this.members.reduce(call) : this.members.reduce(call, accumulator);
    }

    count() {
      return this.members.length;
    }

    idx(index) {
      return this.members[index];
    }

    indexOf(item) {
      return this.members.indexOf(typeof item === 'string' ? this.one(item) : item);
    }

    has(item, value) {
      const match = typeof item === 'string' ? this.reference[this._postman_cased(item)] : this.members.filter((member) => member === item);
      if (!match) {
        return false;
      }
      if (arguments.length === 1) {
        return Boolean(Array.isArray(match) ? match.length : match);
      }
      if (this._postman_listAllowsMultipleValues && Array.isArray(match)) {
        return match.some((member) => member.valueOf() === value);
      }
      return match.valueOf() === value;
    }

    eachParent(iterator, context) {
      if (typeof iterator !== 'function') {
        return;
      }
      let previous;
      for (let parent = this.__parent; parent; parent = parent.__parent) {
        iterator.call(context || this, parent, previous);
        previous = parent;
      }
    }

    toObject(excludeDisabled, caseSensitive, multiValue, sanitizeKeys) {
      const key = this._postman_listIndexKey;
      const sensitive = !this._postman_listIndexCaseInsensitive || caseSensitive;
      const several = this._postman_listAllowsMultipleValues || multiValue;
      const object = {};
      this.each((member) => {
        if (!member || !has(member, key) || (excludeDisabled && member.disabled) || ((this._postman_sanitizeKeys || sanitizeKeys) && !member[key])) {
          return;
        }
        const name = sensitive ? member[key] : String(member[key]).toLowerCase();
        if (several && has(object, name)) {
          object[name] = Array.isArray(object[name]) ? object[name] : [object[name]];
          object[name].push(member.valueOf());
        } else {
          Object.defineProperty(object, name, { value: member.valueOf(), enumerable: true, configurable: true, writable: true });
        }
      });
      return object;
    }

    toString() {
      return this.Type && this.Type.unparse ? this.Type.unparse(this.members) : '';
    }

    toJSON() {
      return this.members.map((member) => (!isEmpty(member) && typeof member.toJSON === 'function' ? member.toJSON() : clone(member)));
    }

    static _unlinkItemFromParent(item) {
      delete item.__parent;
    }
  }
  Object.assign(PostmanPropertyList.prototype, {
    _postman_propertyIsList: true,
    _postman_listIndexKey: 'id',
    _postman_listIndexCaseInsensitive: false,
    _postman_listAllowsMultipleValues: false,
  });
  known(PostmanPropertyList, 'PropertyList', 'isPropertyList');

  return { PropertyList: PostmanPropertyList };
})

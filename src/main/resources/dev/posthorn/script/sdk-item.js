// Item, ItemGroup and Collection: the tree of requests.
(function (ph) {
  'use strict';

  const { Property, PropertyList, EventList, VariableList, Request, RequestAuth, Response } = ph.sdk;
  const { has, defined, known } = ph.kit;
  const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

  const authOf = (entity) => (entity && entity.auth && RequestAuth.isValidType(entity.auth.type) ? entity.auth : undefined);
  const behaviorOf = (entity) => (entity && typeof entity.protocolProfileBehavior === 'object' ? entity.protocolProfileBehavior : {});

  /** What requests and folders have in common. */
  class Behaving extends Property {
    getProtocolProfileBehavior() {
      return behaviorOf(this);
    }

    getProtocolProfileBehaviorResolved() {
      let behavior = behaviorOf(this);
      this.forEachParent({ withRoot: true }, (entity) => { behavior = { ...behaviorOf(entity), ...behavior }; });
      return behavior;
    }

    setProtocolProfileBehavior(key, value) {
      if (typeof key === 'string') {
        this.protocolProfileBehavior = this.protocolProfileBehavior || {};
        this.protocolProfileBehavior[key] = value;
      }
      return this;
    }

    unsetProtocolProfileBehavior(key) {
      if (typeof key === 'string' && typeof this.protocolProfileBehavior === 'object') {
        delete this.protocolProfileBehavior[key];
      }
      return this;
    }
  }
  Behaving.prototype._postman_propertyRequiresId = true;

  class PostmanItem extends Behaving {
    constructor(definition) {
      super(definition);
      defined(this, {
        request: definition && new Request(definition.request),
        responses: new PropertyList(Response, this, definition && definition.response),
        events: new EventList(this, definition && definition.event),
        protocolProfileBehavior: definition && typeof definition.protocolProfileBehavior === 'object' ? definition.protocolProfileBehavior : undefined,
      });
    }

    getAuth() {
      return authOf(this.request) || this.findInParents('auth', authOf);
    }

    getEvents(name) {
      return name ? this.events.filter((event) => event.listen === name) : this.events.all();
    }

    authorizeRequestUsing(type, options) {
      this.request = this.request || new Request();
      return this.request.authorizeUsing(type, options);
    }

    getPath() {
      const path = [this.name];
      this.forEachParent({ withRoot: true }, (parent) => path.unshift(parent.name));
      return path;
    }
  }
  known(PostmanItem, 'Item', 'isItem');

  class PostmanItemGroup extends Behaving {
    constructor(definition) {
      super(definition);
      defined(this, {
        items: new PropertyList(PostmanItemGroup._createNewGroupOrItem, this, definition && definition.item),
        auth: definition && definition.auth ? new RequestAuth(definition.auth) : undefined,
        events: new EventList(this, definition && definition.event),
        protocolProfileBehavior: definition && typeof definition.protocolProfileBehavior === 'object' ? definition.protocolProfileBehavior : undefined,
      });
    }

    forEachItem(callback) {
      this.items.each((item) => (item instanceof PostmanItemGroup ? item.forEachItem(callback) : callback(item, this)));
    }

    forEachItemGroup(callback) {
      this.items.each((item) => {
        if (item instanceof PostmanItemGroup) {
          item.forEachItemGroup(callback);
          callback(item, this);
        }
      });
    }

    oneDeep(idOrName) {
      if (typeof idOrName !== 'string') {
        return undefined;
      }
      for (const item of this.items.members) {
        const found = item.id === idOrName || item.name === idOrName ? item : item instanceof PostmanItemGroup ? item.oneDeep(idOrName) : undefined;
        if (found) {
          return found;
        }
      }
      return undefined;
    }

    authorizeRequestsUsing(type, options) {
      return Request.prototype.authorizeUsing.call(this, type, options);
    }
  }
  PostmanItemGroup._createNewGroupOrItem = function (item) {
    if (item instanceof PostmanItem || item instanceof PostmanItemGroup) {
      return item;
    }
    return item && item.item ? new PostmanItemGroup(item) : new PostmanItem(item);
  };
  known(PostmanItemGroup, 'ItemGroup', 'isItemGroup');

  class PostmanCollection extends PostmanItemGroup {
    constructor(definition, environments) {
      super(definition);
      this.variables = new VariableList(this, definition && definition.variable, environments);
      this.version = definition && definition.info && definition.info.version ? new ph.sdk.Version(definition.info.version) : undefined;
    }

    syncVariablesFrom(object, track) {
      return this.variables.syncFromObject(object, track);
    }

    syncVariablesTo(object) {
      return this.variables.syncToObject(object);
    }

    toJSON() {
      const { id, name, version, description, ...json } = super.toJSON();
      json.info = { _postman_id: this.id, name: this.name, version: this.version, schema: SCHEMA };
      if (has(this, 'description')) {
        json.info.description = this.description;
      }
      return json;
    }
  }
  known(PostmanCollection, 'Collection', 'isCollection');

  return { Item: PostmanItem, ItemGroup: PostmanItemGroup, Collection: PostmanCollection };
})

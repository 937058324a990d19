// Script, Event, EventList and Version.
(function (ph) {
  'use strict';

  const { Property, PropertyBase, PropertyList } = ph.sdk;
  const { has, isObject, defined, known } = ph.kit;

  class PostmanScript extends Property {
    constructor(options) {
      super(options);
      if (options) {
        this.update(options);
      }
    }

    toSource() {
      return this.exec ? this.exec.join('\n') : undefined;
    }

    update(options) {
      const given = typeof options === 'string' || Array.isArray(options) ? { exec: options } : options;
      if (!given) {
        return;
      }
      this.type = given.type || 'text/javascript';
      this.packages = given.packages;
      if (has(given, 'src')) {
        this.src = new ph.sdk.Url(given.src);
      }
      if (!this.src && has(given, 'exec')) {
        this.exec = typeof given.exec === 'string' ? given.exec.split(/\r?\n/g) : Array.isArray(given.exec) ? given.exec : undefined;
      }
    }
  }
  PostmanScript.prototype._postman_propertyRequiresId = true;
  known(PostmanScript, 'Script', 'isScript');

  function scriptOf(script) {
    if (script instanceof PostmanScript) {
      return script;
    }
    if (Array.isArray(script) || typeof script === 'string') {
      return new PostmanScript({ exec: script });
    }
    return isObject(script) ? new PostmanScript(script) : undefined;
  }

  class PostmanEvent extends Property {
    constructor(definition) {
      super(definition);
      this.update(definition);
    }

    update(definition) {
      if (definition) {
        defined(this, { listen: typeof definition.listen === 'string' ? definition.listen : undefined, script: scriptOf(definition.script) });
      }
    }
  }
  known(PostmanEvent, 'Event');

  class PostmanEventList extends PropertyList {
    constructor(parent, populate) {
      super(PostmanEvent, parent, populate);
    }

    /** Those of the parents first. */
    listeners(name) {
      const all = this.listenersOwn(name);
      this.eachParent((parent) => {
        if (parent !== this.__parent && parent.events instanceof PostmanEventList) {
          all.unshift(...parent.events.listenersOwn(name));
        }
      });
      return all;
    }

    listenersOwn(name) {
      return this.filter((event) => !event.disabled && event.listen === name);
    }
  }
  known(PostmanEventList, 'EventList', 'isEventList');

  const VERSION = /^[v=\s]*(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?\s*$/;

  class PostmanPropertyVersion extends PropertyBase {
    constructor(definition) {
      super();
      if (definition) {
        this.set(definition);
      }
    }

    set(value) {
      const match = typeof value === 'string' ? VERSION.exec(value) : null;
      const given = match ? {} : value || {};
      const [raw, major, minor, patch] = match ? [value.trim(), ...match.slice(1, 4).map(Number)] : [given.raw, given.major, given.minor, given.patch];
      const [before, build] = match ? [match[4], match[5]] : [given.prerelease, given.build];
      const listed = (text) => (match ? (text ? text.split('.').join() : []) : text);
      Object.assign(this, { raw, major, minor, patch, prerelease: listed(before), build: listed(build) });
      this.string = match ? `${major}.${minor}.${patch}${before ? '-' + before : ''}` : given.version;
    }

    toString() {
      return this.string || this.raw;
    }
  }
  known(PostmanPropertyVersion, 'Version');

  return { Script: PostmanScript, Event: PostmanEvent, EventList: PostmanEventList, Version: PostmanPropertyVersion };
})

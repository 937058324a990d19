// The less used parts of `pm`: the vault, data sets, packages and what the visualizer shows.
(function (ph) {
  'use strict';

  function promised(name, args, read = (value) => value) {
    const promise = new Promise((resolve, reject) =>
      ph.ask(name, args, (error, value) => (error ? reject(new Error(error)) : resolve(read(value)))));
    promise.catch(() => undefined);
    return promise;
  }

  const vault = {
    get: (key) => promised('vault', ['get', [String(key)]], (value) => (value === null ? undefined : value)),
    set: (key, value) => promised('vault', ['set', [String(key), String(value)]], () => undefined),
    unset: (key) => promised('vault', ['unset', [String(key)]], () => undefined),
  };

  /** Rows that are read one after the other, once. */
  async function* each(rows) {
    yield* rows;
  }

  function columnsOf(rows) {
    return Array.from(new Set(rows.flatMap((row) => Object.keys(row))));
  }

  /** A data set is a table: its one view is all of it. */
  function dataset(name) {
    return {
      executeView: () => promised('dataset', [String(name)], (rows) => ({ columns: columnsOf(rows || []), rows: each(rows || []) })),
      executeQuery: () => Promise.reject(new Error(`The data set "${name}" cannot be queried by SQL: read it with executeView()`)),
    };
  }

  // --- packages

  const packages = new Map();

  function inner(name) {
    const match = /^(?:npm|jsr):((?:@[^/@]+\/)?[^@]+)(?:@.*)?$/.exec(name);
    return match ? match[1] : undefined;
  }

  function source(name) {
    try {
      return ph.host('source', name);
    } catch (error) {
      throw new Error(`Cannot find package '${name}': ${error.message}`);
    }
  }

  function evaluated(name, text) {
    const module = { id: name, exports: {} };
    packages.set(name, module);
    try {
      new Function('exports', 'module', text)(module.exports, module);
    } catch (error) {
      packages.delete(name);
      throw new Error(`Error in package '${name}': ${error && error.message ? error.message : error}`);
    }
    return module.exports;
  }

  /** `npm:lodash@4.17` is the library that is here, whatever its version; `@team/name` is a script of the workspace. */
  function require(name) {
    if (packages.has(name)) {
      return packages.get(name).exports;
    }
    const library = inner(String(name));
    if (library !== undefined) {
      try {
        return globalThis.require(library);
      } catch {
        throw new Error(`Cannot find package '${name}'`);
      }
    }
    const text = source(name);
    if (typeof text !== 'string') {
      throw new Error(`Cannot find package '${name}'`);
    }
    return evaluated(name, text);
  }

  // --- the visualizer

  const escaped = (text) => String(text).replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);

  /** The page's body by its template; a template that is wrong says so in its place. */
  function rendered({ template, data, options }) {
    let html;
    try {
      html = ph.require('handlebars').compile(template, options)(data, options);
    } catch (error) {
      html = `<p>The template of the visualizer cannot be used.</p><pre>${escaped(error.message)}</pre>`;
    }
    return { template, data: copied(data), options: copied(options), html };
  }

  function copied(value) {
    try {
      return value === undefined ? undefined : ph.kit.json.parse(ph.kit.json.stringify(value));
    } catch {
      return undefined;
    }
  }

  return { vault, dataset, require, rendered };
})

// The world before `pm`: postman.*, tests[…], responseBody, environment and their kin. Each is made when a script first uses it.
(function (ph) {
  'use strict';

  const { state, pm, sdk } = ph;
  const { hide, clone } = ph.kit;
  const inTest = state.event === 'test';
  const global = (name, make) => ph.lazy(globalThis, name, make);

  // A byte order mark is no error to it, and its errors say where a text is wrong.
  const json = () => ph.part('sdk-json.js');
  hide(globalThis, 'JSON', { parse: (...args) => json().parse(...args), stringify: (...args) => json().stringify(...args) });

  // Of the words that Postman's sandbox adds to texts the one that scripts use.
  if (!String.prototype.has) {
    hide(String.prototype, 'has', function has(what) {
      return what instanceof RegExp ? this.search(what) !== -1 : this.includes(String(what));
    });
  }

  // --- tests

  const tests = {};
  hide(globalThis, 'tests', tests);

  function judge(name, value) {
    const passed = Boolean(value);
    let error = null;
    if (!passed) {
      error = new Error(`expected ${String(value)} to be truthy`);
      error.name = 'AssertionError';
    }
    ph.assertion({ name, passed, skipped: false, error });
  }

  function tell() {
    Object.keys(tests).forEach((name) => judge(name, tests[name]));
  }
  if (ph.atEnd) {
    ph.atEnd.push(tell);
  }

  // --- variables, as they were when the script began

  function valuesOf(place) {
    const values = {};
    ((state[place] || {}).values || []).forEach(({ key, value }) => { values[key] = value; });
    return values;
  }
  const copies = {};
  const copy = (place) => copies[place] || (copies[place] = valuesOf(place));
  global('environment', () => copy('environment'));
  global('globals', () => copy('globals'));
  global('data', () => state.data || {});
  global('iteration', () => (state.info || {}).iteration || 0);

  // --- the request

  function fields(list) {
    const form = {};
    list.filter((param) => !param.disabled).forEach(({ key, value }) => {
      form[key] = form[key] ? [].concat(form[key], value) : value;
    });
    return form;
  }

  function dataOf(body) {
    if (!body || body.isEmpty()) {
      return {};
    }
    switch (body.mode) {
      case 'raw': return body.raw || {};
      case 'urlencoded': return fields(body.urlencoded);
      case 'formdata': return fields(body.formdata);
      case 'file': return (body.file && body.file.content) || {};
      default: return {};
    }
  }

  function requestOf() {
    const request = new sdk.Request(clone(state.request));
    return {
      id: (state.info || {}).requestId,
      name: (state.info || {}).requestName,
      description: request.description ? request.description.toString() : undefined,
      headers: request.headers.toObject(true, false, true, true),
      method: request.method,
      url: request.url.toString(),
      data: dataOf(request.body),
    };
  }
  global('request', () => (state.request ? requestOf() : {}));

  // --- the answer

  function headersOf() {
    const headers = {};
    ((state.response || {}).header || []).filter((header) => !header.disabled).forEach(({ key, value }) => { headers[key] = value; });
    return headers;
  }

  if (inTest) {
    global('responseBody', () => pm.response.text());
    global('responseHeaders', headersOf);
    global('responseTime', () => (state.response ? state.response.responseTime : undefined));
    global('responseCode', () => pm.response.details());
    global('responseCookies', () => pm.cookies);
  }

  // --- postman.*

  const written = (value) => (value && typeof value.toString === 'function' ? value.toString() : value);

  function wiped(place) {
    const values = copy(place);
    Object.keys(values).forEach((key) => delete values[key]);
  }

  class PostmanLegacyInterface {
    setEnvironmentVariable(key, value) {
      copy('environment')[key] = written(value);
      return pm.environment.set(key, written(value));
    }

    getEnvironmentVariable(key) {
      return pm.environment.get(key);
    }

    clearEnvironmentVariables() {
      wiped('environment');
      return pm.environment.clear();
    }

    clearEnvironmentVariable(key) {
      delete copy('environment')[key];
      return pm.environment.unset(key);
    }

    setGlobalVariable(key, value) {
      copy('globals')[key] = written(value);
      return pm.globals.set(key, written(value));
    }

    getGlobalVariable(key) {
      return pm.globals.get(key);
    }

    clearGlobalVariables() {
      wiped('globals');
      return pm.globals.clear();
    }

    clearGlobalVariable(key) {
      delete copy('globals')[key];
      return pm.globals.unset(key);
    }

    setNextRequest(name) {
      ph.next(name);
    }
  }

  class PostmanLegacyTestInterface extends PostmanLegacyInterface {
    getResponseCookie(name) {
      return pm.cookies.one(String(name));
    }

    getResponseHeader(name) {
      const header = pm.response && pm.response.headers.one(name);
      return header ? header.value : undefined;
    }
  }
  global('postman', () => (inTest ? new PostmanLegacyTestInterface() : new PostmanLegacyInterface()));
})

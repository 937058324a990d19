// The world before `pm`: postman.*, tests[…], responseBody, environment and their kin. Each is made when a script first uses it.
(function (ph) {
  'use strict';

  const { sdk } = ph;
  const { hide, clone } = ph.kit;
  const { defineProperty, getOwnPropertyDescriptor } = Object;

  // --- globals that mean something else in each script

  let state;
  let made;

  function global(name, make) {
    defineProperty(globalThis, name, accessor(name, make));
  }

  /** Of one script, and what it puts there itself. */
  function accessor(name, make) {
    return {
      configurable: true,
      enumerable: true,
      get: () => (name in made ? made[name] : (made[name] = make())),
      set(value) {
        made[name] = value;
      },
    };
  }

  // --- tests

  function judge(name, value) {
    const passed = Boolean(value);
    let error = null;
    if (!passed) {
      error = new Error(`expected ${String(value)} to be truthy`);
      error.name = 'AssertionError';
    }
    ph.assertion({ name, passed, skipped: false, error });
  }

  function tell(tests) {
    Object.keys(tests).forEach((name) => judge(name, tests[name]));
  }

  // --- variables, as they were when the script began

  function valuesOf(place) {
    const values = {};
    ((state[place] || {}).values || []).forEach(({ key, value }) => { values[key] = value; });
    return values;
  }
  let copies;
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

  const OF_ANSWER = {
    responseBody: accessor('responseBody', () => ph.pm.response.text()),
    responseHeaders: accessor('responseHeaders', headersOf),
    responseTime: accessor('responseTime', () => (state.response ? state.response.responseTime : undefined)),
    responseCode: accessor('responseCode', () => ph.pm.response.details()),
    responseCookies: accessor('responseCookies', () => ph.pm.cookies),
  };

  /** Before the send these are not defined at all. */
  function answerGlobals(there) {
    for (const name of Object.keys(OF_ANSWER)) {
      const is = getOwnPropertyDescriptor(globalThis, name);
      if (!there) {
        delete globalThis[name];
      } else if (!is || is.get !== OF_ANSWER[name].get) {
        defineProperty(globalThis, name, OF_ANSWER[name]);
      }
    }
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
      return ph.pm.environment.set(key, written(value));
    }

    getEnvironmentVariable(key) {
      return ph.pm.environment.get(key);
    }

    clearEnvironmentVariables() {
      wiped('environment');
      return ph.pm.environment.clear();
    }

    clearEnvironmentVariable(key) {
      delete copy('environment')[key];
      return ph.pm.environment.unset(key);
    }

    setGlobalVariable(key, value) {
      copy('globals')[key] = written(value);
      return ph.pm.globals.set(key, written(value));
    }

    getGlobalVariable(key) {
      return ph.pm.globals.get(key);
    }

    clearGlobalVariables() {
      wiped('globals');
      return ph.pm.globals.clear();
    }

    clearGlobalVariable(key) {
      delete copy('globals')[key];
      return ph.pm.globals.unset(key);
    }

    setNextRequest(name) {
      ph.next(name);
    }
  }

  class PostmanLegacyTestInterface extends PostmanLegacyInterface {
    getResponseCookie(name) {
      return ph.pm.cookies.one(String(name));
    }

    getResponseHeader(name) {
      const header = ph.pm.response && ph.pm.response.headers.one(name);
      return header ? header.value : undefined;
    }
  }
  global('postman', () => (state.event === 'test' ? new PostmanLegacyTestInterface() : new PostmanLegacyInterface()));

  ph.each(() => {
    ({ state } = ph);
    made = Object.create(null);
    copies = {};
    const tests = {};
    hide(globalThis, 'tests', tests);
    ph.atEnd.push(() => tell(tests));
    answerGlobals(state.event === 'test');
  });
})

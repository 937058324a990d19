// The object `pm`: variables, request, answer, cookies, tests and what steers a run. Each part is made when a script first uses it.
(function (ph) {
  'use strict';

  const { state, sdk } = ph;
  const { hide, lazy, clone } = ph.kit;
  const { parse, stringify } = ph.kit.json;
  const said = { skip: false, nextRequest: undefined, visualizer: undefined };

  class Postman {}
  lazy(Postman.prototype, 'expect', () => ph.expect);
  const pm = new Postman();

  /** A property that scripts read and cannot change, made at its first use. */
  function fixed(target, name, make) {
    let made = false;
    let value;
    Object.defineProperty(target, name, {
      get() {
        if (!made) {
          value = make();
          made = true;
        }
        return value;
      },
    });
  }

  function constants(target, values) {
    Object.keys(values).filter((name) => values[name] !== undefined).forEach((name) => Object.defineProperty(target, name, { value: values[name] }));
    return target;
  }

  // --- variables

  /** A value as it outlives the script: what JSON cannot say becomes null. */
  function lasting(value) {
    if (typeof value === 'string' || typeof value === 'boolean') {
      return value;
    }
    try {
      const text = stringify(value);
      return text === undefined ? null : parse(text);
    } catch {
      return null;
    }
  }

  const variable = ({ key, value, enabled }) => (enabled === false ? { type: 'any', value, key, disabled: true } : { type: 'any', value, key });

  /** A scope whose every change is told at once. */
  function scope(place) {
    const { name, values } = state[place] || {};
    const made = new sdk.VariableScope({ name: place === 'locals' ? undefined : name, values: (values || []).map(variable) });
    made.enableTracking({ autoCompact: true });
    hide(made, '_postman_track', (instruction, key, value) => {
      made.mutations.track(instruction, key, value);
      if (!said.skip) {
        ph.host('variable', place, instruction, String(key), instruction === 'set' ? lasting(value) : null);
      }
    });
    return made;
  }

  function fixedValues(object) {
    const made = new sdk.VariableScope();
    made.syncVariablesFrom(object || {});
    return made;
  }

  function allVariables() {
    const made = scope('locals');
    made.addLayer(pm.iterationData.values);
    made.addLayer(pm.environment.values);
    if (state.folders && Object.keys(state.folders).length) {
      made.addLayer(fixedValues(state.folders).values);
    }
    made.addLayer(pm.collectionVariables.values);
    made.addLayer(pm.globals.values);
    return made;
  }

  fixed(pm, 'globals', () => scope('globals'));
  fixed(pm, 'environment', () => scope('environment'));
  fixed(pm, 'collectionVariables', () => scope('collection'));
  fixed(pm, 'iterationData', () => fixedValues(state.data));
  fixed(pm, 'variables', allVariables);

  // --- request and answer

  let request;
  let before;

  /** Of a file's address that has no parts the text counts. */
  function withAddress(json) {
    const url = json && json.url;
    return url && typeof url === 'object' && url.raw && !url.host && !url.path ? { ...json, url: url.raw } : json;
  }

  function expectable(subject) {
    Object.defineProperty(subject, 'to', { get: () => ph.expect(subject).to });
    return subject;
  }

  function makeRequest() {
    request = expectable(new sdk.Request(withAddress(clone(state.request))));
    before = state.event === 'prerequest' ? stringify(request) : undefined;
    return request;
  }

  /** A body that is fetched when it is asked for. */
  function bodyOfAnswer() {
    let text;
    return {
      size: state.response.responseSize,
      text() {
        if (text === undefined) {
          text = ph.host('body') || '';
          text = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
        }
        return text;
      },
      bytes: () => ph.require('buffer').Buffer.from(ph.host('bodyBase64') || '', 'base64'),
    };
  }

  /** Where no answer came there still is a response after the send, with nothing in it: so it is in Postman. */
  const makeResponse = () => expectable(new sdk.Response(state.response ? { ...state.response, source: bodyOfAnswer() } : {}));

  function makeCookies() {
    const list = new sdk.CookieList(null, state.cookies);
    list.jar = () => ph.part('pm-cookies.js').jar();
    return list;
  }

  fixed(pm, 'info', () => constants({}, { eventName: state.event, ...state.info }));
  fixed(pm, 'request', makeRequest);
  if (state.response || state.event === 'test') {
    fixed(pm, 'response', makeResponse);
  }
  fixed(pm, 'cookies', makeCookies);

  // --- what is shown

  function wrongKind(what, word, kind, value) {
    return new Error(`Invalid ${what}. ${word} must be ${kind}, found ${typeof value}`);
  }

  const visualizer = {
    set(template, data, options) {
      if (typeof template !== 'string') {
        throw wrongKind('template', 'Template', 'of type string', template);
      }
      if (data && typeof data !== 'object') {
        throw wrongKind('data', 'Data', 'an object', data);
      }
      if (options && typeof options !== 'object') {
        throw wrongKind('options', 'Options', 'an object', options);
      }
      said.visualizer = { template, data, options };
    },
    clear() {
      said.visualizer = null;
    },
  };
  constants(pm, { visualizer });

  // --- what steers the run

  function skipRequest() {
    if (state.event !== 'prerequest') {
      throw new TypeError('pm.execution.skipRequest is not a function');
    }
    said.skip = true;
    if (ph.seal) {
      ph.seal();
    }
    throw new Error('The request is skipped');
  }

  function makeExecution() {
    const path = Array.from(state.location || []);
    const current = state.current === undefined ? path[path.length - 1] : state.current;
    return {
      skipRequest,
      location: constants(path, { current }),
      setNextRequest(name) {
        said.nextRequest = name;
      },
      runRequest: (id, options) => ph.part('pm-send.js').runRequest(id, options),
    };
  }
  fixed(pm, 'execution', makeExecution);
  ph.next = (name) => {
    said.nextRequest = name;
  };

  // --- requests, secrets, data and packages

  constants(pm, {
    sendRequest: function (given, callback) {
      return ph.part('pm-send.js').sendRequest(given, callback);
    },
    require: (name) => ph.part('pm-more.js').require(name),
    datasets: (name) => ph.part('pm-more.js').dataset(name),
  });
  fixed(pm, 'vault', () => ph.part('pm-more.js').vault);

  // --- tests

  pm.test = (name, assert) => ph.test(name, assert);
  pm.test.skip = (name) => ph.testSkip(name);
  pm.test.index = () => ph.testIndex();

  // --- what came of it

  function changedRequest() {
    if (before === undefined || stringify(request) === before) {
      return undefined;
    }
    const left = new sdk.Request(withAddress(parse(stringify(request))));
    const json = left.toJSON();
    return { ...json, url: { raw: left.url.toString(), ...json.url } };
  }

  function nextRequest() {
    const next = said.nextRequest;
    return next === undefined || next === null ? next : String(next);
  }

  ph.result = () => ({
    request: said.skip ? undefined : changedRequest(),
    skip: said.skip,
    nextRequest: nextRequest(),
    visualizer: said.visualizer ? ph.part('pm-more.js').rendered(said.visualizer) : said.visualizer,
  });

  ph.pm = pm;
  Object.defineProperty(globalThis, 'pm', { value: pm, configurable: true, enumerable: true, writable: true });
})

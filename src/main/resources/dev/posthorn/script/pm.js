// The object `pm`: variables, request, answer, cookies, tests and what steers a run. Each script has one of its own, whose parts are made when it first uses them.
(function (ph) {
  'use strict';

  const { sdk } = ph;
  const { hide, lazy, clone } = ph.kit;
  const { parse, stringify } = ph.kit.json;
  const { create, defineProperty } = Object;

  class Postman {}
  lazy(Postman.prototype, 'expect', () => ph.expect);

  /** Whose `pm` it is: what the script was told, what it said, and which parts of its `pm` are made. */
  const scripts = new WeakMap();
  let now;

  function constants(target, values) {
    Object.keys(values).filter((name) => values[name] !== undefined).forEach((name) => defineProperty(target, name, { value: values[name] }));
    return target;
  }

  // The files of `pm` know the script that they are read for.
  function part(script, file) {
    script.files ??= new Map();
    if (!script.files.has(file)) {
      script.files.set(file, ph.load(file)(ph));
    }
    return script.files.get(file);
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
  function scope(script, place) {
    const { name, values } = script.state[place] || {};
    const made = new sdk.VariableScope({ name: place === 'locals' ? undefined : name, values: (values || []).map(variable), later: true });
    made.enableTracking({ autoCompact: true });
    hide(made, '_postman_track', (instruction, key, value) => {
      made.mutations.track(instruction, key, value);
      if (!script.said.skip && ph.run === script.run) {
        ph.host('variable', place, instruction, String(key), instruction === 'set' ? lasting(value) : null);
      }
    });
    return made;
  }

  const fixedValues = (object) => new sdk.VariableScope({ values: Object.keys(object || {}).map((key) => ({ value: object[key], key })), later: true });

  function allVariables(script) {
    const made = scope(script, 'locals');
    const { folders } = script.state;
    const inner = folders && Object.keys(folders).length ? [fixedValues(folders)] : [];
    made._postman_lookInto([partOf(script, 'iterationData'), partOf(script, 'environment'), ...inner, partOf(script, 'collectionVariables'), partOf(script, 'globals')]);
    return made;
  }

  // --- request and answer

  /** Of a file's address that has no parts the text counts. */
  function withAddress(json) {
    const url = json && json.url;
    return url && typeof url === 'object' && url.raw && !url.host && !url.path ? { ...json, url: url.raw } : json;
  }

  function expectable(subject) {
    return defineProperty(subject, 'to', { get: () => ph.expect(subject).to });
  }

  function makeRequest(script) {
    const request = expectable(new sdk.Request(withAddress(clone(script.state.request))));
    script.before = script.state.event === 'prerequest' ? stringify(request) : undefined;
    return request;
  }

  /** A body that is fetched when it is asked for. */
  function bodyOfAnswer(script) {
    let text;
    return {
      size: script.state.response.responseSize,
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
  const makeResponse = (script) => expectable(new sdk.Response(script.state.response ? { ...script.state.response, source: bodyOfAnswer(script) } : {}));

  function makeCookies(script) {
    const list = new sdk.CookieList(null, script.state.cookies);
    list.jar = () => part(script, 'pm-cookies.js').jar();
    return list;
  }

  // --- what is shown

  function wrongKind(what, word, kind, value) {
    return new Error(`Invalid ${what}. ${word} must be ${kind}, found ${typeof value}`);
  }

  const visualizer = (script) => ({
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
      script.said.visualizer = { template, data, options };
    },
    clear() {
      script.said.visualizer = null;
    },
  });

  // --- what steers the run

  function skipRequest(script) {
    if (script.state.event !== 'prerequest') {
      throw new TypeError('pm.execution.skipRequest is not a function');
    }
    script.said.skip = true;
    if (ph.seal) {
      ph.seal();
    }
    throw new Error('The request is skipped');
  }

  function makeExecution(script) {
    const { state } = script;
    const path = Array.from(state.location || []);
    const current = state.current === undefined ? path[path.length - 1] : state.current;
    return {
      skipRequest: () => skipRequest(script),
      location: constants(path, { current }),
      setNextRequest(name) {
        script.said.nextRequest = name;
      },
      runRequest: (id, options) => part(script, 'pm-send.js').runRequest(id, options),
    };
  }

  // --- all parts; scripts read them and cannot change them

  const PARTS = {
    globals: (script) => scope(script, 'globals'),
    environment: (script) => scope(script, 'environment'),
    collectionVariables: (script) => scope(script, 'collection'),
    iterationData: (script) => fixedValues(script.state.data),
    variables: allVariables,
    info: ({ state }) => constants({}, { eventName: state.event, ...state.info }),
    request: makeRequest,
    response: makeResponse,
    cookies: makeCookies,
    visualizer,
    execution: makeExecution,
    sendRequest: (script) => function (given, callback) {
      return part(script, 'pm-send.js').sendRequest(given, callback);
    },
    require: (script) => (name) => part(script, 'pm-more.js').require(name),
    datasets: (script) => (name) => part(script, 'pm-more.js').dataset(name),
    vault: (script) => part(script, 'pm-more.js').vault,
  };

  function partOf(script, name) {
    const { made } = script;
    return name in made ? made[name] : (made[name] = PARTS[name](script));
  }

  const inTests = {};
  for (const name of Object.keys(PARTS)) {
    inTests[name] = {
      get() {
        return partOf(scripts.get(this) || now, name);
      },
    };
  }
  const { response, ...beforeSend } = inTests;

  // --- tests

  function makeTest() {
    const test = (name, assert) => ph.test(name, assert);
    test.skip = (name) => ph.testSkip(name);
    test.index = () => ph.testIndex();
    return test;
  }

  // --- what came of it

  function changedRequest() {
    const { before, made } = now;
    if (before === undefined || stringify(made.request) === before) {
      return undefined;
    }
    const left = new sdk.Request(withAddress(parse(stringify(made.request))));
    const json = left.toJSON();
    return { ...json, url: { raw: left.url.toString(), ...json.url } };
  }

  function nextRequest() {
    const next = now.said.nextRequest;
    return next === undefined || next === null ? next : String(next);
  }

  ph.next = (name) => {
    now.said.nextRequest = name;
  };
  /** Nothing where the script asked for nothing. */
  ph.result = () => {
    const { skip, visualizer: shown } = now.said;
    const request = skip ? undefined : changedRequest();
    const next = nextRequest();
    return skip || request || next !== undefined || shown !== undefined
      ? { request, skip, nextRequest: next, visualizer: shown ? part(now, 'pm-more.js').rendered(shown) : shown } : undefined;
  };

  ph.each(() => {
    const { state } = ph;
    const pm = create(Postman.prototype, state.response || state.event === 'test' ? inTests : beforeSend);
    now = { state, run: ph.run, said: { skip: false, nextRequest: undefined, visualizer: undefined }, made: create(null), before: undefined, files: undefined };
    scripts.set(pm, now);
    pm.test = makeTest();
    ph.pm = pm;
    defineProperty(globalThis, 'pm', { value: pm, configurable: true, enumerable: true, writable: true });
  });
})

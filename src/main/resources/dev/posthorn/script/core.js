// The ground that a script stands on: its globals, timers, answers of the program, and how it ends. Comes before all other files.
//
// The program calls this once in each world with `bridge`, and drives every script of that world by what it gives back: `begin` with what the script is told,
// `start`, then `turn` and `answer` until nothing is pending, then `end`. What scripts may patch (Array.prototype, JSON, Promise) is not used through
// prototypes here. Of a script that has ended no timer, question or promise of ours does anything any more: `ph.run` is the number of the one that runs.
(function (bridge) {
  'use strict';
  const global = globalThis;
  const { tell, ask, load, place } = bridge;
  const { apply, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
  const { parse, stringify } = JSON;
  const now = Date.now;
  const bare = Object.create;
  const ph = bare(null);
  ph.run = 0;
  ph.state = undefined;
  ph.host = (name, ...args) => unpacked(tell(name, ...args));
  ph.load = load;
  const native = global.Graal;
  delete global.Graal;

  // Lists and maps of the program come as JSON behind a mark, so that scripts get real arrays and objects.
  function unpacked(value) {
    return typeof value === 'string' && value.charCodeAt(0) === 0 ? parse(value.slice(1)) : value;
  }

  // --- properties and modules that are made when they are first used

  // What globals of ours became at their first use: they are not put back for that.
  const became = bare(null);
  const OVERWRITTEN = {};
  ph.lazy = (target, name, make) => {
    defineProperty(target, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        const own = getOwnPropertyDescriptor(target, name);
        if (own && own.get) {
          settle(target, name, value);
          if (target === global) {
            became[name] = value;
          }
        }
        return value;
      },
      set(value) {
        settle(this === undefined ? target : this, name, value);
        if (target === global) {
          became[name] = OVERWRITTEN;
        }
      },
    });
  };

  function settle(target, name, value) {
    defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value });
  }

  const modules = bare(null);
  ph.module = (name, make) => {
    modules[name] = { make, made: false, value: undefined };
  };
  ph.require = (name) => {
    const known = modules[name];
    if (!known) {
      throw new Error(`Cannot find module '${name}'`);
    }
    if (!known.made) {
      known.value = known.make();
      known.made = true;
    }
    return known.value;
  };

  // --- what keeps a script alive: timers, and questions to the program

  let counter = 0;
  let sealed = false;
  let timers = bare(null);
  let questions = bare(null);
  let alive = 0;

  function timer(callback, millis, args, repeats) {
    if (sealed || typeof callback !== 'function') {
      return undefined;
    }
    const wait = millis >= 1 && millis <= 2147483647 ? +millis : 1;
    const id = ++counter;
    timers[id] = { id, callback, args, wait, repeats, due: now() + wait };
    alive++;
    return id;
  }

  function clear(id) {
    if (!sealed && (typeof id === 'number' || typeof id === 'string') && timers[id]) {
      delete timers[id];
      alive--;
    }
  }

  ph.ask = (name, args, callback) => {
    if (sealed) {
      return;
    }
    const id = ++counter;
    questions[id] = callback;
    alive++;
    ask(id, name, args);
  };

  // Of the timers that are due the first one; ids are in the order of their making.
  function next() {
    let first;
    for (const id in timers) {
      const one = timers[id];
      if (!first || one.due < first.due) {
        first = one;
      }
    }
    return first;
  }

  // Runs one timer that is due. Answers how many milliseconds from now the next one is; -1 where only answers are awaited, -2 where nothing is.
  function turn() {
    let first = next();
    if (first && first.due <= now()) {
      if (first.repeats) {
        first.due = now() + first.wait;
      } else {
        delete timers[first.id];
        alive--;
      }
      guarded(first.callback, first.args);
      return 0;
    }
    if (first) {
      const wait = first.due - now();
      return wait > 0 ? wait : 0;
    }
    return alive > 0 ? -1 : -2;
  }

  function answer(id, error, value) {
    const callback = questions[id];
    if (callback) {
      delete questions[id];
      alive--;
      guarded(callback, [error, unpacked(value)]);
    }
  }

  // What a timer or a callback throws fails nothing in Postman, and is not told at all there; here the console has it, with its line.
  function guarded(callback, args) {
    try {
      apply(callback, {}, args);
    } catch (error) {
      ph.missed(error);
    }
  }
  ph.missed = (error) => {
    if (error && !sealed) {
      const { name, message } = ph.describe(error);
      const line = parseInt(place(error), 10);
      ph.console.error(`${name}: ${message}${line ? ` (line ${line})` : ''} in a timer or callback, which fails no test`);
    }
  };

  const globals = {
    setTimeout: (callback, millis, ...args) => timer(callback, millis, args, false),
    setInterval: (callback, millis, ...args) => timer(callback, millis, args, true),
    setImmediate: (callback, ...args) => timer(callback, 0, args, false),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
    queueMicrotask: microtask,
  };
  for (const name of ownKeys(globals)) {
    defineProperty(global, name, { configurable: true, enumerable: true, writable: true, value: globals[name] });
  }

  const OwnPromise = Promise;
  const resolved = Promise.resolve();
  const then = Promise.prototype.then;
  function microtask(callback) {
    if (typeof callback !== 'function') {
      throw new TypeError('The "callback" argument must be of type function.');
    }
    apply(then, resolved, [() => guarded(callback, [])]);
  }

  // --- errors

  // The kind and the message of anything that can be thrown.
  ph.describe = (error) => {
    if (error !== null && (typeof error === 'object' || typeof error === 'function')) {
      const name = text(error, 'name');
      const message = text(error, 'message');
      return { name: name || 'Error', message: message === undefined ? ph.inspect(error) : ph.words(message) };
    }
    return { name: 'Error', message: typeof error === 'string' ? error : ph.inspect(error) };
  };

  function text(object, name) {
    try {
      const value = object[name];
      return value === undefined || typeof value === 'function' ? undefined : `${value}`;
    } catch {
      return undefined;
    }
  }

  // Something that the script threw and did not catch. Postman passes over what counts as false.
  ph.fault = (error) => {
    if (error && !sealed) {
      const { name, message } = ph.describe(error);
      tell('fault', name, message, place(error));
    }
  };
  ph.place = place;

  // Nothing that the script does from now on counts: `pm.execution.skipRequest`.
  ph.seal = () => {
    sealed = true;
    alive = 0;
    tell('seal');
  };

  // --- the run

  native.setUnhandledPromiseRejectionHandler((reason) => ph.fault(reason));

  // What is made anew for each script: scripts begin in the order in which these were given.
  const anew = [];
  ph.each = (make) => {
    anew[anew.length] = make;
  };

  // Answers false where scripts have left this world in a state in which no other can run.
  function begin(state) {
    ph.run++;
    ph.state = parse(state);
    timers = bare(null);
    questions = bare(null);
    alive = 0;
    sealed = false;
    through = false;
    ph.atEnd = [];
    if (!ph.restored(became)) {
      return false;
    }
    for (let i = 0; i < anew.length; i++) {
      anew[i](ph);
    }
    return true;
  }

  // What has to be done when the script itself is through, while timers and answers may still be to come.
  let through = false;
  function finish() {
    if (!through) {
      through = true;
      for (let i = 0; i < ph.atEnd.length; i++) {
        ph.atEnd[i]();
      }
    }
  }

  function failed(error) {
    ph.fault(error);
    finish();
  }

  return {
    ph,
    begin,
    start(script) {
      let promise;
      try {
        promise = script();
      } catch (error) {
        failed(error);
        return;
      }
      if (promise instanceof OwnPromise) {
        const { run } = ph;
        const ifStill = (work) => (value) => (ph.run === run ? work(value) : undefined);
        apply(then, promise, [ifStill(finish), ifStill(failed)]);
      } else {
        finish();
      }
    },
    turn,
    answer,
    end() {
      finish();
      const result = ph.result && ph.result();
      ph.look(became);
      return result === undefined || result === null ? undefined : parse(stringify(result));
    },
  };
})

// The `console` of a script.
(function (ph) {
  'use strict';
  const { defineProperty } = Reflect;

  let read;
  const written = () => (read ??= ph.load('dev/posthorn/script/core-inspect.js')(ph));
  ph.inspect = (value) => written().inspect(value);

  // Most lines are one short text, for which nothing has to be read.
  const line = (values) => (values.length === 1 && typeof values[0] === 'string' && values[0].length <= 10000 ? values[0] : written().line(values));

  const levels = {};
  for (const level of ['log', 'warn', 'debug', 'info', 'error']) {
    levels[level] = (...values) => {
      ph.host('said', level, line(values));
    };
  }

  function made() {
    const out = { ...levels };
    out.clear = () => undefined;
    out.trace = out.debug;
    out.dir = (value) => out.log(value);
    out.table = (value) => out.log(value);
    out.assert = (holds, ...values) => {
      if (!holds) {
        out.error('Assertion failed', ...values);
      }
    };
    out.group = (...values) => (values.length > 0 ? out.log(...values) : undefined);
    out.groupEnd = () => undefined;
    return out;
  }

  ph.each(() => {
    ph.console = made();
    defineProperty(globalThis, 'console', { configurable: true, enumerable: false, writable: true, value: ph.console });
  });
})

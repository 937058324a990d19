// Runs the tests of a script (`pm.test`) and tells the program each verdict at once, so that none is lost when the script is stopped.
(function (ph) {
  'use strict';
  const { apply } = Reflect;
  const OwnPromise = Promise;
  const { then } = Promise.prototype;
  let index = 0;
  let slots = 0;
  ph.each(() => {
    index = 0;
    slots = 0;
  });

  function told(slot, name, verdict, error) {
    if (verdict === 'failed') {
      const { kind, message } = reason(name, error);
      ph.host('assertion', slot, name, verdict, kind, message, ph.place(error));
    } else {
      ph.host('assertion', slot, name, verdict);
    }
  }

  // Postman calls whatever is no Error an AssertionError, and where there is nothing to say repeats the test's name.
  function reason(name, error) {
    const object = error !== null && (typeof error === 'object' || typeof error === 'function');
    if (!object) {
      return { kind: 'AssertionError', message: error === undefined || error === null || error === '' ? name : `${ph.describe(error).message}` };
    }
    const said = ph.describe(error);
    return { kind: typeof error.name === 'string' && error.name ? said.name : 'AssertionError', message: said.message };
  }

  ph.assertion = ({ name, passed, skipped, error }) => {
    told(slots++, `${name}`, skipped ? 'skipped' : passed ? 'passed' : 'failed', error);
  };

  ph.test = (name, assert) => {
    index++;
    const title = String(name);
    if (typeof assert !== 'function') {
      told(slots++, title, 'passed');
    } else if (assert.length > 0) {
      calledBack(title, assert);
    } else {
      judged(title, assert);
    }
    return ph.pm;
  };

  ph.testSkip = (name) => {
    index++;
    told(slots++, String(name), 'skipped');
    return ph.pm;
  };

  ph.testIndex = () => index;

  // The test says by `done()` or `done(error)` that it is through; each call is a verdict of its own, until one has failed.
  function calledBack(title, assert) {
    let failed = false;
    const { run } = ph;
    try {
      assert((error) => {
        if (!failed && ph.run === run) {
          failed = !!error;
          told(slots++, title, error ? 'failed' : 'passed', error);
        }
      });
    } catch (error) {
      failed = true;
      told(slots++, title, 'failed', error);
    }
  }

  function judged(title, assert) {
    let given;
    try {
      given = assert();
    } catch (error) {
      told(slots++, title, 'failed', error);
      return;
    }
    if (given instanceof OwnPromise) {
      awaited(title, given);
    } else {
      told(slots++, title, 'passed');
    }
  }

  // Keeps its place in the list, where Postman would have called it passed at once.
  function awaited(title, promise) {
    const slot = slots++;
    ph.host('assertion', slot, title, 'failed', 'Error', 'the promise of this test was never settled', '');
    const { run } = ph;
    const settled = (verdict, error) => (ph.run === run ? told(slot, title, verdict, error) : undefined);
    apply(then, promise, [() => settled('passed'), (error) => settled('failed', error)]);
  }
})

// `require('assert')`: the library for browsers, and the newer functions that it has not.
(function (ph) {
  'use strict';

  const assert = ph.library('assert/plain');

  async function rejection(work) {
    try {
      await (typeof work === 'function' ? work() : work);
    } catch (thrown) {
      return { thrown };
    }
    return null;
  }

  assert.rejects = async (work, expected, message) => {
    const found = await rejection(work);
    if (!found) {
      assert.fail(undefined, undefined, typeof expected === 'string' ? expected : message || 'Missing expected rejection.', 'rejects');
    }
    if (expected !== undefined && typeof expected !== 'string') {
      assert.throws(() => {
        throw found.thrown;
      }, expected, message);
    }
  };

  assert.doesNotReject = async (work, expected, message) => {
    const found = await rejection(work);
    if (found) {
      const words = typeof expected === 'string' ? expected : message;
      assert.fail(undefined, undefined, `Got unwanted rejection.${words ? ' ' + words : ''}\nActual message: "${found.thrown && found.thrown.message}"`,
        'doesNotReject');
    }
  };

  assert.strict = Object.assign((...given) => assert.ok(...given), assert, {
    equal: assert.strictEqual, notEqual: assert.notStrictEqual, deepEqual: assert.deepStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
  });
  assert.strict.strict = assert.strict;
  return assert;
})

// `require('assert')`: the library for browsers, and the newer functions that it has not.
(function (ph) {
  'use strict';

  const assert = ph.library('assert/plain');

  const HEADS = {
    '===': 'Expected values to be strictly equal:', '!==': 'Expected "actual" to be strictly unequal to:',
    deepEqual: 'Expected values to be loosely deep-equal:', deepStrictEqual: 'Expected values to be strictly deep-equal:',
  };

  // What newer versions say where the script gave no message.
  function words(error) {
    const show = ph.library('util').inspect;
    const [actual, expected] = [show(error.actual), show(error.expected)];
    const head = HEADS[error.operator];
    if (error.operator === '===') {
      return `${head}\n\n${actual} !== ${expected}\n`;
    }
    return error.operator === '!==' ? `${head} ${expected}` : `${head}\n\n${actual}\n\nshould equal\n\n${expected}`;
  }

  for (const name of ['strictEqual', 'notStrictEqual', 'deepEqual', 'deepStrictEqual']) {
    const plain = assert[name];
    assert[name] = (...given) => {
      try {
        plain(...given);
      } catch (error) {
        if (error.generatedMessage && Object.hasOwn(HEADS, error.operator)) {
          error.message = words(error);
        }
        throw error;
      }
    };
  }

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

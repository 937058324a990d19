// Says what went wrong in the words of V8, which Postman's users know, where this engine has other ones.
(function (ph) {
  'use strict';
  const { apply } = Reflect;
  const { replace } = String.prototype;
  const { test } = RegExp.prototype;
  const WORDS = [
    [/^Cannot read property 'Symbol\(Symbol\.iterator\)' of (undefined|null)$/, '$1 is not iterable'],
    [/^Cannot read property '([^]*)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
    [/^Cannot set property '([^]*)' of (undefined|null)$/, "Cannot set properties of $2 (setting '$1')"],
    [/^illegal escape sequence$/, 'URI malformed'],
    [/^time value is not a finite number$/, 'Invalid time value'],
    [/^cannot create promise: executor not callable$/, 'Promise resolver is not a function'],
    [/^Right-hand-side of instanceof is not an object$/, "Right-hand side of 'instanceof' is not callable"],
  ];

  ph.words = (message) => {
    if (message.length < 1000) {
      for (let i = 0; i < WORDS.length; i++) {
        if (apply(test, WORDS[i][0], [message])) {
          return apply(replace, message, WORDS[i]);
        }
      }
    }
    return message;
  };
})

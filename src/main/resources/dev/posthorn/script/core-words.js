// Says what went wrong in the words of V8, which Postman's users know, where this engine has other ones.
(function (ph) {
  'use strict';
  const { apply } = Reflect;
  const { replace } = String.prototype;
  const { test } = RegExp.prototype;
  // Made when the first of them is looked for: regular expressions take time to read.
  const words = () => [
    [/^Cannot read property 'Symbol\(Symbol\.iterator\)' of (undefined|null)$/, '$1 is not iterable'],
    [/^Cannot read property '([^]*)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
    [/^Cannot set property '([^]*)' of (undefined|null)$/, "Cannot set properties of $2 (setting '$1')"],
    [/^illegal escape sequence$/, 'URI malformed'],
    [/^time value is not a finite number$/, 'Invalid time value'],
    [/^cannot create promise: executor not callable$/, 'Promise resolver is not a function'],
    [/^Right-hand-side of instanceof is not an object$/, "Right-hand side of 'instanceof' is not callable"],
  ];

  let known;
  ph.words = (message) => {
    if (message.length < 1000) {
      known ??= words();
      for (let i = 0; i < known.length; i++) {
        if (apply(test, known[i][0], [message])) {
          return apply(replace, message, known[i]);
        }
      }
    }
    return message;
  };
})

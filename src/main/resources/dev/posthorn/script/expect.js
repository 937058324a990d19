// `pm.expect`: assertions that read like a sentence, as chai 4 words and reports them. Read at its first use.
(function (ph) {
  'use strict';
  let kit;
  const core = () => (kit ??= ph.load('dev/posthorn/script/expect-core.js')(ph));
  for (const name of ['expect', 'assert', 'AssertionError', 'chai']) {
    ph.lazy(ph, name, () => core()[name]);
  }
})

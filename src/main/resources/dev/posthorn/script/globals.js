// What Postman's sandbox changes of JavaScript itself: JSON, and a word that texts have.
(function (ph) {
  'use strict';

  const { hide } = ph.kit;

  // A byte order mark is no error to it, and its errors say where a text is wrong.
  const json = () => ph.part('sdk-json.js');
  hide(globalThis, 'JSON', { parse: (...args) => json().parse(...args), stringify: (...args) => json().stringify(...args) });

  // Of the words that Postman's sandbox adds to texts the one that scripts use.
  if (!String.prototype.has) {
    hide(String.prototype, 'has', function has(what) {
      return what instanceof RegExp ? this.search(what) !== -1 : this.includes(String(what));
    });
  }

  ph.each(() => {
    if (ph.state.sugar) {
      ph.part('sugar.js')(ph.state.sugar);
    }
  });
})

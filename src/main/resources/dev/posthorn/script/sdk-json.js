// JSON as Postman's scripts have it: a byte order mark is no error, and an error says where it is.
(function (ph) {
  'use strict';

  const { parse, stringify } = ph.kit.json;
  const MOST_BEFORE = 70;
  const MOST_SHOWN = 78;
  const DEEPEST = 5000;

  const isDigit = (c) => c >= '0' && c <= '9';
  const isHex = (c) => /^[0-9a-fA-F]$/.test(c);
  const isBlank = (c) => c === ' ' || c === '\t' || c === '\n' || c === '\r';
  const isLineEnd = (c) => c === '\n' || c === '\r';

  /** Reads a text that is known to be wrong, to say where and why. */
  class Finder {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.line = 0;
      this.lineStart = 0;
      this.depth = 0;
    }

    find() {
      this.blanks();
      if (this.at >= this.text.length) {
        this.fail(this.at ? 'No data, only a whitespace' : 'No data, empty input');
      }
      if (!this.value()) {
        this.fail();
      }
      this.blanks();
      if (this.at < this.text.length) {
        this.fail();
      }
    }

    fail(message) {
      const column = this.at - this.lineStart;
      const error = new SyntaxError(`${message || this.unexpected()} at ${this.line + 1}:${column + 1}\n${this.shown(column)}`);
      error.row = this.line + 1;
      error.column = column + 1;
      throw error;
    }

    unexpected() {
      if (this.at >= this.text.length) {
        return 'Unexpected end of input';
      }
      const token = stringify(this.text[this.at]).slice(1, -1).replace(/'/g, "\\'").replace(/\\"/g, '"');
      return `Unexpected token '${token}'`;
    }

    /** The line of the error, and below it a mark at its place. */
    shown(column) {
      let from = Math.max(this.at - column, this.at - MOST_BEFORE + 1);
      let line = '';
      let mark = '';
      for (; from < this.text.length && !isLineEnd(this.text[from]); from++) {
        line += this.text[from];
        mark += from === this.at ? '^' : from < this.at ? (this.text[from] === '\t' ? '\t' : ' ') : '';
        if (line.length > MOST_SHOWN) {
          return line + '\n' + mark;
        }
      }
      return line + '\n' + mark + (this.at >= from ? '^' : '');
    }

    blanks() {
      for (; this.at < this.text.length && isBlank(this.text[this.at]); this.at++) {
        const c = this.text[this.at];
        if (isLineEnd(c)) {
          if (c === '\r' && this.text[this.at + 1] === '\n') {
            this.at++;
          }
          this.lineStart = this.at + 1;
          this.line++;
        }
      }
    }

    /** False where no value begins here. */
    value() {
      const c = this.text[this.at];
      if (c === '{' || c === '[') {
        return this.nested(c);
      }
      if (c === '"') {
        this.string();
        return true;
      }
      if (c === '-' || c === '.' || isDigit(c)) {
        this.number();
        return true;
      }
      const word = { n: 'null', t: 'true', f: 'false' }[c];
      return word ? this.word(word) : false;
    }

    nested(opening) {
      if (++this.depth > DEEPEST) {
        this.fail('Nested too deep');
      }
      this.at++;
      if (opening === '{') {
        this.object();
      } else {
        this.array();
      }
      this.depth--;
      return true;
    }

    word(word) {
      const start = this.at;
      for (let i = 1; i < word.length; i++) {
        if (this.text[start + i] !== word[i]) {
          this.fail();
        }
      }
      this.at = start + word.length;
      return true;
    }

    object() {
      for (let some = false; this.at < this.text.length; some = true) {
        this.blanks();
        const start = this.at;
        const key = this.key();
        this.blanks();
        const c = this.text[this.at];
        if (c === '}' && key === undefined) {
          if (some) {
            this.fail('Trailing comma in object');
          }
          this.at++;
          return;
        }
        if (c !== ':' || key === undefined) {
          this.fail();
        }
        this.at++;
        this.member(key, start);
        if (this.text[this.at++] === '}') {
          return;
        }
      }
      this.fail();
    }

    key() {
      const start = this.at;
      const c = this.text[start];
      if (c === '"') {
        return this.string();
      }
      if (c === '{' || c === '[') {
        this.nested(c);
        return c === '{' ? {} : [];
      }
      if (c === '.' || isDigit(c)) {
        this.number();
        return Number(this.text.slice(start, this.at));
      }
      return undefined;
    }

    member(key) {
      this.blanks();
      if (this.at >= this.text.length || !this.value()) {
        this.fail('No value found for key ' + key);
      }
      if (typeof key !== 'string') {
        this.fail('Wrong key type: ' + key);
      }
      this.blanks();
      const c = this.text[this.at];
      if (c !== ',' && c !== '}') {
        this.at = Math.min(this.at + 1, this.text.length + 1);
        this.fail();
      }
    }

    array() {
      for (let some = false; this.at < this.text.length; some = true) {
        this.blanks();
        const there = this.at < this.text.length && this.value();
        this.blanks();
        const c = this.text[this.at];
        if (c === ']') {
          if (!there && some) {
            this.fail('Trailing comma in array');
          }
          this.at++;
          return;
        }
        if (c !== ',') {
          this.fail();
        }
        this.at++;
        if (!there) {
          this.fail('Elisions are not supported');
        }
      }
    }

    digits() {
      while (isDigit(this.text[this.at])) {
        this.at++;
      }
    }

    number() {
      const start = this.at;
      if (this.text[this.at] === '-') {
        this.at++;
      }
      if (this.text[this.at] === '0') {
        this.at++;
      } else {
        this.digits();
      }
      if (this.text[this.at] === '.') {
        this.at++;
        this.digits();
      }
      if (/^[eE]$/.test(this.text[this.at])) {
        this.at += /^[-+]$/.test(this.text[this.at + 1]) ? 3 : 2;
        this.digits();
      }
      this.judge(this.text.slice(start, this.at));
    }

    judge(text) {
      const kind = isNaN(Number(text)) ? 'Bad numeric literal' : /^-?(0|[1-9][0-9]*)(\.[0-9]+)?(e[+-]?[0-9]+)?$/i.test(text) ? '' : 'Non-json numeric literal';
      if (kind) {
        this.at--;
        this.fail(`${kind} - "${text}"`);
      }
    }

    string() {
      const start = this.at++;
      for (; this.at < this.text.length; this.at++) {
        const c = this.text[this.at];
        if (c === '"') {
          this.at++;
          return this.text.slice(start + 1, this.at - 1);
        }
        if (c === '\\') {
          this.escape();
        } else if (isLineEnd(c)) {
          this.at++;
          this.fail();
        } else if (c < ' ') {
          this.fail('Unexpected control character');
        }
      }
      return this.fail();
    }

    escape() {
      const c = this.text[++this.at];
      if (c === 'u') {
        for (let i = 0; i < 4; i++) {
          this.at++;
          if (this.at >= this.text.length) {
            this.fail();
          }
          if (!isHex(this.text[this.at])) {
            this.fail('Bad escape sequence');
          }
        }
      } else if (c === undefined || !'"\\bfnrt/'.includes(c)) {
        this.fail();
      }
    }
  }

  /** The length of a byte order mark, also of one that was read in the wrong charset. */
  function markLength(text) {
    if (typeof text !== 'string') {
      return 0;
    }
    const [first, second, third] = [text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)];
    if (first === 0xfeff || first === 0xbbbf) {
      return 1;
    }
    if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) {
      return 2;
    }
    return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  }

  function read(text, reviver, strict) {
    const mark = markLength(text);
    if (mark && strict) {
      throw SyntaxError('Unexpected byte order mark found in first ' + mark + ' character(s)');
    }
    const clean = mark ? text.slice(mark) : text;
    try {
      return parse(clean, reviver);
    } catch (error) {
      if (clean === undefined) {
        throw new SyntaxError('"undefined" is not valid JSON');
      }
      new Finder(String(clean)).find();
      throw error;
    }
  }

  function named(make) {
    try {
      return make();
    } catch (error) {
      if (error instanceof Error) {
        error.name = 'JSONError';
      }
      throw error;
    }
  }

  return {
    parse: (text, reviver, strict) => named(() => read(text, typeof reviver === 'boolean' ? undefined : reviver, strict)),
    stringify: (...values) => named(() => stringify(...values)),
  };
})

// `require('csv-parse/lib/sync')`: the options and the errors of csv-parse 1, which Postman has.
(function () {
  'use strict';

  const INTEGER = /^(-|\+)?([1-9]+[0-9]*)$/;

  function settings(given) {
    const o = { delimiter: ',', quote: '"', escape: '"', comment: '', objname: undefined, from: 1, to: Infinity, ...given };
    o.delimiter = typeof o.delimiter === 'string' && o.delimiter ? o.delimiter : ',';
    o.ltrim = o.ltrim || o.trim;
    o.rtrim = o.rtrim || o.trim;
    return o;
  }

  // The first line break decides, as there.
  function lineEnd(text, o) {
    if (o.rowDelimiter) {
      return { unix: '\n', mac: '\r', windows: '\r\n', unicode: '\u2028' }[o.rowDelimiter] || String(o.rowDelimiter);
    }
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === o.quote) {
        quoted = !quoted;
      } else if (!quoted && (text[i] === '\n' || text[i] === '\r' || text[i] === '\u2028')) {
        return text[i] === '\r' && text[i + 1] === '\n' ? '\r\n' : text[i];
      }
    }
    return '\n';
  }

  class Reader {
    constructor(text, o) {
      this.text = text;
      this.o = o;
      this.end = lineEnd(text, o);
      this.at = 0;
      this.line = 1;
    }

    is(word) {
      return word !== '' && this.text.startsWith(word, this.at);
    }

    atEnd() {
      return this.at >= this.text.length || this.is(this.end);
    }

    blank() {
      const c = this.text[this.at];
      return c === ' ' || c === '\t';
    }

    comment() {
      if (!this.o.comment || !this.is(this.o.comment)) {
        return false;
      }
      const end = this.text.indexOf(this.end, this.at);
      this.at = end < 0 ? this.text.length : end;
      return true;
    }

    // All fields of a line; null where it is a comment alone.
    row() {
      const fields = [];
      const alone = this.comment();
      if (!alone) {
        do {
          fields.push(this.field());
        } while (this.next());
      }
      if (this.is(this.end)) {
        this.at += this.end.length;
      }
      return alone ? null : fields;
    }

    next() {
      if (!this.is(this.o.delimiter)) {
        return false;
      }
      this.at += this.o.delimiter.length;
      return true;
    }

    field() {
      while (this.o.ltrim && this.blank()) {
        this.at++;
      }
      return this.o.quote && this.is(this.o.quote) ? this.quoted() : this.bare();
    }

    bare() {
      const from = this.at;
      let to = -1;
      while (!this.atEnd() && !this.is(this.o.delimiter)) {
        const here = this.at;
        if (this.comment()) {
          to = here;
          break;
        }
        if (this.o.quote && !this.o.relax && this.is(this.o.quote)) {
          throw new Error(`Invalid opening quote at line ${this.line}`);
        }
        this.at++;
      }
      const value = this.text.slice(from, to < 0 ? this.at : to);
      return { value: this.o.rtrim ? value.trimEnd() : value, quoted: false };
    }

    quoted() {
      const { quote, escape } = this.o;
      const from = this.at;
      let value = '';
      this.at += quote.length;
      for (;;) {
        if (this.at >= this.text.length) {
          throw new Error(`Quoted field not terminated at line ${this.line + breaks(this.text.slice(from))}`);
        }
        const after = this.text[this.at + escape.length];
        if (this.is(escape) && (after === quote || escape !== quote && after === escape)) {
          value += after;
          this.at += escape.length + 1;
        } else if (this.is(quote)) {
          this.at += quote.length;
          if (this.atEnd() || this.is(this.o.delimiter) || this.o.comment && this.is(this.o.comment)) {
            return { value, quoted: true };
          }
          if (!this.o.relax) {
            throw new Error(`Invalid closing quote at line ${this.line}; found ${JSON.stringify(this.text[this.at])} instead of delimiter ${JSON.stringify(this.o.delimiter)}`);
          }
          const rest = this.bare().value;
          return { value: quote + value + quote + rest, quoted: false };
        } else {
          value += this.text[this.at++];
        }
      }
    }
  }

  const breaks = text => text.split('\n').length - 1;

  function typed({ value, quoted }, o) {
    const parse = o.auto_parse;
    if (typeof parse === 'function') {
      return parse(value, { quoting: quoted });
    }
    if (!parse) {
      return value;
    }
    if (INTEGER.test(value)) {
      return parseInt(value, 10);
    }
    if (value !== '' && !isNaN(parseFloat(value)) && value - parseFloat(value) + 1 >= 0 || /^0x/i.test(value) && !isNaN(value)) {
      return parseFloat(value);
    }
    const date = typeof o.auto_parse_date === 'function' ? o.auto_parse_date(value) : o.auto_parse_date ? new Date(Date.parse(value)) : null;
    return date instanceof Date && isNaN(date) || date === null ? value : date;
  }

  // Names of columns, or null where rows are lists.
  function header(o, rows) {
    if (Array.isArray(o.columns)) {
      return o.columns;
    }
    if (!o.columns) {
      return null;
    }
    const first = rows.shift();
    const names = first ? first.values : [];
    return typeof o.columns === 'function' ? o.columns(names) : names;
  }

  function checked(row, width, names, o) {
    if (o.relax_column_count || row.values.length === width) {
      return;
    }
    throw new Error(names ? `Number of columns on line ${row.line} does not match header` : `Number of columns is inconsistent on line ${row.line}`);
  }

  function named(values, names) {
    const record = {};
    values.forEach((value, i) => {
      const name = names[i];
      if (name !== false && name !== null) {
        Object.defineProperty(record, name, { value, writable: true, enumerable: true, configurable: true });
      }
    });
    return record;
  }

  function rows(text, o) {
    const reader = new Reader(text, o);
    const found = [];
    while (reader.at < text.length) {
      const from = reader.at;
      const fields = reader.row();
      const line = reader.line;
      reader.line += Math.max(1, breaks(text.slice(from, reader.at)));
      const empty = fields && fields.length === 1 && fields[0].value === '' && !fields[0].quoted;
      if (!fields || empty && o.skip_empty_lines || o.skip_lines_with_empty_values && fields.every(f => f.value.trim() === '')) {
        continue;
      }
      found.push({ line, values: fields.map(f => typed(f, o)), empty });
    }
    return found;
  }

  return function parse(input, given) {
    const o = settings(given);
    const text = typeof input === 'string' ? input : String(input);
    const all = rows(text.startsWith('\ufeff') ? text.slice(1) : text, o);
    const names = header(o, all);
    const width = names ? names.length : all.length ? all[0].values.length : 0;
    const list = [];
    for (const row of all) {
      if (!row.empty) {
        checked(row, width, names, o);
      }
      list.push(names ? named(row.values, names) : row.values);
    }
    const some = list.slice(Math.max(0, o.from - 1), o.to);
    return o.objname ? Object.fromEntries(some.map(record => [record[o.objname], record])) : some;
  };
})

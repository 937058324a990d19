// Postman's own words about requests and responses: `pm.response.to.have.status(200)`, `to.be.json`, `to.have.jsonBody('a.b', 1)`.
//
// Each begins with the questions that Postman asks of its object, since a test may ask about anything else and then gets their message.
(function (kit) {
  'use strict';

  const { ph, Assertion } = kit;

  // ---- requests and responses

  const isResponse = (value) => ph.sdk.Response.isResponse(value);
  const isRequest = (value) => ph.sdk.Request.isRequest(value);
  const ask = (value) => new Assertion(value).to;

  /** The response that the sentence is about, once it has what is needed of it. */
  function response(assertion, member, type) {
    const object = assertion._obj;
    if (isResponse(object) && (!member || (member in object && (!type || typeof object[member] === type)))) {
      return object;
    }
    ask(object).be.postmanResponse;
    if (member) {
      ask(object).have.property(member);
      if (type) {
        ask(object[member]).be.a(type);
      }
    }
    return object;
  }

  function codeIs(assertion, expected, actual) {
    assertion.assert(actual === expected, 'expected response to have status code #{exp} but got #{act}', 'expected response to not have status code #{act}', expected, actual);
  }

  function reasonIs(assertion, expected, actual) {
    assertion.assert(actual === expected, 'expected response to have status reason #{exp} but got #{act}', 'expected response to not have status reason #{act}', expected, actual);
  }

  function hundredIs(assertion, expected) {
    const { code } = response(assertion, 'code', 'number');
    assertion.assert(Math.floor(code / 100) === expected, 'expected response code to be #{exp}XX but found #{act}', 'expected response code to not be #{exp}XX', expected, code);
  }

  /** Both the reason and the code; where the sentence denies it, both are denied. */
  function answers(assertion, reason, code) {
    const object = response(assertion, 'reason', 'function');
    response(assertion, 'details', 'function');
    reasonIs(assertion, reason, String(object.reason()).toUpperCase());
    codeIs(assertion, code, Number(object.details().code));
  }

  // ---- JSON

  const isText = (value) => typeof value === 'string' || value instanceof String;
  const isNumber = (value) => typeof value === 'number' || value instanceof Number;

  /** The body as JSON, or what is wrong with it. */
  function parsed(assertion) {
    const object = response(assertion, 'json', 'function');
    try {
      return { json: object.json() };
    } catch (error) {
      const told = error.name === 'JSONError' && error.message;
      return { wrong: told ? error.message.replace(/(.*?)\n.*/g, '$1') : `${error.name}: ${error.message}` };
    }
  }

  function isJson(assertion, { wrong }) {
    assertion.assert(!wrong, `expected response body to be a valid json but got error ${wrong}`, 'expected response body not to be a valid json');
  }

  const isPlain = (value) => {
    if (Object.prototype.toString.call(value) !== '[object Object]') {
      return false;
    }
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || (Object.hasOwn(prototype, 'constructor') && prototype.constructor === Object);
  };

  /** Equal as lodash sees it. JSON is compared here: +0 is -0, NaN is NaN; for all else lodash is asked. */
  function same(left, right) {
    if (left === right || (left !== left && right !== right)) {
      return true;
    }
    const objects = [left, right].filter((value) => value && typeof value === 'object');
    if (!objects.length) {
      return false;
    }
    if (!objects.every((value) => Array.isArray(value) || isPlain(value))) {
      return ph.require('lodash').isEqual(left, right);
    }
    const lists = Array.isArray(left);
    if (objects.length < 2 || lists !== Array.isArray(right)) {
      return false;
    }
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length && (!lists || left.length === right.length)
      && keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]));
  }

  /** A path such as `a.b[0]["c d"]`; one that is a name as it stands is that name. */
  function steps(object, path) {
    if (object !== undefined && object !== null && path in Object(object) || /^\w*$/.test(path)) {
      return [path];
    }
    const found = path.startsWith('.') ? [''] : [];
    const parts = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
    path.replace(parts, (part, number, quote, text) => {
      found.push(quote ? text.replace(/\\(\\)?/g, '$1') : number || part);
    });
    return found;
  }

  const hasOwn = (object, name) => object !== undefined && object !== null && Object.hasOwn(object, name);

  function has(object, names) {
    let value = object;
    for (const name of names) {
      if (!hasOwn(value, name)) {
        return false;
      }
      value = value[name];
    }
    return names.length > 0;
  }

  const at = (object, names) => names.reduce((value, name) => (value === undefined || value === null ? undefined : value[name]), object);

  // ---- measures

  /** A word that also turns the sentence to a number of the response: `to.have.responseTime.below(200)`. */
  function measure(noun, read, differs, denied, order) {
    const valid = [`expected response to have a valid ${noun} but got #{act}`, `expected response to not have a valid ${noun} but got #{act}`];
    return {
      chain() {
        const flags = this.__flags;
        flags.number = read(this);
        flags.object = flags.number;
      },
      test(...args) {
        const { number } = this.__flags;
        this.assert(isNumber(number), ...valid, null, number);
        if (args.length) {
          this.assert(same(number, args[0]), differs || valid[0], denied || valid[1], ...order(args[0], number));
        }
      },
    };
  }

  const responseTime = measure('response time', (assertion) => response(assertion, 'responseTime').responseTime, null, null, (wanted, actual) => [null, actual]);

  function total(assertion) {
    const { header, body } = response(assertion, 'size', 'function').size();
    return (header || 0) + (body || 0);
  }

  const responseSize = measure('response size', total, 'expected response size to equal #{act} but got #{exp}', 'expected response size to not equal #{act} but got #{exp}',
    (wanted, actual) => [wanted, actual]);

  // ---- words

  function status(codeOrReason) {
    response(this);
    if (isNumber(codeOrReason)) {
      codeIs(this, Number(codeOrReason), response(this, 'code', 'number').code);
    } else {
      reasonIs(this, codeOrReason, response(this, 'reason', 'function').reason());
    }
  }

  function header(...args) {
    const [key, value] = args;
    const object = this._obj;
    if (!isResponse(object) && !isRequest(object)) {
      ask(object).be.postmanRequestOrResponse;
    }
    ask(object).have.property('headers');
    const what = isRequest(object) ? 'request' : 'response';
    const there = object.headers.has(key);
    this.assert(there, `expected ${what} to have header with key '${String(key)}'`, `expected ${what} to not have header with key '${String(key)}'`, true, there);
    if (args.length > 1) {
      const found = object.headers.one(key);
      if (!found) {
        throw kit.unreadable(found, 'value');
      }
      this.assert(found.value === value, `expected '${String(key)}' ${what} header to be #{exp} but got #{act}`,
        `expected '${String(key)}' ${what} header to not be #{act}`, value, found.value);
    }
  }

  function hasContent(assertion, text) {
    assertion.assert(isText(text) && text.length, 'expected response to have content in body', 'expected response to not have content in body');
  }

  function body(...args) {
    const [content] = args;
    response(this);
    if (isPlain(content)) {
      const { json } = parsed(this);
      this.assert(same(json, content), 'expected response body json to equal #{exp} but got #{act}', 'expected response body json to not equal #{exp} but got #{act}', content, json);
      return;
    }
    const text = response(this, 'text', 'function').text();
    if (!args.length) {
      hasContent(this, text);
    } else if (content instanceof RegExp) {
      this.assert(content.exec(text) !== null, 'expected response body text to match #{exp} but got #{act}', 'expected response body text #{act} to not match #{exp}', content, text);
    } else {
      this.assert(same(text, content), 'expected response body to equal #{exp} but got #{act}', 'expected response body to not equal #{exp}', content, text);
    }
  }

  function jsonBody(...args) {
    const [path, value] = args;
    const found = parsed(this);
    if (!args.length) {
      isJson(this, found);
    } else if (isText(path)) {
      const { json } = found;
      const names = steps(json, String(path));
      this.assert(has(json, names), 'expected #{act} in response to contain property #{exp}', 'expected #{act} in response to not contain property #{exp}', path, json);
      if (args.length > 1) {
        const actual = at(json, names);
        this.assert(same(actual, value), `expected response body json at "${path}" to contain #{exp} but got #{act}`,
          `expected response body json at "${path}" to not contain #{exp} but got #{act}`, value, actual);
      }
    }
  }

  function jsonSchema(schema, options) {
    ask(schema).be.an('object');
    const object = this._obj;
    const data = isResponse(object) || (isRequest(object) && typeof object.json === 'function') ? object.json() : object;
    const Ajv = ph.require('ajv');
    const ajv = new Ajv({ allErrors: true, logger: false, ...options });
    const valid = ajv.validate(schema, data);
    this.assert(valid && !ajv.errors, `expected data to satisfy schema but found following errors: \n${ajv.errorsText()}`, 'expected data to not satisfy schema', true, valid);
  }

  const words = {
    get postmanRequest() {
      this.assert(isRequest(this._obj), 'expecting a postman request object but got #{this}', 'not expecting a postman request object');
    },
    get postmanResponse() {
      this.assert(isResponse(this._obj), 'expecting a postman response object but got #{this}', 'not expecting a postman response object');
    },
    get postmanRequestOrResponse() {
      this.assert(isResponse(this._obj) || isRequest(this._obj), 'expecting a postman request or response object but got #{this}',
        'not expecting a postman request or response object');
    },
    statusCodeClass(code) { hundredIs(this, code); },
    get info() { hundredIs(this, 1); },
    get success() { hundredIs(this, 2); },
    get redirection() { hundredIs(this, 3); },
    get clientError() { hundredIs(this, 4); },
    get serverError() { hundredIs(this, 5); },
    get error() {
      const { code } = response(this, 'code', 'number');
      const hundred = Math.floor(code / 100);
      this.assert(hundred === 4 || hundred === 5, 'expected response code to be 4XX or 5XX but found #{act}', 'expected response code to not be 4XX or 5XX', null, code);
    },
    statusCode(code) { codeIs(this, Number(code), response(this, 'code', 'number').code); },
    statusReason(reason) { reasonIs(this, String(reason), response(this, 'reason', 'function').reason()); },
    get accepted() { answers(this, 'ACCEPTED', 202); },
    get withoutContent() { answers(this, 'NO CONTENT', 204); },
    get badRequest() { answers(this, 'BAD REQUEST', 400); },
    get unauthorised() { answers(this, 'UNAUTHORISED', 401); },
    get unauthorized() { answers(this, 'UNAUTHORIZED', 401); },
    get forbidden() { answers(this, 'FORBIDDEN', 403); },
    get notFound() { answers(this, 'NOT FOUND', 404); },
    // Postman looks for "Acceptable", so it never is.
    get notAcceptable() { answers(this, 'ACCEPTABLE', 406); },
    get rateLimited() { answers(this, 'TOO MANY REQUESTS', 429); },
    status,
    header,
    get withBody() { hasContent(this, response(this, 'text', 'function').text()); },
    get json() { isJson(this, parsed(this)); },
    body,
    jsonBody,
    responseTime,
    responseSize,
    jsonSchema,
  };

  return { words, ok: (assertion) => answers(assertion, 'OK', 200) };
})

// pm.sendRequest and pm.execution.runRequest.
(function (ph) {
  'use strict';

  const { sdk, pm } = ph;

  /** The request as a file has it. What scripts may not upload is left out, as Postman does. */
  function written(request) {
    const json = request.toJSON();
    if (typeof request.url !== 'string') {
      json.url = { raw: request.url.toString(), ...json.url };
    }
    return withoutFiles(json);
  }

  function withoutFiles(json) {
    const { body } = json;
    const isFile = (param) => param && param.type === 'file';
    if (body && body.mode === 'file') {
      delete json.body;
    } else if (body && body.mode === 'formdata' && (body.formdata || []).some(isFile)) {
      json.body = { ...body, formdata: body.formdata.filter((param) => !isFile(param)) };
    } else {
      return json;
    }
    ph.console.warn('uploading files from scripts is not allowed');
    return json;
  }

  function bodyOf({ body, bodyBase64, responseSize, header }) {
    const buffer = () => ph.require('buffer').Buffer.from(bodyBase64 || '', 'base64');
    let text = typeof body === 'string' ? body : undefined;
    return {
      size: responseSize,
      bytes: buffer,
      text() {
        if (text === undefined) {
          text = bodyBase64 ? new sdk.Response({ header, stream: buffer() }).text() : '';
        }
        return text;
      },
    };
  }

  function answerOf({ response }) {
    const { body, bodyBase64, ...head } = response;
    return new sdk.Response({ ...head, source: bodyOf(response) });
  }

  /** With the code of the system that its sentence names, such as ECONNREFUSED. */
  function failure(sentence) {
    const error = new Error(sentence);
    const code = /\bE[A-Z]{4,}\b/.exec(sentence);
    return code ? Object.assign(error, { code: code[0] }) : error;
  }

  function sent(request, told) {
    ph.ask('send', [written(request)], (error, value) => {
      if (error) {
        told(failure(error), new sdk.Response());
      } else {
        told(null, answerOf(value), { cookies: new sdk.CookieList({}, value.cookies) });
      }
    });
  }

  /** A promise; nobody is obliged to wait for it. */
  function promised(work) {
    const promise = new Promise(work);
    promise.catch(() => undefined);
    return promise;
  }

  function sendRequest(given, callback) {
    if (!given) {
      const error = new Error('sendrequest: nothing to request');
      return typeof callback === 'function' ? callback.call(pm, error) : promised((resolve, reject) => reject(error));
    }
    const request = sdk.Request.isRequest(given) ? given : new sdk.Request(given);
    if (typeof callback === 'function') {
      sent(request, (error, response, history) => callback.call(pm, error, response, history));
      return pm;
    }
    return promised((resolve, reject) => sent(request, (error, response) => (error ? reject(error) : resolve(response))));
  }

  function runRequest(id, options) {
    return promised((resolve, reject) => {
      if (typeof id !== 'string' || !id) {
        reject(new Error('pm.execution.runRequest needs the id or the name of a request'));
        return;
      }
      ph.ask('runRequest', [id, (options && options.variables) || {}], (error, value) => {
        if (error) {
          reject(failure(error));
        } else {
          resolve(value && value.response ? answerOf(value) : null);
        }
      });
    });
  }

  return { sendRequest, runRequest };
})

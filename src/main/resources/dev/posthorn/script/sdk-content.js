// What an answer's headers say of its content: type, charset, the name of its file. And the names of status codes.
(function (ph) {
  'use strict';

  const REASONS = {
    100: 'Continue', 101: 'Switching Protocols', 102: 'Processing (WebDAV) (RFC 2518)', 103: 'Checkpoint', 122: 'Request-URI too long',
    200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information (since HTTP/1.1)', 204: 'No Content', 205: 'Reset Content',
    206: 'Partial Content', 207: 'Multi-Status (WebDAV) (RFC 4918)', 208: 'Already Reported (WebDAV) (RFC 5842)', 226: 'IM Used (RFC 3229)',
    300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy (since HTTP/1.1)',
    306: 'Switch Proxy', 307: 'Temporary Redirect (since HTTP/1.1)', 308: 'Resume Incomplete',
    400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
    406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required',
    412: 'Precondition Failed', 413: 'Request Entity Too Large', 414: 'Request-URI Too Long', 415: 'Unsupported Media Type',
    416: 'Requested Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a teapot (RFC 2324)",
    422: 'Unprocessable Entity (WebDAV) (RFC 4918)', 423: 'Locked (WebDAV) (RFC 4918)', 424: 'Failed Dependency (WebDAV) (RFC 4918)',
    425: 'Unordered Collection (RFC 3648)', 426: 'Upgrade Required (RFC 2817)', 428: 'Precondition Required', 429: 'Too Many Requests',
    431: 'Request Header Fields Too Large', 444: 'No Response', 449: 'Retry With', 450: 'Blocked by Windows Parental Controls',
    499: 'Client Closed Request',
    500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
    505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates (RFC 2295)', 507: 'Insufficient Storage (WebDAV) (RFC 4918)',
    508: 'Loop Detected (WebDAV) (RFC 5842)', 509: 'Bandwidth Limit Exceeded (Apache bw/limited extension)', 510: 'Not Extended (RFC 2774)',
    511: 'Network Authentication Required', 598: 'Network read timeout error', 599: 'Network connect timeout error',
  };

  const CLASSES = {
    1: 'The server has the request and goes on with it.',
    2: 'The request was received, understood and accepted.',
    3: 'More is to be done to complete the request, such as asking another address.',
    4: 'The request cannot be fulfilled as it is.',
    5: 'The server failed to fulfil a request that may be a valid one.',
  };

  /** Name and a sentence; an empty object for a code that nobody knows. */
  function reason(code) {
    const name = REASONS[code];
    return name ? { name, detail: CLASSES[String(code)[0]] } : {};
  }

  const FORMATS = {
    'application/x-www-form-urlencoded': ['text', 'plain'],
    'application/pdf': ['embed', 'pdf'],
    'application/jwt': ['text', 'jwt'],
    'application/ogg': ['audio', 'ogg'],
    'application/xhtml+xml': ['text', 'xml'],
  };

  const EXTENSIONS = {
    application: {
      javascript: 'js', 'octet-stream': 'bin', gzip: 'gz', 'ld+json': 'jsonld', msword: 'doc', 'vnd.ms-excel': 'xls', 'vnd.ms-powerpoint': 'ppt',
      'vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx', 'vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
      'vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx', 'x-tar': 'tar', 'geo+json': 'geojson', 'manifest+json': 'webmanifest',
      'x-7z-compressed': '7z', 'java-archive': 'jar', postscript: 'ai', 'x-sh': 'sh', 'epub+zip': 'epub', json: 'json', xml: 'xml', pdf: 'pdf', zip: 'zip',
      'xhtml+xml': 'xhtml', 'rss+xml': 'rss', 'atom+xml': 'atom', rtf: 'rtf', wasm: 'wasm', toml: 'toml', json5: 'json5',
    },
    text: {
      html: 'html', plain: 'txt', xml: 'xml', css: 'css', csv: 'csv', markdown: 'markdown', yaml: 'yaml', calendar: 'ics', vcard: 'vcard',
      'tab-separated-values': 'tsv',
    },
    image: { png: 'png', jpeg: 'jpeg', gif: 'gif', webp: 'webp', 'svg+xml': 'svg', bmp: 'bmp', tiff: 'tif', 'x-icon': 'ico', 'vnd.microsoft.icon': 'ico', avif: 'avif' },
    audio: { mpeg: 'mpga', wav: 'wav', ogg: 'oga', mp4: 'm4a', webm: 'weba' },
    video: { mp4: 'mp4', webm: 'webm', ogg: 'ogv', mpeg: 'mpeg' },
    font: { woff: 'woff', woff2: 'woff2', ttf: 'ttf', otf: 'otf' },
  };

  /** First bytes of kinds of content that come without a type. */
  const STARTS = [
    [[0x89, 0x50, 0x4e, 0x47], 'image/png', 'png'],
    [[0xff, 0xd8, 0xff], 'image/jpeg', 'jpg'],
    [[0x47, 0x49, 0x46], 'image/gif', 'gif'],
    [[0x25, 0x50, 0x44, 0x46], 'application/pdf', 'pdf'],
    [[0x50, 0x4b, 0x03, 0x04], 'application/zip', 'zip'],
    [[0x1f, 0x8b, 0x08], 'application/gzip', 'gz'],
    [[0x42, 0x4d], 'image/bmp', 'bmp'],
  ];

  const SURE = /(audio|video|image|text)/;
  const TEXTS = /(jsonp|json|xml|html|yaml|vml|webml|script)/;

  function guessed(mime) {
    const base = mime.split('/')[0];
    const sure = SURE.exec(base);
    if (sure) {
      const text = TEXTS.exec(mime);
      return [sure[1], sure[1] === 'text' ? (text ? text[1] : 'plain') : sure[1]];
    }
    const text = TEXTS.exec(mime);
    if (text) {
      return ['text', text[1]];
    }
    const sub = SURE.exec(mime.slice(base.length));
    if (sub) {
      return [sub[1], sub[1]];
    }
    const rough = /(application|message|multipart)/.exec(base);
    return [rough ? rough[1] : 'unknown', 'raw'];
  }

  function charset(type) {
    const match = /(?:charset|encoding)\s{0,10}=\s{0,10}['"]? {0,10}([\w-]{1,100})/i.exec(type);
    const name = match ? match[1].toLowerCase() : 'utf8';
    return name === 'utf-8' ? 'utf8' : name;
  }

  function detected(response) {
    const bytes = response.responseSize === 0 ? undefined : response.stream;
    return bytes ? STARTS.find(([start]) => start.every((byte, index) => bytes[index] === byte)) : undefined;
  }

  function fileName(disposition) {
    if (!disposition) {
      return undefined;
    }
    const encoded = /;[ \t]*filename\*[ \t]*=[ \t]*([\w!#$%&+^`{}~-]+)'[^']*'([^\s;]+)/.exec(disposition);
    if (encoded) {
      return decoded(encoded[1], encoded[2]);
    }
    const plain = /;[ \t]*filename[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^\s;"]+)/.exec(disposition);
    return plain ? (plain[1][0] === '"' ? plain[1].slice(1, -1).replace(/\\(.)/g, '$1') : plain[1]) : undefined;
  }

  function decoded(name, text) {
    if (name.toLowerCase() === 'iso-8859-1') {
      return text.replace(/%([0-9A-Fa-f]{2})/g, (match, hex) => String.fromCharCode(parseInt(hex, 16))).replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
    }
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function contentInfo(response) {
    const found = response.headers.get('Content-Type') ? undefined : detected(response);
    const type = response.headers.get('Content-Type') || (found ? found[1] : 'text/plain');
    const mime = String(type).toLowerCase().replace(/\s/g, '').split(';')[0];
    const [mimeType, mimeFormat] = FORMATS[mime] || guessed(mime);
    const [base, sub] = mime.split('/');
    const fileExtension = found ? found[2] : EXTENSIONS[base] && EXTENSIONS[base][sub] || '';
    const name = fileName(response.headers.get('Content-Disposition')) || 'response' + (fileExtension ? '.' + fileExtension : '');
    const info = { contentType: mime, mimeType, mimeFormat, charset: charset(type) };
    if (fileExtension) {
      info.fileExtension = fileExtension;
    }
    info.fileName = name;
    return info;
  }

  return { reason, contentInfo };
})

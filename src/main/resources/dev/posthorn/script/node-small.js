// Node's modules that are a few lines in a sandbox: os, timers, stream.
(function (ph) {
  'use strict';

  function os() {
    const none = () => [];
    return {
      endianness: () => 'LE', hostname: () => '', loadavg: none, uptime: () => 0, freemem: () => Number.MAX_VALUE, totalmem: () => Number.MAX_VALUE,
      cpus: none, type: () => 'Browser', release: () => '', getNetworkInterfaces: () => ({}), networkInterfaces: () => ({}), arch: () => 'javascript',
      platform: () => 'browser', tmpDir: () => '/tmp', tmpdir: () => '/tmp', EOL: '\n', homedir: () => '/',
    };
  }

  function timers() {
    const own = { enroll() {}, unenroll() {}, active() {}, _unrefActive() {} };
    for (const name of ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout', 'setImmediate', 'clearImmediate']) {
      own[name] = globalThis[name];
    }
    return own;
  }

  function stream() {
    const streams = ph.library('readable-stream');
    const Events = ph.library('events');
    function Stream() {
      Events.call(this);
    }
    ph.library('inherits')(Stream, Events);
    Stream.prototype.pipe = streams.Readable.prototype.pipe;
    for (const name of ['Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough']) {
      Stream[name] = streams[name];
    }
    Stream.Stream = Stream;
    return Stream;
  }

  return { os, timers, stream };
})

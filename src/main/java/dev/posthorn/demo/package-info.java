/// The embedded demo server, on 127.0.0.1 only. Floor 5. Read first: `DemoServer`.
package dev.posthorn.demo;

/// A Bizagi that the demo server plays: OAuth 2.0 with its redirect strategies, OData services of data and metadata. Floor 6. Read first: `Bizagi`.
package dev.posthorn.demo.bizagi;

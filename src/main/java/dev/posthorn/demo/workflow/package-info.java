/// A Workflow Server that the demo server plays, open, with an API access token or with OpenID Connect. Floor 6. Read first: `Workflow`.
package dev.posthorn.demo.workflow;

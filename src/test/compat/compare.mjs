#!/usr/bin/env node
/*
 * Runs the same collections through newman and through `posthorn run`, and compares what scripts did: the tests of each request with their
 * results and the first lines of their messages, script errors, and the variables at the end. By hand, not by CI:
 *
 *   node src/test/compat/compare.mjs --newman NEWMAN --posthorn ./posthorn [--out FOLDER] [--jobs 1] COLLECTION.json…
 *
 * The collections must be made for loopback: nothing is rewritten here, and both programs send every request. Values that differ at each
 * run (times, random ones, ports) are compared by their shape. Prints a line a collection and every difference; writes differences.json.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const options = { newman: 'newman', posthorn: './posthorn', out: 'target/compat', environment: '', globals: '', limit: '60000' };
const files = [];
for (let i = 2; i < process.argv.length; i++) {
  const word = process.argv[i];
  if (word.startsWith('--')) options[word.slice(2)] = process.argv[++i];
  else files.push(word);
}
if (!files.length) {
  console.error('usage: compare.mjs --newman NEWMAN --posthorn POSTHORN COLLECTION…');
  process.exit(2);
}
mkdirSync(options.out, { recursive: true });

const json = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) : null);

async function one(program, words, file, name) {
  const at = (what) => join(options.out, `${name}.${what}.json`);
  for (const what of ['run', 'environment', 'globals']) rmSync(at(what), { force: true });
  const began = Date.now();
  const common = ['run', file, ...words, '--reporters', 'json', '--reporter-json-export', at('run'), '--export-environment', at('environment'),
    '--export-globals', at('globals'), '--timeout-request', '5000', '--timeout-script', '5000', '--timeout', options.limit, '-k'];
  if (options.environment) common.push('-e', options.environment);
  if (options.globals) common.push('-g', options.globals);
  let code = 0;
  let words2 = '';
  try {
    await run(program, common, { maxBuffer: 1 << 28, timeout: Number(options.limit) * 2 });
  } catch (e) {
    code = e.code ?? -1;
    words2 = String(e.stderr || e.message).split('\n')[0];
  }
  return { code, words: words2, took: Date.now() - began, run: json(at('run')), environment: json(at('environment')), globals: json(at('globals')) };
}

const firstLine = (text) => String(text ?? '').split('\n')[0];

/** Numbers of time, random ids and the like have no value to compare. */
const shape = (text) => firstLine(text)
  .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '<uuid>')
  .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g, '<time>')
  .replace(/\b1[6-9]\d{8}(\d{3})?(\.\d+)?\b/g, '<timestamp>')
  .replace(/PostmanRuntime\/[\d.]+|Posthorn\/[\w.-]+/g, '<agent>')
  .replace(/\b\d+(\.\d+)? to be (below|at most|above)/g, '<n> to be $2');

function executions(report) {
  return (report?.run?.executions ?? []).filter((e) => e.item).map((e) => ({
    request: e.item.name,
    tests: (e.assertions ?? []).map((a) => ({ name: shape(a.assertion), skipped: !!a.skipped, error: a.error ? shape(`${a.error.name}: ${a.error.message}`) : '' })),
    before: (e.prerequestScript ?? []).map((s) => (s.error ? shape(`${s.error.name}: ${s.error.message}`) : '')).filter(Boolean),
    after: (e.testScript ?? []).map((s) => (s.error ? shape(`${s.error.name}: ${s.error.message}`) : '')).filter(Boolean),
  }));
}

/** newman puts one execution for the item and one for each sendRequest: the scripts' own have no tests. */
const telling = (all) => all.filter((e) => e.tests.length || e.before.length || e.after.length);

function variables(exported) {
  const map = {};
  for (const v of exported?.values ?? []) if (v.enabled !== false) map[v.key] = v.value;
  return map;
}

function compareVariables(kind, a, b, differences) {
  const left = variables(a);
  const right = variables(b);
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const l = left[key] === undefined ? undefined : shape(typeof left[key] === 'string' ? left[key] : JSON.stringify(left[key]));
    const r = right[key] === undefined ? undefined : shape(typeof right[key] === 'string' ? right[key] : JSON.stringify(right[key]));
    if (l !== r) differences.push({ kind, where: key, newman: l, posthorn: r });
  }
}

function compare(newman, posthorn) {
  const differences = [];
  const a = telling(executions(newman.run));
  const b = telling(executions(posthorn.run));
  const text = (e) => (e ? JSON.stringify(e) : 'nothing');
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (text(a[i]) === text(b[i])) continue;
    if (a[i]?.request !== b[i]?.request) {
      differences.push({ kind: 'order', where: `execution ${i}`, newman: a[i]?.request, posthorn: b[i]?.request });
      break;
    }
    for (const part of ['before', 'after']) {
      if (text(a[i][part]) !== text(b[i][part])) differences.push({ kind: `script ${part}`, where: a[i].request, newman: a[i][part], posthorn: b[i][part] });
    }
    for (let t = 0; t < Math.max(a[i].tests.length, b[i].tests.length); t++) {
      if (text(a[i].tests[t]) !== text(b[i].tests[t])) differences.push({ kind: 'test', where: a[i].request, newman: a[i].tests[t], posthorn: b[i].tests[t] });
    }
  }
  compareVariables('environment', newman.environment, posthorn.environment, differences);
  compareVariables('globals', newman.globals, posthorn.globals, differences);
  return { differences, scripts: newman.run?.run?.stats?.scripts?.total ?? 0, tests: newman.run?.run?.stats?.assertions?.total ?? 0 };
}

const sums = { files: 0, equal: 0, scripts: 0, tests: 0, differences: 0 };
const all = [];
for (const file of files) {
  const name = basename(file).replace(/\.json$/, '').slice(-60);
  const newman = await one(options.newman, [], file, `newman-${name}`);
  const posthorn = await one(options.posthorn, [], file, `posthorn-${name}`);
  if (!newman.run) {
    console.log(`-  ${name}: newman gave no report (${newman.words})`);
    continue;
  }
  const { differences, scripts, tests } = posthorn.run ? compare(newman, posthorn)
    : { differences: [{ kind: 'no report', where: name, newman: '', posthorn: posthorn.words }], scripts: newman.run.run.stats.scripts.total, tests: 0 };
  sums.files++;
  sums.equal += differences.length === 0;
  sums.scripts += scripts;
  sums.tests += tests;
  sums.differences += differences.length;
  console.log(`${differences.length ? '✗' : '✓'}  ${name}: ${scripts} scripts, ${tests} tests, newman ${newman.took} ms, posthorn ${posthorn.took} ms, ${differences.length} differences`);
  for (const d of differences.slice(0, 12)) console.log(`     ${d.kind} · ${d.where}\n       newman   ${JSON.stringify(d.newman)}\n       posthorn ${JSON.stringify(d.posthorn)}`);
  if (differences.length) all.push({ file: name, differences });
}
writeFileSync(join(options.out, 'differences.json'), JSON.stringify(all, null, 1));
console.log(`${sums.files} collections, ${sums.equal} without a difference; ${sums.scripts} scripts, ${sums.tests} tests, ${sums.differences} differences.`);

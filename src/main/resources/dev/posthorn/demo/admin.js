// The page of the demo server: asks for calls, counts and faults every second, and switches faults.
'use strict';

const byId = id => document.getElementById(id);
const calls = [];
let last = 0;
let shownFaults = '';

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) { made.textContent = text; }
  if (className) { made.className = className; }
  return made;
}

async function ask(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch('/admin/' + path, options);
  const said = await answer.json();
  if (!answer.ok) { throw new Error(said.error); }
  return said;
}

function row(call) {
  const tr = element('tr');
  tr.append(element('td', new Date(call.at).toLocaleTimeString(), 'time'), element('td', call.method), element('td', call.path, 'path'), element('td', call.who),
    element('td', call.status, call.status >= 400 ? 'bad' : ''), element('td', call.wrong, 'wrong'));
  return tr;
}

function drawCalls() {
  const wanted = byId('filter').value.toLowerCase();
  const shown = calls.filter(c => (c.method + ' ' + c.path + ' ' + c.who + ' ' + c.status + ' ' + c.wrong).toLowerCase().includes(wanted));
  byId('calls').replaceChildren(...shown.map(row).reverse());
  byId('no-calls').hidden = shown.length > 0;
}

function drawCounts(counts) {
  byId('counts').replaceChildren(...Object.entries(counts).map(([name, count]) => {
    const line = element('div');
    line.append(element('dt', name), element('dd', count));
    return line;
  }));
}

function drawFaults(told) {
  const now = JSON.stringify(told.on);
  if (now === shownFaults) { return; }
  const focused = document.activeElement ? document.activeElement.id : '';
  if (focused.startsWith('number-') && shownFaults !== '') { return; }
  shownFaults = now;
  const parts = [];
  let group = '';
  for (const fault of told.all) {
    if (fault.group !== group) {
      group = fault.group;
      parts.push(element('h3', group));
    }
    parts.push(faultRow(fault, told.on[fault.id]));
  }
  byId('faults').replaceChildren(...parts);
  if (focused && byId(focused)) { byId(focused).focus(); }
}

function faultRow(fault, on) {
  const box = element('div', undefined, on === undefined ? 'fault' : 'fault on');
  const check = element('input');
  check.type = 'checkbox';
  check.id = 'fault-' + fault.id;
  check.checked = on !== undefined;
  const label = element('label', fault.does);
  label.htmlFor = check.id;
  box.append(check, label);
  let number = null;
  if (fault.preset > 0) {
    number = element('input');
    number.type = 'number';
    number.id = 'number-' + fault.id;
    number.min = 1;
    number.max = 1000000;
    number.value = on === undefined ? fault.preset : on;
    number.setAttribute('aria-label', 'Number for: ' + fault.does);
    number.onchange = () => { if (check.checked) { turn(fault.id, Number(number.value)); } };
    box.append(number);
  }
  check.onchange = () => turn(fault.id, check.checked && number ? Number(number.value) : check.checked);
  box.append(element('p', 'What should be seen: ' + fault.shows));
  return box;
}

async function turn(id, value) {
  shownFaults = '';
  await doing(async () => drawFaults(await ask('faults', { [id]: value })));
}

async function doing(work) {
  try {
    await work();
    byId('state').textContent = 'Live.';
    byId('state').className = '';
  } catch (problem) {
    byId('state').textContent = problem instanceof TypeError ? 'The demo server does not answer any more.' : problem.message;
    byId('state').className = 'bad';
  }
}

async function look() {
  await doing(async () => {
    const [news, counts, faults] = await Promise.all([ask('calls?after=' + last), ask('counts'), ask('faults')]);
    const before = calls.length;
    const kept = news.last < last ? [] : calls.filter(c => c.number >= news.first);
    calls.splice(0, before, ...kept, ...news.calls);
    last = news.last;
    if (news.calls.length > 0 || kept.length < before) { drawCalls(); }
    drawCounts(counts);
    drawFaults(faults);
  });
  setTimeout(look, 1000);
}

for (const id of ['end-sessions', 'expire-tokens', 'reset']) {
  byId(id).onclick = () => doing(async () => {
    await ask(id, {});
    if (id === 'reset') {
      calls.length = 0;
      shownFaults = '';
      drawCalls();
    }
  });
}
byId('faults-off').onclick = () => doing(async () => {
  const told = await ask('faults');
  shownFaults = '';
  drawFaults(await ask('faults', Object.fromEntries(Object.keys(told.on).map(id => [id, false]))));
});
byId('filter').oninput = drawCalls;
look();

#!/bin/sh
# The figures of docs/performance.md for runs with scripts: packaged Posthorn and newman on the same collections and the same server, in turn.
# Needs target/posthorn (mvn -Pdist clean package), node, GNU time as /usr/bin/time, and newman (npm install newman): NEWMAN=… where it is not on the path.
# ROUNDS=3 COUNTS='1 200 2000' jlink/measure-scripts.sh; with HEAVY=yes each request has a script before it and five tests after it.
set -eu
cd "$(dirname "$0")/.."
posthorn=${POSTHORN:-$PWD/target/posthorn/bin/posthorn}
newman=${NEWMAN:-newman}
[ -x "$posthorn" ] || { echo "There is no target/posthorn: run mvn -Pdist clean package first." >&2; exit 2; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill $server; rm -rf "$work"' EXIT

# A server that answers everything with the same small JSON, on a port of its own choice.
cat > "$work/server.js" <<'JS'
const answer = JSON.stringify({ name: 'Posthorn', since: 1690, tones: ['c', 'e', 'g'] });
const server = require('http').createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
node "$work/server.js" > "$work/port" &
server=$!
until [ -s "$work/port" ]; do sleep 0.1; done

# A collection of $1 requests, each with its own test.
collection() {
    node -e '
const [count, port, heavy] = process.argv.slice(1);
const light = (i) => [`pm.test("answer ${i}", function () {`, "    pm.response.to.have.status(200);", "});"];
const full = (i) => ["const answer = pm.response.json();", `pm.test("status ${i}", () => pm.response.to.have.status(200));`,
  "pm.test(\"is JSON\", () => pm.response.to.be.json);", "pm.test(\"has its name\", () => pm.expect(answer).to.have.property(\"name\", \"Posthorn\"));",
  "pm.test(\"is old\", () => pm.expect(answer.since).to.be.below(1700));", "pm.test(\"has tones\", () => pm.expect(answer.tones).to.include.members([\"c\", \"g\"]));",
  `pm.environment.set("last", answer.name + ${i});`];
const before = (i) => [`pm.variables.set("number", ${i});`, "pm.request.headers.add({ key: \"X-Number\", value: String(pm.variables.get(\"number\")) });"];
const item = Array.from({ length: Number(count) }, (_, i) => ({ name: `Request ${i}`,
  event: [...(heavy ? [{ listen: "prerequest", script: { type: "text/javascript", exec: before(i) } }] : []),
    { listen: "test", script: { type: "text/javascript", exec: heavy ? full(i) : light(i) } }],
  request: { method: "GET", url: `http://127.0.0.1:${port}/requests/${i}` } }));
console.log(JSON.stringify({ info: { name: `${count} requests`, schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, item }));
' "$1" "$(cat "$work/port")" "${HEAVY-}"
}

# Runs "$@" and prints its seconds by the clock, its seconds of processor, its peak memory in MB.
measured() {
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" > "$work/out" 2> "$work/err" || { cat "$work/out" "$work/err" >&2; exit 1; }
    awk '{ printf "%.2f %.2f %d\n", $1, $2 + $3, $4 / 1024 }' "$work/time"
}

# The median of column $2 of file $1.
median() { awk -v c="$2" '{ print $c }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

printf '%-9s %-9s %10s %14s %10s\n' requests program 'seconds' 'of processor' 'peak MB'
for count in ${COUNTS:-1 200 2000}; do
    collection "$count" > "$work/$count.json"
    for round in $(seq "${ROUNDS:-3}"); do
        measured "$posthorn" run "$work/$count.json" >> "$work/posthorn.$count"
        measured "$newman" run "$work/$count.json" >> "$work/newman.$count"
    done
    for program in posthorn newman; do
        file=$work/$program.$count
        printf '%-9s %-9s %10s %14s %10s\n' "$count" $program "$(median "$file" 1)" "$(median "$file" 2)" "$(median "$file" 3)"
    done
done

// Makes 100,000 calls and prints the heap in bytes after the first tenth and after all of them. Arguments: root, port.
const [root, port] = process.argv.slice(2);
const { createIamport } = await import(`${root}/dist/src/index.js`);
const { signal } = new AbortController();
const { payments } = createIamport({ impKey: 'key', impSecret: 'secret', baseUrl: `http://127.0.0.1:${port}` });

async function makeCalls(count) {
  const call = () => payments.get({ imp_uid: 'imp_448280090638' }, { signal });
  for (let made = 0; made < count; made += 20) await Promise.all(Array.from({ length: 20 }, call));
}

function heap() {
  for (let round = 0; round < 5; round += 1) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

await makeCalls(10_000);
const before = heap();
await makeCalls(90_000);
console.log(JSON.stringify([before, heap()]));
process.exit();

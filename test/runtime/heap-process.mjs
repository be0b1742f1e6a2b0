// Makes 100,000 calls and prints the heap in bytes after the first tenth and after all of them. Arguments: root, port.
const [root, port] = process.argv.slice(2);
const { createIamport } = await import(`${root}/dist/node/index.js`);
const { signal } = new AbortController();
const { payments } = createIamport({ impKey: 'key', impSecret: 'secret', baseUrl: `http://127.0.0.1:${port}` });

async function makeCalls(count) {
  const call = () => payments.get({ imp_uid: 'imp_448280090638' }, { signal });
  for (let made = 0; made < count; made += 20) await Promise.all(Array.from({ length: 20 }, call));
}

/** The least of several looks: finalizers and sockets that have just been closed need a moment. */
async function heap() {
  let least = Infinity;
  for (let round = 0; round < 20; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least;
}

await makeCalls(10_000);
const before = await heap();
await makeCalls(90_000);
console.log(JSON.stringify([before, await heap()]));
process.exit();

// How long `iamport-kit validate` takes for 1,000 fixtures, compared with a script that only reads and parses them, and
// how much memory a stream of NDJSON takes. Alone: node test/bench/validate.mjs [--gigabytes 1]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = path.join(ROOT, 'scripts/bin/iamport-kit.js');
const FIXTURES = 1000;
const PAIRS = 15;
const AUTO = ['--schema', 'auto'];

/** Reads and parses every file of a folder tree, and does nothing else. */
const BARE = `import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true }))
  if (entry.isFile()) JSON.parse(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
`;

/**
 * The rows of this bench: `value` is to be at most `bar`.
 *
 * @returns {Promise<{ name: string, value: number, bar?: number, unit: string }[]>}
 */
export async function validateRows({ gigabytes = 0.1, pairs = PAIRS } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'iamport-kit-bench-'));
  try {
    const { ratio, ours, bare } = await compareProcesses(folder, pairs);
    const stream = await validateStream(gigabytes);
    const recognised = await validateStream(gigabytes, { flags: AUTO });
    const wrong = await validateStream(gigabytes / 4, { faultEvery: 10 });
    const wrongRecognised = await validateStream(gigabytes / 4, { faultEvery: 10, flags: AUTO });
    return [
      {
        name: `validate ${FIXTURES} fixtures, compared with reading and parsing them`,
        value: ratio,
        bar: 2,
        unit: '×',
      },
      { name: '  iamport-kit validate, whole process', value: ours, unit: 'ms' },
      { name: '  bare Node script, whole process', value: bare, unit: 'ms' },
      { name: `validate ${gigabytes} GB of NDJSON, peak memory`, value: stream.megabytes, bar: 200, unit: 'MB' },
      { name: '  throughput', value: stream.speed, unit: 'MB/s' },
      {
        name: '  with --schema auto, compared with a named schema',
        value: stream.speed / recognised.speed,
        bar: 1.5,
        unit: '×',
      },
      {
        name: '  the same where one document in ten is wrong',
        value: wrong.speed / wrongRecognised.speed,
        bar: 1.5,
        unit: '×',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs both in turns, so that both meet the same noise, and takes the median of the ratios of the pairs. */
async function compareProcesses(folder, pairs) {
  const script = path.join(folder, 'bare.mjs');
  writeFileSync(script, BARE);
  const fixtures = path.join(folder, 'fixtures');
  writeFixtures(fixtures);
  const [ours, bare] = [[], []];
  const args = [CLI, 'validate', fixtures, '--generated', path.join(ROOT, 'generated')];
  for (let pair = 0; pair < pairs + 1; pair += 1) {
    ours.push(await timed(args));
    bare.push(await timed([script, fixtures]));
  }
  // The first pair fills the caches of the file system.
  const [oursWarm, bareWarm] = [ours.slice(1), bare.slice(1)];
  return {
    ratio: median(oursWarm.map((time, index) => time / bareWarm[index])),
    ours: median(oursWarm),
    bare: median(bareWarm),
  };
}

/** Valid answers of a payment, each of them different, under the names of the convention. */
function writeFixtures(folder) {
  const answers = ['getPayment', 'findPayment', 'cancelPayment', 'payOnetime'];
  const { response } = JSON.parse(readFileSync(path.join(ROOT, 'test/fixtures/PaymentResponse/001.json'), 'utf8'));
  for (let index = 0; index < FIXTURES; index += 1) {
    const file = path.join(folder, answers[index % answers.length], `200.${index}.json`);
    const payment = { ...response, imp_uid: `imp_${100_000_000_000 + index}` };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ code: 0, message: null, response: payment }, null, 2)}\n`);
  }
}

/** Milliseconds that a whole process takes. */
function timed(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`node ${args.join(' ')} exited with ${code}`));
    });
  });
}

/**
 * Pipes documents that are made on the way into `validate -`. The peak is the largest resident set that the kernel saw of
 * the process itself, told by the process when it ends.
 *
 * @returns {Promise<{ megabytes: number, speed: number, code: number, stdout: string }>}
 */
export async function validateStream(gigabytes, { faultEvery = 0, flags = [] } = {}) {
  const preload = `data:text/javascript,${encodeURIComponent(
    "process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`));",
  )}`;
  const args = [
    '--import',
    preload,
    CLI,
    'validate',
    '-',
    '--stdin-name',
    'stream.ndjson',
    '--schema',
    'PaymentResponse',
  ];
  const started = performance.now();
  const child = spawn(process.execPath, [...args, '--generated', path.join(ROOT, 'generated'), ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const seen = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (seen.stdout = (seen.stdout + chunk).slice(-100_000)));
  child.stderr.on('data', (chunk) => (seen.stderr += chunk));
  const closed = new Promise((resolve) => child.on('close', resolve));
  // A program that stops reading says why on stderr; the broken pipe says nothing more.
  child.stdin.on('error', () => {});
  const bytes = await feed({ child, closed, wanted: gigabytes * 1e9, faultEvery });
  const code = await closed;
  const [, kilobytes] = /\npeak (\d+)\n$/.exec(seen.stderr) ?? [];
  if (kilobytes === undefined) throw new Error(`validate - failed: ${seen.stderr}`);
  const seconds = (performance.now() - started) / 1000;
  return { megabytes: Number(kilobytes) / 1000, speed: bytes / 1e6 / seconds, code, ...seen };
}

async function feed({ child, closed, wanted, faultEvery }) {
  const { response } = JSON.parse(readFileSync(path.join(ROOT, 'test/fixtures/PaymentResponse/001.json'), 'utf8'));
  const good = `${JSON.stringify({ code: 0, message: null, response })}\n`;
  // One has a value of the wrong type, the other misses a key: JSON leaves undefined out.
  const bad = ['much', undefined].map(
    (amount) => `${JSON.stringify({ code: 0, message: null, response: { ...response, amount } })}\n`,
  );
  const chunk = Array.from({ length: 200 }, (_, index) =>
    faultEvery > 0 && index % faultEvery === 0 ? bad[(index / faultEvery) % bad.length] : good,
  ).join('');
  let sent = 0;
  while (sent < wanted && child.stdin.writable) {
    sent += Buffer.byteLength(chunk);
    // Whichever comes first: room for more, or the end of the program.
    if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, 'drain'), closed]);
  }
  child.stdin.end();
  return sent;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--gigabytes');
  const rows = await validateRows({ gigabytes: at === -1 ? 1 : Number(process.argv[at + 1]) });
  for (const { name, value, bar, unit } of rows) {
    const verdict = bar === undefined ? '' : value <= bar ? `PASS, bar ${bar} ${unit}` : `FAIL, bar ${bar} ${unit}`;
    console.log(`${name.padEnd(70)}${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit.padEnd(5)} ${verdict}`);
  }
  if (rows.some(({ value, bar }) => bar !== undefined && value > bar)) process.exitCode = 1;
}

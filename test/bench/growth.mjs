import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeSpec } from './make-spec.mjs';
import { OURS, runProgram } from './run-program.mjs';

const SIZES = [50, 100, 200, 400, 800];

/**
 * Time and memory of `generate` from 50 to 800 operations. Processor time, because it does not depend on what else the
 * machine does. Linear means: 800 lies on the line through 50 and 400, or below.
 */
export function measureGrowth(print) {
  const runs = growthOf(SIZES, print);
  const middle = runs.filter(({ size }) => [50, 400, 800].includes(size));
  return [
    {
      name: 'time at 800 operations: times the line through 50 and 400',
      value: againstLine(middle, 'cpu'),
      atMost: 1.25,
      note: '',
    },
    {
      name: 'memory at 800 operations: times that line',
      value: againstLine(middle, 'megabytes'),
      atMost: 1.25,
      note: '',
    },
  ];
}

/** Runs `generate` on documents of so many operations. */
export function growthOf(sizes, print) {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-bench-'));
  const runs = sizes.map((size) => {
    const spec = path.join(folder, `${size}.json`);
    writeFileSync(spec, JSON.stringify(makeSpec(size)));
    const run = runProgram(OURS, ['generate', '--spec', spec, '--out', path.join(folder, String(size))]);
    print(
      `  ${String(size).padStart(4)} operations ${(run.wall / 1000).toFixed(1).padStart(6)} s ${(run.cpu / 1000).toFixed(1).padStart(6)} s processor ${run.megabytes.toFixed(0).padStart(5)} MB`,
    );
    return { size, ...run };
  });
  rmSync(folder, { recursive: true });
  return runs;
}

/** The last of three runs, as a multiple of what the line through the other two gives for its size. */
export function againstLine([first, second, last], measure) {
  const slope = (second[measure] - first[measure]) / (second.size - first.size);
  return last[measure] / (first[measure] + slope * (last.size - first.size));
}

import { rmSync } from 'node:fs';

import { afterAll, describe, expect, it } from 'vitest';

import { createWorkshop, faultsIn, generateFromFiles, type Outcome } from './generated-folders.js';
import { OVERLAY_PLACES, overlayWith } from './hostile-overlays.js';
import { PAYLOADS } from './hostile-payloads.js';
import { type HostilePlace, type PlacedText, POSITIONS, specWith } from './hostile-positions.js';
import { specWithEverything } from './spec-with-everything.js';

// Every payload in every place. A spec has several at once, each in a place of its own; where one of them is refused, they are
// tried one by one, so that every refusal is known by its payload and its place.
const IN_ONE_SPEC = 6;
/** So many refusals, and everything in a place is tried alone from then on, or a payload in every place. */
const OFTEN = { place: 3, payload: 12 };
/** Folders that are compiled together. */
const AT_ONCE = 200;

const workshop = createWorkshop();
afterAll(() => rmSync(workshop, { recursive: true }));

type Files = Readonly<Record<string, object>>;

interface Case extends PlacedText {
  readonly title: string;
}

interface Grid {
  readonly places: readonly HostilePlace[];
  readonly filesWith: (texts: readonly Case[]) => Files;
}

const SPEC: Grid = {
  places: POSITIONS.map(([kind, pointer]) => ({ kind, pointer })),
  filesWith: (texts) => ({ 'spec.json': specWith(texts) }),
};
// An overlay also brings texts into a spec.
const OVERLAY: Grid = {
  places: OVERLAY_PLACES,
  filesWith: (texts) => ({ 'spec.json': specWithEverything(), 'overlay.json': overlayWith(texts) }),
};

describe.each([
  ['a spec', SPEC],
  ['an overlay', OVERLAY],
])('text of %s', (source, grid) => {
  it('is refused with its place, or stays data', async () => {
    const run = createRun(grid);
    for (const cases of groups(grid.places)) await run.tryTogether(cases);
    await run.check();
    const { refused, inert, specs } = run.counts;
    process.stdout.write(
      `hostile text of ${source}: ${refused + inert} cases in ${specs} specs, ${refused} refused with their place, ${inert} inert\n`,
    );
    expect(refused + inert).toBe(grid.places.length * PAYLOADS.length);
    // A generator that refuses everything would be safe, and of no use.
    expect(inert).toBeGreaterThan((refused + inert) * 0.8);
  }, 1_500_000);
});

/** All pairs of a place and a payload. In a group, both differ, and the places are far from each other. */
function groups(places: readonly HostilePlace[]): Case[][] {
  const stride = Math.ceil(places.length / IN_ONE_SPEC);
  return PAYLOADS.flatMap((_, shift) =>
    Array.from({ length: stride }, (_each, first) =>
      places.flatMap((place, index) => {
        if (index % stride !== first) return [];
        const [title, text] = PAYLOADS[(index + shift) % PAYLOADS.length] ?? ['', ''];
        return [{ ...place, title, text }];
      }),
    ),
  );
}

interface Run {
  readonly counts: { refused: number; inert: number; specs: number };
  readonly tryTogether: (cases: readonly Case[]) => Promise<void>;
  /** Compiles and runs what has been generated since the last time. */
  readonly check: () => Promise<void>;
}

function createRun({ filesWith }: Grid): Run {
  const counts = { refused: 0, inert: 0, specs: 0 };
  const refusals = new Map<string, number>();
  let outcomes: Outcome[] = [];
  const generate = async (cases: readonly Case[]): Promise<Outcome> => {
    counts.specs += 1;
    return generateFromFiles(workshop, String(counts.specs), filesWith(cases)).catch((cause: unknown) => {
      throw new Error(cases.map(({ title, pointer }) => `${title} at ${pointer}`).join(', '), { cause });
    });
  };
  const check = async (): Promise<void> => {
    expect(await faultsIn(workshop, outcomes)).toEqual([]);
    outcomes = [];
  };
  const keep = async (outcome: Outcome, cases: readonly Case[]): Promise<void> => {
    counts.inert += cases.length;
    if (outcomes.push(outcome) === AT_ONCE) await check();
  };
  const tryAlone = async (one: Case): Promise<void> => {
    const outcome = await generate([one]);
    if (!('refusedAt' in outcome)) return keep(outcome, [one]);
    expect({ ...one, ...outcome }).toMatchObject({ refusedAt: expect.stringMatching(/:\d+:\d+$/) as string });
    counts.refused += 1;
    // A payload is not to blame where everything is refused.
    const blamed = isAlone(one) ? [one.pointer] : [one.pointer, one.title];
    for (const name of blamed) refusals.set(name, (refusals.get(name) ?? 0) + 1);
  };
  const isAlone = ({ pointer, title }: Case): boolean =>
    (refusals.get(pointer) ?? 0) >= OFTEN.place || (refusals.get(title) ?? 0) >= OFTEN.payload;
  return {
    counts,
    check,
    async tryTogether(cases) {
      const together = cases.filter((one) => !isAlone(one));
      const outcome = together.length > 1 ? await generate(together) : undefined;
      const isTaken = outcome !== undefined && !('refusedAt' in outcome);
      if (isTaken) await keep(outcome, together);
      for (const one of isTaken ? cases.filter(isAlone) : cases) await tryAlone(one);
    },
  };
}

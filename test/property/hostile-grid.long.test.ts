import { rmSync } from 'node:fs';

import { afterAll, expect, it } from 'vitest';

import { createWorkshop, faultsIn, generateFromFiles, type Outcome } from './generated-folders.js';
import { OVERLAY_PLACES, overlayWith } from './hostile-overlays.js';
import { PAYLOADS } from './hostile-payloads.js';
import { POSITIONS, specWith } from './hostile-positions.js';
import { specWithEverything } from './spec-with-everything.js';

// Every payload in every place, one spec each.
const AT_ONCE = 400;

const workshop = createWorkshop();
afterAll(() => rmSync(workshop, { recursive: true }));

type Files = Readonly<Record<string, object>>;

// Texts of a spec, and those of an overlay, which also bring texts into a spec.
const PLACES: readonly (readonly [pointer: string, filesWith: (text: string) => Files])[] = [
  ...POSITIONS.map(
    ([kind, pointer]) =>
      [pointer, (text: string): Files => ({ 'spec.json': specWith({ kind, pointer }, text) })] as const,
  ),
  ...OVERLAY_PLACES.map(
    (place) =>
      [
        `overlay ${place.pointer}`,
        (text: string): Files => ({ 'spec.json': specWithEverything(), 'overlay.json': overlayWith(place, text) }),
      ] as const,
  ),
];

const cases = PLACES.flatMap(([pointer, filesWith]) =>
  PAYLOADS.map(([title, text]) => ({ pointer, filesWith, title, text })),
);

it('text of a spec is refused with its place, or stays data', async () => {
  const verdicts = { refused: 0, inert: 0 };
  for (let start = 0; start < cases.length; start += AT_ONCE) {
    const outcomes: Outcome[] = [];
    for (const [index, { pointer, filesWith, title, text }] of cases.slice(start, start + AT_ONCE).entries()) {
      const outcome = await generateFromFiles(workshop, String(index), filesWith(text)).catch((cause: unknown) => {
        throw new Error(`${title} at ${pointer}`, { cause });
      });
      if ('refusedAt' in outcome)
        expect({ title, pointer, ...outcome }).toMatchObject({
          refusedAt: expect.stringMatching(/:\d+:\d+$/) as string,
        });
      verdicts['refusedAt' in outcome ? 'refused' : 'inert'] += 1;
      outcomes.push(outcome);
    }
    expect(await faultsIn(workshop, outcomes)).toEqual([]);
  }
  process.stdout.write(
    `hostile text: ${cases.length} cases in ${PLACES.length} places, ${verdicts.refused} refused with their place, ${verdicts.inert} inert\n`,
  );
  // A generator that refuses everything would be safe, and of no use.
  expect(verdicts.inert).toBeGreaterThan(cases.length * 0.8);
  expect(new Set(cases.map(({ pointer }) => pointer)).size).toBe(new Set(PLACES.map(([pointer]) => pointer)).size);
  expect(new Set(cases.map(({ title }) => title)).size).toBe(PAYLOADS.length);
}, 1_500_000);

import { createJudge } from '../evaluate/explain.js';
import { mistakesIn, shapeOf, type Shape } from '../evaluate/shape.js';
import type { Judge } from '../evaluate/scope.js';
import type { Schema } from '../json/schema.js';
import { compareText } from '../messages/diagnostic.js';
import type { GeneratedFolder, Manifest } from './generated-folder.js';
import { createSchemaReader, definitionName, type SchemaReader } from './read-schema.js';

/** Tells schemas by the shape of a value: none, one, or those that fit equally well. */
export type Recogniser = (value: unknown) => readonly string[];

/** How well a value fits a candidate. */
interface Fit extends Shape {
  readonly name: string;
}

/**
 * Prepares to tell schemas by shape: answers of operations, and what reaches a backend otherwise, which are webhooks and
 * the schemas named `…Callback`, `…Redirect` and `…Webhook`. Requests have too little shape.
 */
export function createRecogniser(folder: GeneratedFolder): Recogniser {
  let candidates: readonly Candidate[] | undefined;
  return (value) => {
    candidates ??= candidatesOf(folder.manifest, createSchemaReader(folder));
    const fits = bestFits(value, candidates).sort((a, b) => compareFits(a, b) || compareText(a.name, b.name));
    const [best] = fits;
    if (best === undefined) return [];
    // The next document is mostly of the same kind: tried first, it rules out the others at a glance.
    candidates = [...candidates].sort((a, b) => Number(b.name === best.name) - Number(a.name === best.name));
    return fits.filter((fit) => !isClearlyBetter(best, fit)).map(({ name }) => name);
  };
}

/** The fits with the fewest mistakes. */
function bestFits(value: unknown, candidates: readonly Candidate[]): Fit[] {
  let [fewest, best]: [number, Fit[]] = [Infinity, []];
  for (const { name, schema, judge } of candidates) {
    const shape = shapeOf(value, schema, { judge, most: fewest });
    // A shape of one property says nothing.
    if (shape === undefined || shape.known < 2) continue;
    const mistakes = mistakesIn(value, schema, { shape, judge });
    // Neither does one with more wrong than right.
    if (mistakes > fewest || mistakes * 2 > shape.known + shape.values) continue;
    if (mistakes < fewest) [fewest, best] = [mistakes, []];
    best.push({ ...shape, name });
  }
  return best;
}

interface Candidate {
  readonly name: string;
  readonly schema: Schema;
  readonly judge: Judge;
}

/** Unions stand for their branches: `PaymentResponse` is either `PaymentResult` or the `ErrorResponse` of all answers. */
function candidatesOf(manifest: Manifest, readSchema: SchemaReader): Candidate[] {
  const branches = candidateNames(manifest).flatMap((name) => {
    const { anyOf = [] } = readSchema(name);
    const names = anyOf.map((branch) => definitionName(branch) ?? '');
    return names.length > 0 && names.every((each) => manifest.schemas.includes(each)) ? names : [name];
  });
  return [...new Set(branches)].sort(compareText).map((name) => {
    const schema = readSchema(name);
    return { name, schema, judge: createJudge(schema, { readSchema }) };
  });
}

function candidateNames({ operations, schemas }: Manifest): string[] {
  const bodies = Object.values(operations).flatMap(({ responses, webhook }) => [
    ...Object.values(responses),
    ...(webhook === undefined ? [] : [webhook]),
  ]);
  const others = schemas.filter((name) => /(Callback|Redirect|Webhook)$/.test(name));
  return [...new Set([...bodies, ...others])];
}

function compareFits(a: Fit, b: Fit): number {
  return b.known - a.known || b.values - a.values || a.unused - b.unused;
}

/** The value must nearly fill the better schema, and fill the other far less: else either may be meant. */
function isClearlyBetter(best: Fit, other: Fit): boolean {
  if (best.known !== other.known || best.values !== other.values) return true;
  return best.unused * 3 <= best.known && best.unused * 2 < other.unused;
}

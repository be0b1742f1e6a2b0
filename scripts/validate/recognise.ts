import { createExplainer } from '../evaluate/explain.js';
import { leastMistakes } from '../evaluate/least-mistakes.js';
import { mistakesIn, shapeOf, type Shape } from '../evaluate/shape.js';
import { compareText } from '../messages/diagnostic.js';
import type { GeneratedFolder, Manifest } from './generated-folder.js';
import { createPageRequestTest, pageRequestNames, type Comparable, type MayBe } from './page-requests.js';
import { createSchemaReader, definitionName, type SchemaReader } from './read-schema.js';
import { createSignatures, type SignatureOf } from './shape-signature.js';

/** Tells schemas by the shape of a value: none, one, or those that fit equally well. */
export type Recogniser = (value: unknown) => readonly string[];

/** How well a value fits a candidate. */
interface Fit extends Shape {
  readonly name: string;
}

/**
 * Prepares to tell schemas by shape: answers of operations, what reaches a backend otherwise, which are webhooks and the
 * schemas named `…Callback`, `…Redirect` and `…Webhook`, and what pages hand to the browser SDK. Requests to operations have
 * too little shape.
 */
export function createRecogniser(folder: GeneratedFolder): Recogniser {
  return createRecogniserOf(folder.manifest, createSchemaReader(folder));
}

/** {@link createRecogniser} of schemas that are at hand, as in a web page. */
export function createRecogniserOf(manifest: Manifest, readSchema: SchemaReader): Recogniser {
  let recognise: Recogniser | undefined;
  return (value) => {
    recognise ??= recogniserOf(candidatesOf(manifest, readSchema));
    return recognise(value);
  };
}

// Documents of one kind differ in which of their properties are null or missing.
const MOST_SIGNATURES = 1000;

function recogniserOf(given: readonly Candidate[]): Recogniser {
  let candidates = given;
  const signatureOf: SignatureOf = createSignatures(given.map(({ schema }) => schema));
  const known = new Map<string, readonly string[]>();
  return (value) => {
    const signature = signatureOf(value);
    // How to correct a slip depends on more.
    const exact = signature === undefined || known.has(signature) ? signature : signatureOf(value, true);
    const same = known.get(signature ?? '') ?? known.get(exact ?? '');
    if (same !== undefined) return same;
    const { fewest, fits, isAsked } = bestFits(value, candidates);
    const [best] = fits.sort((a, b) => compareFits(a, b) || compareText(a.name, b.name));
    if (best === undefined) return [];
    // The next document is mostly of the same kind: tried first, it rules out most of the others.
    candidates = [...candidates].sort((a, b) => Number(b.name === best.name) - Number(a.name === best.name));
    const names = fits.filter((fit) => !isClearlyBetter(best, fit)).map(({ name }) => name);
    if (known.size >= MOST_SIGNATURES) known.clear();
    const key = fewest === 0 ? signature : exact;
    if (key !== undefined && !(isAsked && fewest > 0)) known.set(key, names);
    return names;
  };
}

interface BestFits {
  readonly fewest: number;
  readonly fits: Fit[];
  /** Whether schemas were compared with the value that are no candidates. */
  readonly isAsked: boolean;
}

/** The fits with the fewest mistakes. */
function bestFits(value: unknown, candidates: readonly Candidate[]): BestFits {
  let [fewest, fits, isAsked]: [number, Fit[], boolean] = [Infinity, [], false];
  for (const { name, schema, explainer, mayBe } of candidates) {
    if (leastMistakes({ value }, schema, explainer) > fewest) continue;
    const shape = shapeOf(value, schema, { explainer, most: fewest });
    // A shape of one property says nothing.
    if (shape === undefined || shape.known < 2) continue;
    const mistakes = mistakesIn(value, schema, { shape, explainer });
    // Neither does one with more wrong than right.
    if (mistakes > fewest || mistakes * 2 > shape.known + shape.values) continue;
    isAsked ||= mayBe !== undefined;
    if (mayBe?.(value) === false) continue;
    if (mistakes < fewest) [fewest, fits] = [mistakes, []];
    fits.push({ ...shape, name });
  }
  return { fewest, fits, isAsked };
}

interface Candidate extends Comparable {
  readonly name: string;
  readonly mayBe?: MayBe;
}

/** Unions stand for their branches: `PaymentResponse` is either `PaymentResult` or the `ErrorResponse` of all answers. */
function candidatesOf(manifest: Manifest, readSchema: SchemaReader): Candidate[] {
  const branches = candidateNames(manifest).flatMap((name) => {
    const { anyOf = [] } = readSchema(name);
    const names = anyOf.map((branch) => definitionName(branch) ?? '');
    return names.length > 0 && names.every((each) => manifest.schemas.includes(each)) ? names : [name];
  });
  const comparableOf = (name: string): Comparable => {
    const schema = readSchema(name);
    return { schema, explainer: createExplainer(schema, { readSchema, isShapeOnly: true }) };
  };
  const requests = pageRequestNames(manifest, readSchema);
  return [...new Set([...branches, ...requests])].sort(compareText).map((name) => {
    const comparable = comparableOf(name);
    const isRequest = requests.includes(name);
    const mayBe = isRequest ? createPageRequestTest(comparable, manifest, comparableOf) : undefined;
    return { name, ...comparable, ...(mayBe !== undefined && { mayBe }) };
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
  return b.known - a.known || b.values - a.values || b.specific - a.specific || a.unused - b.unused;
}

/** The value must have more of what only the better schema says, or nearly fill it and fill the other far less. */
function isClearlyBetter(best: Fit, other: Fit): boolean {
  if (best.known !== other.known || best.values !== other.values || best.specific > other.specific) return true;
  return best.unused * 3 <= best.known && best.unused * 2 < other.unused;
}

import path from 'node:path';

import type { LoadedConfig } from '../config/parse-config.js';
import type { FactsOf } from '../messages/catalogue.js';
import { UsageError } from '../messages/usage-error.js';
import { schemaByPlace, whyNotByPlace } from './convention.js';
import type { NamedFile } from '../files/find-files.js';
import { createFixtureRules } from './fixture-rules.js';
import type { GeneratedFolder, Manifest } from './generated-folder.js';
import { separateSchema, targetOf } from './inline-schema.js';
import { nameSchema, type NamedSchema, type Target } from './name-schema.js';
import { createRecogniser, type Recogniser } from './recognise.js';

/** Which schema a document follows, and what says so. */
export interface Association extends NamedSchema {
  readonly by: 'flag' | '$schema' | 'config' | 'convention' | 'auto';
}

/** Why no schema is known for a document. */
export type Unassociated = UnassociatedFacts & {
  /** Whether it is the whole file that nothing is known of, not just this document. */
  readonly isOfFile: boolean;
};

type UnassociatedFacts = {
  [C in 'fixture/unmatched' | 'fixture/unknown-schema' | 'fixture/ambiguous-shape']: {
    readonly code: C;
    readonly values: FactsOf<C>;
  };
}['fixture/unmatched' | 'fixture/unknown-schema' | 'fixture/ambiguous-shape'];

/** A document's value without `$schema` and `$pg`, and its schema or the reason why there is none. */
export interface Associated {
  readonly value: unknown;
  readonly association: Association | Unassociated;
  /** Gateway whose rules apply, where the document or the config names one. */
  readonly gateway?: string;
}

/** Tells the schema of each document of a file. */
export type Associator = (file: NamedFile) => (value: unknown) => Associated;

/** What may say which schema a file follows. */
export interface Sources {
  /** What the flags say. The schema `auto` means: by its shape, where nothing else is known. */
  readonly target: Target;
  readonly config: LoadedConfig;
  readonly folder: GeneratedFolder;
}

/**
 * Prepares the association. The first that says something counts: flags, `$schema`, the config, the place of the file,
 * its shape.
 *
 * @throws {UsageError} when the flags or the config name what does not exist.
 */
export function createAssociator({ target, config, folder }: Sources): Associator {
  const { manifest } = folder;
  const flagged = namedByFlags(target, manifest);
  const ruleOf = createFixtureRules(config, manifest);
  const recognise = createRecogniser(folder);
  return ({ file, shownAs }) => {
    const place = file === '-' ? path.resolve(shownAs) : file;
    const { named: ruled, pg } = ruleOf(place);
    const rule = flagged === undefined ? ruled : undefined;
    const byRule = typeof rule === 'object' ? ({ ...rule, by: 'config' } as const) : undefined;
    const known = {
      manifest,
      place,
      flagged,
      named: rule === undefined ? schemaByPlace(place, manifest) : byRule,
      recognise: rule === 'auto' || target.schema === 'auto' ? recognise : undefined,
    };
    return (whole) => {
      const { value, named, gateway = pg } = separateSchema(whole);
      const association = associate(value, named, known);
      return gateway === undefined ? { value, association } : { value, association, gateway };
    };
  };
}

interface Known {
  readonly manifest: Manifest;
  readonly place: string;
  readonly flagged: Association | undefined;
  /** By the config or the place. */
  readonly named: Association | undefined;
  /** Where the shape may tell. */
  readonly recognise: Recogniser | undefined;
}

function associate(value: unknown, inline: string | undefined, known: Known): Association | Unassociated {
  const { manifest, place, flagged, named, recognise } = known;
  if (flagged !== undefined) return flagged;
  if (inline !== undefined) return byInline(inline, manifest);
  if (named !== undefined) return named;
  if (recognise !== undefined) return byShape(recognise(value));
  return { code: 'fixture/unmatched', isOfFile: true, values: whyNotByPlace(place, manifest) };
}

function namedByFlags(target: Target, manifest: Manifest): Association | undefined {
  const { schema, operation, status } = target;
  if (schema !== undefined && operation !== undefined)
    throw new UsageError('flags-conflict', { one: 'schema', other: 'operation' });
  if (status !== undefined && operation === undefined)
    throw new UsageError('flag-needs', { flag: 'status', other: 'operation' });
  if (schema === 'auto' || (schema === undefined && operation === undefined)) return undefined;
  const named = nameSchema(target, manifest);
  if (named instanceof UsageError) throw named;
  return { ...named, by: 'flag' };
}

function byInline(text: string, manifest: Manifest): Association | Unassociated {
  const target = targetOf(text, manifest);
  const named = target === undefined ? undefined : nameSchema(target, manifest);
  if (named !== undefined && !(named instanceof UsageError)) return { ...named, by: '$schema' };
  return {
    code: 'fixture/unknown-schema',
    isOfFile: false,
    values: named === undefined ? {} : { unknown: { code: named.code, values: named.values } },
  };
}

function byShape(schemas: readonly string[]): Association | Unassociated {
  const [schema, second] = schemas;
  if (schema === undefined) return { code: 'fixture/unmatched', isOfFile: false, values: { shape: 'unknown' } };
  if (second === undefined) return { schema, by: 'auto' };
  return { code: 'fixture/ambiguous-shape', isOfFile: false, values: { schemas: schemas.join(', ') } };
}

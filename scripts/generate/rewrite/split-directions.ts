import { reachable } from '../../json/reachable.js';
import { componentName, mapValues, type Schema, type Schemas } from '../../json/schema.js';
import { mapSchema } from '../../json/subschemas.js';
import type { Body, OpenApi } from '../../openapi/document.js';
import { createNamer } from '../../openapi/identifiers.js';
import { mapBodies } from '../../openapi/walk-operations.js';
import type { LoadedSpec } from '../../openapi/loaded-spec.js';
import { adaptDirection, untravelled, type Direction, type DirectionChange } from './adapt-direction.js';

type Names = ReadonlySet<string>;

/** What the form of a document for one direction depends on. */
export interface DirectionOptions {
  /** The version that the document was written in. */
  readonly version: LoadedSpec['version'];
  /** Whether requests refuse read-only properties. */
  readonly strictReadOnly?: boolean | undefined;
}

/**
 * Holds `readOnly` to answers and `writeOnly` to requests: in the other direction such a property is not required (3.1), or
 * is absent (3.0). With `--strict-read-only`, requests that have it are refused. A schema that is used in both directions and
 * differs gets a second form: `UserWritable` for `User`.
 */
export function splitDirections(document: OpenApi, { version, strictReadOnly = false }: DirectionOptions): OpenApi {
  const schemas = document.components?.schemas ?? {};
  const references = mapValues(schemas, referencesIn);
  const affected = leadingTo(references, (name) => isAffected(schemas[name] ?? {}, schemas));
  const named: Record<Direction, string[]> = { request: [], response: [] };
  mapSent(document, (schema, direction) => {
    named[direction].push(...referencesIn(schema));
    return schema;
  });
  const usedBy = (direction: Direction): Names => reachable(named[direction], (name) => references[name] ?? []);
  const used = { request: usedBy('request'), response: usedBy('response') };
  const unique = createNamer();
  Object.keys(schemas).forEach(unique);
  const split = [...affected].filter((name) => used.request.has(name) && used.response.has(name)).sort();
  const writable = new Map(split.map((name) => [name, unique(`${name}Writable`)]));
  const shared = { schemas, untravelled: version === '3.0' ? 'removed' : 'optional' } as const;
  const sent = strictReadOnly ? 'refused' : shared.untravelled;
  const changes: Readonly<Record<Direction, DirectionChange>> = {
    request: { ...shared, untravelled: sent, direction: 'request', renamed: writable },
    response: { ...shared, direction: 'response', renamed: new Map() },
  };
  const adapted = mapValues(schemas, (schema, name) => {
    if (!affected.has(name)) return schema;
    if (used.response.has(name)) return adaptDirection(schema, changes.response);
    return used.request.has(name) ? adaptDirection(schema, changes.request) : schema;
  });
  const second = split.map((name): [string, Schema] => [
    writable.get(name) ?? name,
    adaptDirection(schemas[name] ?? {}, changes.request),
  ]);
  const whole = {
    ...document,
    components: { ...document.components, schemas: { ...adapted, ...Object.fromEntries(second) } },
  };
  return mapSent(whole, (schema, direction) =>
    isAffected(schema, schemas) || referencesIn(schema).some((name) => affected.has(name))
      ? adaptDirection(schema, changes[direction])
      : schema,
  );
}

/** Whether a schema itself, wherever in it, has a property that is used in one direction only. */
function isAffected(schema: Schema, schemas: Schemas): boolean {
  let isFound = false;
  mapSchema(schema, (part) => {
    const directions: readonly Direction[] = part.properties === undefined ? [] : ['request', 'response'];
    isFound ||= directions.some((direction) => untravelled(part, { direction, schemas }).size > 0);
    return part;
  });
  return isFound;
}

function referencesIn(schema: Schema): readonly string[] {
  const found = new Set<string>();
  mapSchema(schema, (part) => {
    const name = componentName(part.$ref);
    if (name !== undefined) found.add(name);
    return part;
  });
  return [...found];
}

/** The schemas that are themselves of a kind, or lead to one that is. */
function leadingTo(references: Readonly<Record<string, readonly string[]>>, isOf: (name: string) => boolean): Names {
  const from = new Map<string, string[]>();
  for (const [name, targets] of Object.entries(references))
    for (const target of targets) from.set(target, [...(from.get(target) ?? []), name]);
  return reachable(Object.keys(references).filter(isOf), (name) => from.get(name) ?? []);
}

type Change = (schema: Schema, direction: Direction) => Schema;

/** Changes the schemas of all bodies. A webhook is a request of the server's. */
function mapSent(document: OpenApi, change: Change): OpenApi {
  const sections = (['paths', 'webhooks'] as const).map((section) => {
    const mapped = mapBodies(document[section], (body, { status }) => {
      const direction = (status === undefined) === (section === 'paths') ? 'request' : 'response';
      return mapBody(body, (schema) => change(schema, direction));
    });
    return [section, mapped] as const;
  });
  return { ...document, ...Object.fromEntries(sections) };
}

function mapBody(body: Body, change: (schema: Schema) => Schema): Body {
  if (body.content === undefined) return body;
  const content = mapValues(body.content, (media) =>
    media.schema === undefined ? media : { ...media, schema: change(media.schema) },
  );
  return { ...body, content };
}

import type { Body, OpenApi, Operation, Parameter, PathItem, Server } from './document.js';
import { isObject, mapValues } from '../json/schema.js';
import { fragmentSegments, memberOf } from '../json/pointer.js';

/** The keys of a path item that hold operations. */
export const METHODS: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** One operation and its location. */
export interface PlacedOperation {
  /** Path template, or the webhook's name. */
  readonly path: string;
  /** Upper case. */
  readonly method: string;
  readonly operation: Operation;
  /** Where it is, if not where the API is. */
  readonly server?: Server | undefined;
  /** Its own parameters and the path item's, references followed. */
  readonly parameters: readonly Parameter[];
}

/** Lists the operations under `paths`, in the document's order. */
export function operationsOf(document: OpenApi): PlacedOperation[] {
  return placed(document, document.paths ?? {});
}

/** Lists the operations under `webhooks`, in the document's order. */
export function webhooksOf(document: OpenApi): PlacedOperation[] {
  return placed(document, document.webhooks ?? {});
}

/** The value of a method in a path item is an operation; lint has checked its structure. */
function isOperation(value: unknown): value is Operation {
  return isObject(value);
}

/** Replaces every operation in the path items of a section, `paths` or `webhooks`; what else they hold stays. */
export function mapOperations(
  items: OpenApi['paths'] = {},
  change: (operation: Operation, at: { readonly method: string; readonly path: string }) => Operation,
): Readonly<Record<string, PathItem>> {
  return mapValues(items, (item, path) =>
    mapValues(item, (value, method) =>
      METHODS.includes(method) && isOperation(value) ? change(value, { method, path }) : value,
    ),
  );
}

/** Replaces every request body and response of the operations of a section. A request has no status. */
export function mapBodies(
  items: OpenApi['paths'],
  change: (body: Body, at: { readonly operation: Operation; readonly status?: string }) => Body,
): Readonly<Record<string, PathItem>> {
  return mapOperations(items, (operation) => {
    const { requestBody, responses } = operation;
    return {
      ...operation,
      ...(requestBody && { requestBody: change(requestBody, { operation }) }),
      ...(responses && { responses: mapValues(responses, (body, status) => change(body, { operation, status })) }),
    };
  });
}

function placed(document: OpenApi, items: Readonly<Record<string, PathItem>>): PlacedOperation[] {
  return Object.entries(items).flatMap(([path, item]) =>
    METHODS.flatMap((method): PlacedOperation[] => {
      const operation = item[method];
      if (!isOperation(operation)) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return [
        {
          path,
          method: method.toUpperCase(),
          operation,
          server: (operation.servers ?? item.servers)?.[0],
          parameters: parameters.map((parameter) => follow(document, parameter)),
        },
      ];
    }),
  );
}

/** Follows references (within the bundled document) to their end; a broken reference is returned as it is. */
export function follow<Node extends { readonly $ref?: string }>(document: OpenApi, node: Node): Node {
  const seen = new Set<string>();
  let current = node;
  while (current.$ref !== undefined && !seen.has(current.$ref)) {
    seen.add(current.$ref);
    const target = pointTo(document, current.$ref);
    if (!isObject(target)) return current;
    // A reference leads to an object of its own kind: lint has checked that.
    current = target as Node;
  }
  return current;
}

/** The JSON body among the media types of a request or response; else the first one there is. */
export function mainContent(
  body: Body | undefined,
): { mediaType: string; schema: NonNullable<Body['content']>[string]['schema'] } | undefined {
  const content = Object.entries(body?.content ?? {});
  const [mediaType, entry] = content.find(([type]) => /[/+]json\b/.test(type)) ?? content[0] ?? [];
  return mediaType === undefined || entry === undefined ? undefined : { mediaType, schema: entry.schema };
}

/** What a JSON Pointer in a fragment (`#/components/…`) leads to, through references on the way; undefined when it does not exist. */
export function pointTo(document: OpenApi, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return fragmentSegments(ref).reduce<unknown>((node, key) => {
    const place = isObject(node) && !Object.hasOwn(node, key) ? follow(document, node) : node;
    return memberOf(place, key);
  }, document);
}

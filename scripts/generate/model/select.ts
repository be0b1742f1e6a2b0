import { UsageError } from '../../messages/usage-error.js';
import type { OpenApi, PathItem } from '../../openapi/document.js';
import { isObject, mapValues } from '../../json/schema.js';
import { METHODS, operationsOf, webhooksOf } from '../../openapi/walk-operations.js';
import { unescapePointer } from '../../json/pointer.js';

/**
 * Keeps the operations and webhooks that carry one of `tags`, and the components they need; everything when there are none.
 *
 * @throws {UsageError} when a tag is on no operation.
 */
export function selectTags(document: OpenApi, tags: readonly string[]): OpenApi {
  if (tags.length === 0) return document;
  checkTags(document, tags);
  const chosen = {
    ...document,
    tags: (document.tags ?? []).filter(({ name }) => tags.includes(name)),
    paths: keepTagged(document.paths ?? {}, tags),
    webhooks: keepTagged(document.webhooks ?? {}, tags),
  };
  return pruneComponents(chosen);
}

function checkTags(document: OpenApi, tags: readonly string[]): void {
  const known = new Set(
    [...operationsOf(document), ...webhooksOf(document)].flatMap(({ operation }) => operation.tags ?? []),
  );
  const unknown = tags.filter((tag) => !known.has(tag));
  if (unknown.length === 0) return;
  throw new UsageError('unknown-tag', { tags: unknown, known: [...known].sort() });
}

function keepTagged(items: Readonly<Record<string, PathItem>>, tags: readonly string[]): Record<string, PathItem> {
  const trimmed = Object.entries(items).map(([path, item]): [string, PathItem] => [
    path,
    Object.fromEntries(Object.entries(item).filter(([key, value]) => !METHODS.includes(key) || carries(value, tags))),
  ]);
  return Object.fromEntries(trimmed.filter(([, item]) => METHODS.some((method) => Object.hasOwn(item, method))));
}

function carries(operation: unknown, tags: readonly string[]): boolean {
  const own = isObject(operation) && Array.isArray(operation.tags) ? operation.tags : [];
  return own.some((tag) => tags.includes(String(tag)));
}

function pruneComponents(document: OpenApi): OpenApi {
  const components = document.components ?? {};
  const used = reachable(document, components);
  const pruned = mapValues(components, (entries, section) => {
    if (section === 'securitySchemes' || !isObject(entries)) return entries;
    return Object.fromEntries(Object.entries(entries).filter(([name]) => used.has(`${section}/${name}`)));
  });
  return { ...document, components: pruned };
}

/** `<section>/<name>` of every component that something outside the components leads to. */
function reachable(document: OpenApi, components: Readonly<Record<string, unknown>>): Set<string> {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    for (const target of typeof value.$ref === 'string' ? [componentOf(value.$ref)] : []) {
      if (target === undefined || used.has(target.join('/'))) continue;
      used.add(target.join('/'));
      const section = components[target[0]];
      visit(isObject(section) ? section[target[1]] : undefined);
    }
    Object.values(value).forEach(visit);
  };
  visit(document.paths);
  visit(document.webhooks);
  return used;
}

function componentOf(ref: string): [section: string, name: string] | undefined {
  const match = /^#\/components\/([^/]+)\/([^/]+)/.exec(ref);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], unescapePointer(match[2])] : undefined;
}

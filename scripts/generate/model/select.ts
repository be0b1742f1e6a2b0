import { UsageError } from '../../messages/usage-error.js';
import type { OpenApi, PathItem } from '../../openapi/document.js';
import { isObject, mapValues, referencesIn } from '../../json/schema.js';
import { METHODS, operationsOf, webhooksOf } from '../../openapi/walk-operations.js';
import { fragmentSegments, pointerOf, pointerSegments, valueAt } from '../../json/pointer.js';
import { reachable } from '../../json/reachable.js';

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
  const inside = (used: string): string[] => componentsIn(valueAt(components, pointerSegments(used)));
  const used = reachable(componentsIn([document.paths, document.webhooks]), inside);
  const pruned = mapValues(components, (entries, section) => {
    if (section === 'securitySchemes' || !isObject(entries)) return entries;
    return Object.fromEntries(Object.entries(entries).filter(([name]) => used.has(pointerOf([section, name]))));
  });
  return { ...document, components: pruned };
}

/** Pointers to the components, within the section for them, that a part of a document refers to. */
function componentsIn(node: unknown): string[] {
  return referencesIn(node).flatMap((ref) => {
    const [place, section, name] = fragmentSegments(ref);
    return ref.startsWith('#') && place === 'components' && section !== undefined && name !== undefined
      ? [pointerOf([section, name])]
      : [];
  });
}

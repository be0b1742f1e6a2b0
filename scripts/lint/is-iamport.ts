import { isObject } from '../json/schema.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';

const MARK = /x-official-operation-id/;
const NAMES = /\bi'?mport\b|port\s?one|아임포트|포트원/i;

/**
 * Tells whether a spec describes this API, so that what this API has promised holds for it: its title or a server says
 * so, or operations in any of its files carry `x-official-operation-id`. Asks for files that are read already.
 */
export async function isIamport(spec: LoadedSpec): Promise<boolean> {
  // What cannot be read is found by another rule.
  const documents = await Promise.allSettled(spec.resolver.cache.values());
  const sources = documents.flatMap((document) =>
    document.status === 'fulfilled' && !(document.value instanceof Error) ? [document.value] : [],
  );
  const root = sources.find(({ source }) => source.absoluteRef === spec.file)?.parsed;
  return saysSo(root) || sources.some(({ source }) => MARK.test(source.body));
}

function saysSo(root: unknown): boolean {
  if (!isObject(root)) return false;
  const title = isObject(root.info) ? root.info.title : undefined;
  if (typeof title === 'string' && NAMES.test(title)) return true;
  const servers: readonly unknown[] = Array.isArray(root.servers) ? root.servers : [];
  return servers.some((server) => isObject(server) && /^https:\/\/api\.iamport\.(kr|co)\b/.test(String(server.url)));
}

import { isObject } from '../json/schema.js';
import type { LoadedSpec } from '../openapi/loaded-spec.js';

const MARK = /x-official-operation-id/;
const NAMES = /\bi'?mport\b|port\s?one|아임포트|포트원/i;

/**
 * Whether a spec describes the i'mport API, so that the rules about that API apply: by its title, by a server, or by
 * `x-official-operation-id` in any of its files. Call it once all files have been read.
 */
export async function isIamport(spec: LoadedSpec): Promise<boolean> {
  // Another rule reports files that cannot be read.
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

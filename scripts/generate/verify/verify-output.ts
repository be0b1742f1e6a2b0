import { NO_CACHE, type Cache } from '../../files/cache.js';
import { isCodeFile } from '../emit/banner.js';
import { supportText } from '../emit/standard.js';
import type { OutputFile } from '../model/model.js';
import { readSupport } from '../validators/support-files.js';
import { CodeCheck } from './code-check.js';
import { readTokens } from './read-tokens.js';

/** What `index.ts` runs when it is imported, and nothing else does. */
const RUNTIME_CHECK = /^checkRuntime\('[\w.+-]+'\);$/m;

/**
 * Reads every code file of the output and lets only what we mean to write pass: no statement that runs on import, no call
 * to anything unknown, no import from elsewhere, no bracket left open. The emitters escape what they print; this catches
 * what one of them might have missed. It reads words and marks, not a syntax tree, which would take a third of the time of
 * `generate`.
 *
 * @throws {Error} our own bug, so nothing may be written.
 */
export function verifyOutput(files: readonly OutputFile[], cache: Cache = NO_CACHE): void {
  for (const { path, text } of files.filter(isCodeFile)) {
    const fault = cache.get(`fault ${path} ${text}`, () => problemIn({ path, text }) ?? '');
    if (fault !== '') throw new Error(`the generated ${path} holds what no emitter means to write: ${fault}`);
  }
}

/** A module of ours, as it is in this toolkit. */
function isSupport({ path, text }: OutputFile): boolean {
  if (path === 'standard/json-schema.ts') return text.trim() === supportText().trim();
  const name = /^validators\/(runtime\.ts|formats\/[\w-]+\.ts)$/.exec(path)?.[1];
  return name !== undefined && text.endsWith(readSupport(name));
}

function problemIn(file: OutputFile): string | undefined {
  if (isSupport(file)) return undefined;
  const text = file.path === 'index.ts' ? file.text.replace(RUNTIME_CHECK, '') : file.text;
  const tokens = readTokens(text);
  const fault =
    typeof tokens === 'number'
      ? { at: tokens, what: `an unexpected ${text[tokens] ?? 'end'}` }
      : new CodeCheck(tokens).run();
  return fault === undefined ? undefined : `${fault.what} (line ${text.slice(0, fault.at).split('\n').length})`;
}

import { isCodeFile } from '../emit/banner.js';
import { STANDARD_SUPPORT } from '../emit/standard.js';
import type { OutputFile } from '../model/model.js';
import { readSupport } from '../validators/support-files.js';
import { CodeCheck } from './code-check.js';
import { Tokens } from './read-tokens.js';

/** The one statement that runs on import, in `index.ts` only. */
const RUNTIME_CHECK = /^checkRuntime\('[\w.+-]+'\);$/m;

/**
 * Reads every code file of the output and lets only what we mean to write pass: no statement that runs on import, no call
 * to anything unknown, no import from elsewhere, no bracket left open. The emitters escape what they print; this catches
 * what one of them might have missed. It reads words and marks, not a syntax tree, which would take a third of the time of
 * `generate`.
 *
 * @throws {Error} our own bug, so nothing may be written.
 */
export function verifyOutput(files: readonly OutputFile[]): void {
  const tokens = new Tokens();
  for (const file of files.filter((each) => isCodeFile(each) && !VERIFIED.has(each))) {
    const problem = problemIn(file, tokens);
    if (problem !== undefined)
      throw new Error(`the generated ${file.path} holds what no emitter means to write: ${problem}`);
    VERIFIED.add(file);
  }
}

/** What emitters keep in a cache is verified once. */
const VERIFIED = new WeakSet<OutputFile>();

/** Whether a file is a module of this toolkit, written as it is. */
function isSupport({ path, text }: OutputFile): boolean {
  const name =
    path === STANDARD_SUPPORT ? `../${path}` : /^validators\/(runtime\.ts|formats\/[\w-]+\.ts)$/.exec(path)?.[1];
  return name !== undefined && text.trimEnd().endsWith(readSupport(name).trimEnd());
}

function problemIn(file: OutputFile, tokens: Tokens): string | undefined {
  if (isSupport(file)) return undefined;
  const text = file.path === 'index.ts' ? file.text.replace(RUNTIME_CHECK, '') : file.text;
  const unexpected = tokens.read(text);
  const problem =
    unexpected === undefined
      ? new CodeCheck(tokens).run()
      : { at: unexpected, what: `an unexpected ${text[unexpected] ?? 'end'}` };
  return problem === undefined ? undefined : `${problem.what} (line ${text.slice(0, problem.at).split('\n').length})`;
}

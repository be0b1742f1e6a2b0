import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { everyEntry } from '../../scripts/messages/every-entry.js';
import { englishWordsIn } from '../english-words.js';
import { runCli } from './run-cli.js';

/** Writes files into a new folder; remove it afterwards. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** What a run with `--lang ko` prints, and the English words in it. */
export interface KoreanRun {
  readonly text: string;
  readonly words: readonly string[];
  readonly code: number | null;
}

/** Runs the program, and leaves out the lines of files that reports quote, usage lines and examples of commands. */
export async function runKorean(args: readonly string[], folder: string): Promise<KoreanRun> {
  const { stdout, stderr, code } = await runCli([...args, '--lang', 'ko'], folder);
  const lines = `${stdout}\n${stderr}`.split('\n');
  const ours = lines.filter((line) => !/^\s*(?:\d*\s*\||> *\d+ \||사용법:|[-+@] |zcat|iamport-kit (?!:))/.test(line));
  const text = ours.join('\n');
  const words = englishWordsIn(text.replaceAll(folder, '').replaceAll(UNENDED, '')).filter((word) => !NAMES.has(word));
  return { text, words, code };
}

/** Coverage lists the tags of the API. */
const OPERATION_TAGS = [...readFileSync('spec/openapi.yaml', 'utf8').matchAll(/^ {2}- name: (\S+)/gm)].map(
  ([, tag = '']) => tag,
);

// Names that stay as they are: commands, values of flags, formats, parts of OpenAPI and of the documents above.
const NAMES = new Set([
  ...Object.keys(everyEntry()),
  ...'sandbox trigger log snapshot restore reset scenario advance fault settings resend ID FILE DURATION KIND form frozen duplicate browser-first browser-lost en ko N ADDRESS KEY ORDER EVENT'.split(
    ' ',
  ),
  ...'webhook-first webhook-lost real integer string USD DI JSONPath'.split(' '),
  ...'node status ready paid cancelled failed x schemas gen cats pets'.split(' '),
  ...OPERATION_TAGS,
  ...'js ts none import generated https $ref Ctrl-C Content-Type format number Tier Basic'.split(' '),
  ...'pretty compact json sarif junit github checkstyle codeclimate markdown yaml'.split(' '),
]);

/** Belongs to the syntax of diffs. */
const UNENDED = '\\ No newline at end of file';

import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { type Ruleset, RULESETS } from '../config/ruleset.js';
import { findSpec } from '../files/project.js';
import { reasonOf } from '../files/reason-of.js';
import type { FoundDocuments } from '../lint/find-documents.js';
import type { DocumentInput } from '../lint/lint-documents.js';
import { readLanguage } from '../messages/language.js';
import { COMMAND_WORDS } from '../messages/output/command.js';
import type { Checked } from '../messages/output/report.js';
import { maskText } from '../secrets/mask.js';
import { UsageError } from '../messages/usage-error.js';
import { summarise } from '../report/summary.js';
import { usageErrorLine } from '../report/usage-error-line.js';
import type { Command, Invocation } from './command.js';
import { readDestinations, refuseInputs } from './destinations.js';
import { option } from './flag.js';
import {
  CONFIG_FLAGS,
  openConfig,
  readHosts,
  REMOTE_FLAG,
  SEARCH_FLAGS,
  searchOptions,
  WATCH_FLAG,
} from './input-flags.js';
import { openReporter, readRoot } from './open-reporter.js';
import { REPORT_FLAGS } from './report-flags.js';

/** `iamport-kit lint`: findings about a spec or an overlay. */
export const lintCommand: Command = {
  name: 'lint',
  summary: {
    en: "Check OpenAPI documents and overlays: Redocly's recommended rules and our own",
    ko: 'OpenAPI 문서와 오버레이를 Redocly의 권장 규칙과 자체 규칙으로 검사합니다',
  },
  usage: '[DOCUMENTS…] [--ruleset SET] [--format FORMAT] [--output FORMAT=FILE]… [--rule CODE=LEVEL]…',
  flags: {
    ruleset: option('SET', {
      en: "structure: what OpenAPI demands; recommended: also Redocly's style, as warnings; iamport: also our rules. Default: iamport for documents of this API, else recommended",
      ko: 'structure: OpenAPI가 요구하는 것만, recommended: 여기에 Redocly 권장 규칙(경고), iamport: 여기에 자체 규칙. 기본값: 이 API의 문서는 iamport, 다른 문서는 recommended',
    }),
    spec: option('FILE', {
      en: 'The document that the overlay applies to. Default: its "extends"',
      ko: '오버레이를 적용할 문서. 기본값: 오버레이의 "extends"',
    }),
    ...SEARCH_FLAGS,
    ...CONFIG_FLAGS,
    'allow-remote': REMOTE_FLAG,
    watch: WATCH_FLAG,
    ...REPORT_FLAGS,
  },
  examples: [
    'iamport-kit lint',
    'iamport-kit lint openapi.yaml --rule operation-4xx-response=off',
    'iamport-kit lint --format github --output sarif=lint.sarif',
    'iamport-kit lint --update-baseline --reason "before the rewrite" --until 2027-01-31',
    'iamport-kit lint overlay.yaml --spec openapi.yaml',
    "iamport-kit lint 'services/*/openapi.yaml' --ignore services/old",
    'node openapi.js | iamport-kit lint - --ruleset structure',
  ],
  async run(invocation) {
    const isWatched = invocation.isSet('watch');
    if (isWatched && invocation.positionals.includes('-')) throw new UsageError('nothing-to-watch');
    const found = await documentsOf(invocation);
    if (!isWatched) return (await lintAll(found, invocation)).code;
    const { watchDocument } = await import('../watch/watch-inputs.js');
    return watchDocument(
      found.documents.map(({ file }) => file),
      { ...invocation, language: readLanguage(invocation) },
      async () => (await lintAll(found, invocation)).files,
    );
  },
};

async function documentsOf(invocation: Invocation): Promise<FoundDocuments> {
  const { positionals, cwd } = invocation;
  const { findDocuments } = await import('../lint/find-documents.js');
  if (positionals.length > 0) return findDocuments(positionals, searchOptions(invocation), () => text(process.stdin));
  const spec = findSpec(undefined, cwd);
  try {
    accessSync(spec.file, constants.R_OK);
  } catch (cause) {
    const values = { file: spec.shownAs, reason: reasonOf(cause), cure: 'document' } as const;
    throw new UsageError('file-unreadable', values, { cause });
  }
  return { documents: [spec], unreadable: [] };
}

interface Run {
  readonly code: number;
  /** Absolute paths of all files that were read. */
  readonly files: readonly string[];
}

/** All documents make one report. One that cannot be read is named on stderr, and does not keep the others from it. */
async function lintAll({ documents, unreadable }: FoundDocuments, invocation: Invocation): Promise<Run> {
  const { cwd, stderr } = invocation;
  const config = await openConfig(invocation);
  const rules = readRuleset(invocation, config.ruleset);
  const reporter = await openReporter(invocation, config, 'lint');
  const { language, levels } = reporter;
  const given = invocation.text('spec');
  const spec = given === undefined ? undefined : path.resolve(cwd, given);
  // Imported late: Redocly loads slowly, and `--help` does not need it.
  const { lintDocuments } = await import('../lint/lint-documents.js');
  const options = { cwd, root: readRoot(invocation), spec, hosts: readHosts(invocation), rules, levels };
  const { found, files, alsoRead, unapplied, refused } = await lintDocuments(documents, options);
  const read = [...files, ...alsoRead, ...documents.map(({ file }) => file)];
  refuseInputs(readDestinations(invocation), read, cwd);
  for (const overlay of unapplied) stderr(`iamport-kit: ${COMMAND_WORDS.noTargets(overlay)[language]}\n`);
  for (const error of refused) stderr(await usageErrorLine(error, language));
  reporter.add([...unreadable, ...found]);
  reporter.markScanned(files);
  const scanned = documents.map(({ shownAs }) => ({ file: maskText(shownAs), documents: 1 }));
  reporter.describe({ files: documents.length, documents: documents.length, scanned });
  const code = await reporter.finish((totals) => summarise(totals, checkedOf(documents), language));
  const isRefused = refused.length + unreadable.length > 0;
  return { code: isRefused ? 2 : code, files: read };
}

function checkedOf(documents: readonly DocumentInput[]): Checked {
  const [only] = documents;
  return only !== undefined && documents.length === 1 ? { document: only.shownAs } : { documents: documents.length };
}

function readRuleset(invocation: Invocation, configured: Ruleset | undefined): Ruleset | 'auto' {
  const given = invocation.text('ruleset');
  if (given === undefined) return configured ?? 'auto';
  const ruleset = RULESETS.find((name) => name === given);
  if (ruleset !== undefined) return ruleset;
  throw new UsageError('unknown-name', { kind: 'ruleset', name: given, known: RULESETS });
}

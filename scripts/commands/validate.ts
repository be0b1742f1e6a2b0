import path from 'node:path';

import type { Language } from '../messages/entry.js';
import type { Command, Invocation } from './command.js';
import type { LoadedConfig } from '../config/parse-config.js';
import type { CheckAgain } from '../fix/keep-valid.js';
import { readRewriteMode, REWRITE_FLAGS } from './rewrite-flags.js';
import type { Rewriter } from '../fix/rewriter.js';
import { createProgress } from '../report/progress.js';
import type { CoverageRun } from '../coverage/coverage-run.js';
import type { Scope } from '../report/report.js';
import type { Reporter } from '../report/reporter.js';
import { summarise } from '../report/summary.js';
import { UsageError } from '../messages/usage-error.js';
import { createAssociator } from '../validate/associate.js';
import { checkFiles, type Checked, type Inspection } from '../validate/check-files.js';
import { formatAssociation } from '../validate/format-association.js';
import { findFiles, type FoundFiles } from '../files/find-files.js';
import { openGeneratedFolder, type GeneratedFolder } from '../validate/generated-folder.js';
import { createScannedFiles } from '../validate/scanned-files.js';
import { createSchemaReader } from '../validate/read-schema.js';
import { readDestinations, refuseInputs } from './destinations.js';
import { openReporter } from './open-reporter.js';
import { REPORT_FLAGS } from './report-flags.js';
import { option, repeatable, toggle } from './flag.js';
import { CONFIG_FLAGS, openConfig, searchOptions, SEARCH_FLAGS, WATCH_FLAG } from './input-flags.js';

/** `iamport-kit validate`: findings about fixtures. */
export const validateCommand: Command = {
  name: 'validate',
  summary: {
    en: 'Check JSON, YAML and NDJSON files against the schemas of the API',
    ko: 'JSON, YAML, NDJSON 파일을 API의 스키마로 검사합니다',
  },
  usage: 'FILES… [--schema NAME | --operation ID [--status 200]]',
  flags: {
    schema: option('NAME', {
      en: 'Schema of all files, such as PaymentCallback; "auto" detects it by shape where nothing else names it',
      ko: '모든 파일의 스키마(예: PaymentCallback). "auto"는 달리 알 수 없을 때 모양으로 찾습니다',
    }),
    operation: option('ID', {
      en: 'Operation that the files are bodies of, such as getPayment',
      ko: '모든 파일을 본문으로 하는 작업(예: getPayment)',
    }),
    status: option('STATUS', {
      en: 'Which body of --operation: a status, "request" or "webhook". Default: 200',
      ko: '--operation의 본문: 상태 코드, "request" 또는 "webhook". 기본값: 200',
    }),
    ...CONFIG_FLAGS,
    explain: toggle({
      en: 'Print which schema was used for each file, and why',
      ko: '파일마다 어떤 스키마를 왜 썼는지 출력합니다',
    }),
    generated: option('DIR', {
      en: 'Folder with the generated validators. Default: generated here, else the installed iamport-kit',
      ko: '생성된 검증기가 있는 폴더. 기본값: 여기의 generated, 없으면 설치된 iamport-kit',
    }),
    ...SEARCH_FLAGS,
    ...REWRITE_FLAGS,
    coverage: toggle({
      en: 'Also report how much of the API the valid files cover, and what to record next',
      ko: '올바른 파일이 API를 얼마나 다루는지, 다음에 무엇을 기록할지도 알려 줍니다',
    }),
    'coverage-min': repeatable('COLUMN=PERCENT,…', {
      en: 'Report coverage and fail below these percentages, such as operations=80,outcomes=60',
      ko: '커버리지를 알려 주고 이 백분율보다 낮으면 실패합니다(예: operations=80,outcomes=60)',
    }),
    watch: WATCH_FLAG,
    ...REPORT_FLAGS,
  },
  examples: [
    'iamport-kit validate callback.json --schema PaymentCallback',
    "iamport-kit validate 'recorded/**/*.yaml' --operation getPayment",
    'iamport-kit validate fixtures/      # fixtures/<operationId>/<status>.<name>.json, fixtures/<Schema>/<name>.json',
    'zcat traffic.ndjson.gz | iamport-kit validate - --stdin-name traffic.ndjson --schema auto',
  ],
  async run(invocation) {
    if (invocation.isSet('watch')) {
      const { watchValidate } = await import('./watch-validate.js');
      return watchValidate(validateCommand, invocation);
    }
    return validateOnce(invocation);
  },
};

async function validateOnce(invocation: Invocation): Promise<number> {
  const started = Date.now();
  const { positionals } = invocation;
  if (positionals.length === 0) throw new UsageError('no-files-given');
  const folder = openFolder(invocation);
  const config = await openConfig(invocation);
  const reporter = await openReporter(invocation, config, 'validate');
  const associate = createAssociator({ target: targetOf(invocation), config, folder });
  const files = findFiles(positionals, searchOptions(invocation));
  // Checked before anything is written: a report must not overwrite an input.
  reporter.markScanned(files.files.map(({ shownAs }) => shownAs));
  const coverage = await openCoverage(invocation, folder, config);
  const explain = explainer(invocation, reporter.language);
  const progress = createProgress(invocation, reporter.language);
  let done = 0;
  const scanned = reporter.listsFiles ? createScannedFiles() : undefined;
  const rewriter = await openRewriter(invocation, folder);
  const tally = await checkFiles(files, {
    folder,
    associate,
    hasExcerpts: reporter.showsExcerpts,
    // What is changed or covered has to be known to the last finding.
    isVerdictEnough: () => rewriter === undefined && coverage === undefined && reporter.isDecided(),
    onChecked: (checked) => {
      explain?.(checked);
      scanned?.add(checked);
      progress.update((done += 1));
      if (rewriter === undefined) take(checked, { reporter, coverage });
      else rewriter.add(checked);
    },
  });
  progress.stop();
  if (rewriter !== undefined) await settle(rewriter, files, { folder, associate, reporter, coverage });
  printCoverage(coverage, reporter);
  if (scanned !== undefined) reporter.describe({ ...tally, scanned: scanned.list(), ...apiOf(folder) });
  const code = await reporter.finish((totals, language) =>
    summarise(totals, { ...tally, milliseconds: Date.now() - started }, language),
  );
  return tally.unreadable > 0 ? 2 : code;
}

function openFolder(invocation: Invocation): GeneratedFolder {
  const folder = openGeneratedFolder(invocation.text('generated'), invocation.cwd);
  refuseInputs(readDestinations(invocation), [path.join(folder.path, 'manifest.json')], invocation.cwd);
  return folder;
}

/** The document that the schemas come from. */
function apiOf({ manifest: { title, version } }: GeneratedFolder): Pick<Scope, 'api'> {
  return title === undefined || version === undefined ? {} : { api: { title, version } };
}

interface Takers {
  readonly reporter: Reporter;
  readonly coverage: CoverageRun | undefined;
}

function take(checked: Checked, { reporter, coverage }: Takers): void {
  reporter.add(checked.found);
  if (checked.isUnexplained === true) reporter.addUnexplained(checked.file.shownAs);
  coverage?.add(checked);
}

function explainer(invocation: Invocation, language: Language): ((checked: Checked) => void) | undefined {
  if (!invocation.isSet('explain')) return undefined;
  // Standard output carries one format only.
  const print = (invocation.text('format') ?? 'pretty') === 'pretty' ? invocation.stdout : invocation.stderr;
  return (checked) => {
    print(formatAssociation(checked, language));
  };
}

async function openRewriter(invocation: Invocation, folder: GeneratedFolder): Promise<Rewriter | undefined> {
  const mode = readRewriteMode(invocation);
  if (mode === undefined) return undefined;
  // Imported late: most runs do not rewrite files.
  const { createRewriter } = await import('../fix/rewriter.js');
  return createRewriter(mode, createSchemaReader(folder));
}

interface Settling extends Pick<Inspection, 'folder' | 'associate'>, Takers {}

async function settle(rewriter: Rewriter, all: FoundFiles, settling: Settling): Promise<void> {
  const { reporter, coverage, ...source } = settling;
  const { rewriteUntilSettled } = await import('../fix/rewriter.js');
  const check: CheckAgain = (files, onChecked) =>
    checkFiles({ files, unreadable: [] }, { ...source, hasExcerpts: reporter.showsExcerpts, onChecked });
  reporter.add(await rewriteUntilSettled(rewriter, check));
  // The exit code depends on the files as they are now.
  await check(coverage === undefined ? [] : all.files, (checked) => {
    coverage?.add(checked);
  });
}

async function openCoverage(
  invocation: Invocation,
  folder: GeneratedFolder,
  config: LoadedConfig,
): Promise<CoverageRun | undefined> {
  const given = invocation.texts('coverage-min');
  if (!invocation.isSet('coverage') && given.length === 0) return undefined;
  // Imported late: most runs do not report coverage.
  const { startCoverage } = await import('../coverage/coverage-run.js');
  return startCoverage({ folder, configured: config.coverage, given });
}

function printCoverage(coverage: CoverageRun | undefined, reporter: Reporter): void {
  if (coverage === undefined) return;
  const { addition, findings } = coverage.finish(reporter.language);
  reporter.add(findings);
  reporter.append(addition);
}

function targetOf(invocation: Invocation): Parameters<typeof createAssociator>[0]['target'] {
  const [schema, operation, status] = ['schema', 'operation', 'status'].map((flag) => invocation.text(flag));
  return { schema, operation, status };
}

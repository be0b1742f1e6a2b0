import path from 'node:path';

import { chooseOutput } from './choose-output.js';
import type { Command, Invocation } from './command.js';
import { displayPath } from '../files/display-path.js';
import { findTranslations } from '../files/find-translations.js';
import { openFingerprintCache } from '../files/fingerprint-cache.js';
import { generateOnce } from '../generate/session.js';
import { applyDifferences, checkOutFolder, compareOutput, type Difference } from '../generate/write/write.js';
import { findSpec, isOwnPackage } from '../files/project.js';
import type { Generated, Job } from '../generate/pipeline.js';
import { findUnchanged, markUnchanged, type UnchangedOutput } from '../generate/write/unchanged.js';
import { formatDifferences, formatSummary } from '../generate/summary.js';
import { readLanguage } from '../messages/language.js';
import { refusedTexts } from '../messages/output/generate.js';
import { hasErrors } from '../messages/diagnostic.js';
import { UsageError } from '../messages/usage-error.js';
import { option, repeatable, toggle } from './flag.js';
import { CONFIG_FLAGS, readHosts, REMOTE_FLAG, splitList } from './input-flags.js';
import { printFindings } from './print-findings.js';
import { watchGenerate } from './watch-generate.js';

/** `iamport-kit generate`: generates code from a spec, or checks that the code on disk is up to date. */
export const generateCommand: Command = {
  name: 'generate',
  summary: {
    en: 'Write types, client, validators and schemas from an OpenAPI 3.0 or 3.1 document',
    ko: 'OpenAPI 3.0 또는 3.1 문서로 타입, 클라이언트, 검증기, 스키마를 만듭니다',
  },
  details: {
    en: "From any document: models, a client with a method per operation (createApiClient: parameters, bodies, answers, credentials and servers as the document says), validators, Standard Schemas and JSON Schemas. With x-token-exchange the client manages its tokens. createIamport, payment tools and webhook handlers come with the document of i'mport, whose x-token-exchange takes impKey and impSecret.",
    ko: '어떤 문서에서든 모델, 작업마다 메서드가 있는 클라이언트(createApiClient: 파라미터, 요청과 응답의 본문, 인증, 서버가 문서를 따릅니다), 검증기, "Standard Schema", JSON Schema를 만듭니다. "x-token-exchange"가 있으면 클라이언트가 토큰을 관리합니다. createIamport와 결제 도구, 웹훅 핸들러는 "x-token-exchange"가 impKey와 impSecret을 받는 아임포트 문서에서만 만듭니다.',
  },
  usage: '[--spec FILE] [--overlay FILE]… [--out DIR] [--include TAG,…] [--check | --force | --watch]',
  flags: {
    spec: option('FILE', {
      en: 'The document. Default: spec/openapi.yaml here, else the one in the installed iamport-kit',
      ko: '문서. 기본값: 여기의 spec/openapi.yaml, 없으면 설치된 iamport-kit의 문서',
    }),
    overlay: repeatable('FILE', {
      en: 'OpenAPI Overlay to apply to the document first; several apply in the given order',
      ko: '먼저 문서에 적용할 OpenAPI Overlay. 준 순서대로 적용합니다',
    }),
    out: option('DIR', { en: 'Output folder. Default: generated', ko: '쓸 폴더. 기본값: generated' }),
    check: toggle({
      en: 'Write nothing; exit with 1 if a file in DIR is stale, missing or extra',
      ko: '쓰지 않고, DIR에 오래되거나 없거나 남는 파일이 있으면 1로 끝납니다',
    }),
    force: toggle({
      en: 'Generate even if nothing has changed since the last run',
      ko: '마지막 실행 뒤로 바뀐 것이 없어도 생성합니다',
    }),
    watch: toggle({
      en: 'Regenerate whenever a file of the spec is saved, until Ctrl-C',
      ko: '스펙 파일을 저장할 때마다 다시 생성합니다. 끝내려면 Ctrl-C',
    }),
    'allow-remote': REMOTE_FLAG,
    include: repeatable('TAG,…', {
      en: 'Only operations with one of these tags',
      ko: '이 태그 중 하나가 있는 작업만 생성합니다',
    }),
    'strict-read-only': toggle({
      en: 'Validators of requests refuse read-only properties. Later runs remember it; so does "generate": { "strictReadOnly": … } in the config',
      ko: '요청의 검증기가 읽기 전용 속성을 거부합니다. 다음 실행부터 기억하며, 설정의 "generate": { "strictReadOnly": … }로도 정합니다',
    }),
    'import-extension': option('js|ts|none|auto', {
      en: 'Extension in imports between the files. Default: follows tsconfig.json and package.json',
      ko: '파일이 서로를 import하는 방식. 기본값: tsconfig.json과 package.json을 따릅니다',
    }),
    ...CONFIG_FLAGS,
    lang: option('LANG', {
      en: 'Language of the output, and of the comments in the code where the document has a translation beside it',
      ko: '출력의 언어. 문서 옆에 번역이 있으면 코드의 주석도 이 언어로 씁니다',
    }),
  },
  examples: [
    'iamport-kit generate',
    'iamport-kit generate --check',
    'iamport-kit generate --include payments --out src/iamport',
    'iamport-kit generate --lang ko --out src/iamport',
    'iamport-kit generate --watch',
  ],
  async run(invocation) {
    const started = performance.now();
    const job = await readJob(invocation);
    if (invocation.isSet('watch')) return watchGenerate(job, invocation);
    const cache = openFingerprintCache(job.out);
    const unchanged = invocation.isSet('force') ? undefined : findUnchanged(job, cache);
    if (unchanged !== undefined) return conclude({ ...unchanged, differences: [], started }, job, invocation);
    const result = await generateOnce(job);
    if (await printDiagnostics(result, job, invocation)) return 1;
    const differences = compareOutput(result.files, job.out);
    const code = conclude({ ...result, differences, started }, job, invocation);
    // Warnings and notes are for the next run to repeat.
    const hasNotes = result.diagnostics.length > 0 || differences.some(({ kind }) => kind === 'formatted');
    if (code === 0 && result.sources !== undefined && !hasNotes)
      markUnchanged({ request: job, sources: result.sources, files: result.files }, cache);
    return code;
  },
};

interface Outcome extends UnchangedOutput {
  readonly differences: readonly Difference[];
  /** As of `performance.now()`. */
  readonly started: number;
}

async function readJob(invocation: Invocation): Promise<Job> {
  const { cwd } = invocation;
  if (invocation.positionals.length > 0) throw new UsageError('generate-takes-no-files');
  if (invocation.isSet('watch') && invocation.isSet('check')) throw new UsageError('check-with-watch');
  const { file, shownAs } = findSpec(invocation.text('spec'), cwd);
  const out = outFolder(invocation);
  checkOutFolder(out, file);
  return {
    specFile: file,
    shownAs,
    overlays: [
      ...translations(file, invocation),
      ...invocation.texts('overlay').map((overlay) => path.resolve(cwd, overlay)),
    ],
    include: tags(invocation),
    hasEntry: !isOwnPackage(out),
    ...(await chooseOutput(out, invocation)),
    out,
    hosts: readHosts(invocation),
    cwd,
  };
}

/** Only `--lang` translates the code: the locale of a machine must not change what it writes. */
function translations(spec: string, invocation: Invocation): string[] {
  return invocation.text('lang') === undefined ? [] : findTranslations(spec, readLanguage(invocation));
}

/** Prints errors and warnings. Gives whether there are errors. */
async function printDiagnostics(
  { diagnostics }: Generated,
  { shownAs }: Job,
  invocation: Invocation,
): Promise<boolean> {
  if (diagnostics.length === 0) return false;
  await printFindings(diagnostics, invocation);
  if (!hasErrors(diagnostics)) return false;
  invocation.stdout(`${refusedTexts(shownAs, diagnostics.length)[readLanguage(invocation)]}\n`);
  return true;
}

/** Writes the differences, or only reports them with `--check`. */
function conclude({ differences, started, ...result }: Outcome, job: Job, invocation: Invocation): number {
  const out = displayPath(job.out, invocation.cwd);
  const language = readLanguage(invocation);
  if (invocation.isSet('check')) {
    invocation.stdout(formatDifferences(differences, { out, total: result.files.length }, language));
    return differences.some(({ kind }) => kind !== 'formatted') ? 1 : 0;
  }
  applyDifferences(differences, job.out);
  const milliseconds = performance.now() - started;
  invocation.stdout(
    formatSummary({ spec: job.shownAs, out, imports: job.imports, result, differences, milliseconds }, language),
  );
  return 0;
}

function outFolder(invocation: Invocation): string {
  const out = invocation.text('out') ?? 'generated';
  if (out === '') throw new UsageError('flag-empty', { flag: 'out', wanted: 'folder' });
  return path.resolve(invocation.cwd, out);
}

function tags(invocation: Invocation): string[] {
  const names = splitList(invocation.texts('include'));
  if (names.includes('')) throw new UsageError('empty-tag');
  return names;
}

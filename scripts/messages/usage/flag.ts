import type { Texts } from '../entry.js';
import { korean } from '../particle.js';

/** The value of each flag, as in "--until expects …" and "--until에는 … 주세요". */
const TAKES = {
  until: { en: 'a day such as 2027-01-31', ko: '2027-01-31 같은 날짜를' },
  'max-warnings': { en: 'a whole number', ko: '0 이상의 정수를' },
  limit: { en: 'a whole number', ko: '0 이상의 정수를' },
  'fail-on': { en: 'error, warning or none', ko: 'error, warning, none 중 하나를' },
  rule: { en: 'CODE=off, CODE=warn or CODE=error', ko: 'CODE=off, CODE=warn, CODE=error 중 하나를' },
  output: { en: 'FORMAT=FILE, such as sarif=report.sarif', ko: 'sarif=report.sarif처럼 FORMAT=FILE을' },
  'allow-remote': { en: 'host names such as example.com', ko: 'example.com 같은 호스트 이름을' },
  'coverage-min': {
    en: 'columns and percentages such as operations=80,outcomes=60',
    ko: 'operations=80,outcomes=60처럼 열과 백분율을',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** A flag, without its dashes, and the command it belongs to. */
export interface FlagOf {
  readonly flag: string;
  readonly command: string;
}

/** Errors about flags: unknown, incomplete or conflicting. */
export const FLAG_USAGE = {
  'flag-unknown': ({ flag, command, near }: FlagOf & { readonly near?: string | undefined }): Texts => ({
    en: `unknown option ${flag}${near === undefined ? '' : `; did you mean --${near}?`}${near === undefined ? '.' : ''} See "iamport-kit ${command} --help".`,
    ko: `${flag} 옵션은 없습니다.${near === undefined ? '' : ` 혹시 --${near}인가요?`} "iamport-kit ${command} --help"를 보세요.`,
  }),
  'flag-without-value': ({ flag, command }: FlagOf): Texts => ({
    en: `option ${flag} needs a value. See "iamport-kit ${command} --help".`,
    ko: `${flag} 옵션에 값이 없습니다. "iamport-kit ${command} --help"를 보세요.`,
  }),
  'flag-dashed-value': ({ flag, command }: FlagOf): Texts => ({
    en: `the value of ${flag} begins with a dash; write ${flag}=VALUE. See "iamport-kit ${command} --help".`,
    ko: `${flag} 옵션의 값이 대시로 시작합니다. ${flag}=VALUE로 쓰세요. "iamport-kit ${command} --help"를 보세요.`,
  }),
  'flag-with-value': ({ flag, command }: FlagOf): Texts => ({
    en: `option ${flag} does not take a value. See "iamport-kit ${command} --help".`,
    ko: `${flag} 옵션에는 값을 줄 수 없습니다. "iamport-kit ${command} --help"를 보세요.`,
  }),
  'flag-empty': ({ flag, wanted }: { readonly flag: string; readonly wanted: 'file' | 'folder' }): Texts => ({
    en: `--${flag} is empty; pass a ${wanted}`,
    ko: `--${flag} 값이 비어 있습니다. ${wanted === 'file' ? '파일' : '폴더'} 이름을 주세요`,
  }),
  'flag-value': ({
    flag,
    given,
    choices,
  }: {
    readonly flag: keyof typeof TAKES;
    readonly given: string;
    readonly choices?: readonly string[];
  }): Texts => {
    const { en, ko } = TAKES[flag];
    const [list, 목록] =
      choices === undefined ? ['', ''] : [`; choose from ${choices.join(', ')}`, `. 열: ${choices.join(', ')}`];
    return {
      en: `--${flag} expects ${en}, not "${given}"${list}`,
      ko: korean`--${flag}에는 ${ko} 주세요: "${given}"${목록}`,
    };
  },
  'flag-needs': ({ flag, other }: { readonly flag: string; readonly other: string }): Texts => ({
    en: `--${flag} needs --${other}`,
    ko: korean`--${flag}{은/는} --${other}{과/와} 함께 써야 합니다`,
  }),
  'flags-conflict': ({ one, other }: { readonly one: string; readonly other: string }): Texts => ({
    en: `use either --${one} or --${other}, not both`,
    ko: korean`--${one}{과/와} --${other} 중 하나만 쓰세요`,
  }),
  'two-formats': ({ formats: [first = '', second = ''] }: { readonly formats: readonly string[] }): Texts => ({
    en: `only one format can be printed, not ${first} and ${second}; write the other with --output ${second}=FILE`,
    ko: `출력할 수 있는 형식은 하나입니다(${first}, ${second}). 나머지는 --output ${second}=FILE로 쓰세요`,
  }),
  'same-output': ({ file }: { readonly file: string }): Texts => ({
    en: `two reports would be written to ${file}; use different files`,
    ko: `두 보고서가 모두 ${file}에 쓰입니다. 파일을 따로 주세요`,
  }),
  'output-is-input': ({ file }: { readonly file: string }): Texts => ({
    en: `--output ${file} would overwrite a file that this run uses; name another one`,
    ko: korean`--output ${file}{은/는} 이 실행에 쓰이는 파일입니다. 다른 파일을 주세요`,
  }),
  'empty-tag': (): Texts => ({
    en: '--include contains an empty tag; write --include payments,webhooks',
    ko: '--include에 빈 태그가 있습니다. --include payments,webhooks처럼 쓰세요',
  }),
  'check-with-watch': (): Texts => ({
    en: 'use either --check or --watch: --check writes nothing',
    ko: '--check와 --watch 중 하나만 쓰세요. --check는 아무것도 쓰지 않습니다',
  }),
  'import-extension-unknown': ({ value }: { readonly value: string }): Texts => ({
    en: `--import-extension expects js, ts, none or auto, not "${value}"`,
    ko: `--import-extension에는 js, ts, none, auto 중 하나를 주세요. "${value}"은(는) 쓸 수 없습니다`,
  }),
  'generate-takes-no-files': (): Texts => ({
    en: 'generate does not take files; pass the document with --spec',
    ko: 'generate에는 파일을 줄 수 없습니다. 문서는 --spec으로 주세요',
  }),
  'no-files-given': (): Texts => ({
    en: 'no files given; pass files, folders or globs, or - for stdin',
    ko: '파일이 없습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  }),
  'nothing-to-watch': (): Texts => ({
    en: '--watch needs files or folders to watch',
    ko: '--watch로 지켜볼 파일이나 폴더를 주세요',
  }),
  'stdin-read-only': (): Texts => ({
    en: 'stdin cannot be modified; pass files',
    ko: '표준 입력은 고칠 수 없습니다. 파일을 주세요',
  }),
};

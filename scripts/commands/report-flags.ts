import { UsageError } from '../messages/usage-error.js';
import { FORMATS, FROM_ROOT } from '../report/formats/formats.js';
import type { Threshold } from '../report/threshold.js';
import type { Invocation } from './command.js';
import { option, repeatable, toggle, type Flag, type Flags } from './flag.js';

/** `--lang`, for every command. */
export const LANG_FLAG: Flag = option('LANG', {
  en: 'Language of messages: en or ko. Default: ko in a Korean locale, else en',
  ko: '메시지의 언어: en 또는 ko. 기본값: 한국어 로캘에서는 ko, 그 밖에는 en',
});

const FORMAT_NAMES = Object.keys(FORMATS).join(', ');
const ROOT_NAMES = FROM_ROOT.join(', ');

/** Flags of every command that reports findings. */
export const REPORT_FLAGS: Flags = {
  format: option('FORMAT', {
    en: `Output format: ${FORMAT_NAMES}. Default: pretty`,
    ko: `출력 형식: ${FORMAT_NAMES}. 기본값: pretty`,
  }),
  output: repeatable('FORMAT=FILE', {
    en: 'Also write a report to a file, such as sarif=lint.sarif',
    ko: '보고서를 파일에도 씁니다(예: sarif=lint.sarif)',
  }),
  root: option('DIR', {
    en: `Folder that paths in ${ROOT_NAMES} start from, and that references of a linted document stay inside. Default: the repository`,
    ko: `${ROOT_NAMES}의 경로가 시작하고, lint하는 문서의 참조가 벗어날 수 없는 폴더. 기본값: 저장소`,
  }),
  lang: LANG_FLAG,
  'fail-on': option('LEVEL', {
    en: 'Findings that exit with 1: error (default), warning (includes errors), none',
    ko: '종료 코드 1의 기준: error(기본값), warning(오류 포함), none',
  }),
  'max-warnings': option('N', {
    en: 'Exit with 1 if there are more than N warnings',
    ko: '경고가 이보다 많으면 1로 끝납니다',
  }),
  quiet: toggle({
    en: 'Report errors only; print nothing if there are none',
    ko: '오류만 보고하고, 없으면 아무것도 출력하지 않습니다',
  }),
  limit: option('N', {
    en: 'Maximum number of findings to show; the rest are counted. Default: 10000',
    ko: '보여 줄 문제 수. 나머지는 세기만 합니다. 기본값: 10000',
  }),
  rule: repeatable('CODE=LEVEL', {
    en: 'Level of a code in this run: off, warn or error',
    ko: '이번 실행에서 코드의 수준: off, warn, error',
  }),
  baseline: option('FILE', {
    en: 'File of accepted findings. Default: iamport-kit.baseline.json, if it exists',
    ko: '남겨 두기로 한 문제. 기본값: 이 폴더나 저장소의 상위 폴더에 있는 iamport-kit.baseline.json',
  }),
  'update-baseline': toggle({
    en: 'Write all findings to the baseline; new ones need --reason',
    ko: '찾은 문제를 모두 베이스라인에 씁니다. 새 문제에는 --reason이 필요합니다',
  }),
  reason: option('TEXT', {
    en: 'Reason for accepting new findings, for --update-baseline',
    ko: '--update-baseline에서 새 문제를 남겨 두는 사유',
  }),
  until: option('DATE', {
    en: 'Last day of acceptance, such as 2027-01-31',
    ko: '남겨 둘 마지막 날(예: 2027-01-31)',
  }),
};

/**
 * Reads `--fail-on` and `--max-warnings`.
 *
 * @throws {UsageError} if one of them is invalid.
 */
export function readThreshold({ text }: Pick<Invocation, 'text'>): Threshold {
  const failOn = text('fail-on') ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning' && failOn !== 'none')
    throw new UsageError('flag-value', { flag: 'fail-on', given: failOn });
  return { failOn, maxWarnings: readCount({ text }, 'max-warnings') ?? Infinity };
}

/**
 * Reads a flag whose value is a count; undefined if it is not given.
 *
 * @throws {UsageError} if the value is not a whole number.
 */
export function readCount({ text }: Pick<Invocation, 'text'>, flag: 'limit' | 'max-warnings'): number | undefined {
  const given = text(flag);
  if (given === undefined || /^\d{1,9}$/.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError('flag-value', { flag, given });
}

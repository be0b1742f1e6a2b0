import type { Flag } from './command.js';
import { FORMAT_NAMES } from '../report/formats/format-name.js';

/** `--lang`, for every command. */
export const LANG_FLAG: Flag = {
  type: 'string',
  value: 'LANG',
  description: {
    en: 'Language of messages: en or ko. Default: ko in a Korean locale, else en',
    ko: '메시지의 언어: en 또는 ko. 기본값: 한국어 로캘에서는 ko, 그 밖에는 en',
  },
};

/** Flags of every command that reports findings. */
export const REPORT_FLAGS = {
  format: {
    type: 'string',
    value: 'FORMAT',
    description: {
      en: `Output format: ${FORMAT_NAMES.join(', ')}. Default: pretty`,
      ko: `출력 형식: ${FORMAT_NAMES.join(', ')}. 기본값: pretty`,
    },
  },
  output: {
    type: 'string',
    value: 'FORMAT=FILE',
    isRepeatable: true,
    description: {
      en: 'Also write a report to a file, such as sarif=lint.sarif',
      ko: '보고서를 파일에도 씁니다(예: sarif=lint.sarif)',
    },
  },
  root: {
    type: 'string',
    value: 'DIR',
    description: {
      en: 'Folder that paths in sarif, junit, github, checkstyle and codeclimate start from. Default: the repository',
      ko: 'sarif, junit, github, checkstyle, codeclimate의 경로가 시작하는 폴더. 기본값: 저장소',
    },
  },
  lang: LANG_FLAG,
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    description: {
      en: 'Findings that exit with 1: error (default), warning (includes errors), none',
      ko: '종료 코드 1의 기준: error(기본값), warning(오류 포함), none',
    },
  },
  'max-warnings': {
    type: 'string',
    value: 'N',
    description: { en: 'Exit with 1 if there are more than N warnings', ko: '경고가 이보다 많으면 1로 끝납니다' },
  },
  quiet: {
    type: 'boolean',
    description: {
      en: 'Report errors only; print nothing if there are none',
      ko: '오류만 보고하고, 없으면 아무것도 출력하지 않습니다',
    },
  },
  limit: {
    type: 'string',
    value: 'N',
    description: {
      en: 'Maximum number of findings to show; the rest are counted. Default: 10000',
      ko: '보여 줄 문제 수. 나머지는 세기만 합니다. 기본값: 10000',
    },
  },
  rule: {
    type: 'string',
    value: 'CODE=LEVEL',
    isRepeatable: true,
    description: {
      en: 'Level of a code in this run: off, warn or error',
      ko: '이번 실행에서 코드의 수준: off, warn, error',
    },
  },
  baseline: {
    type: 'string',
    value: 'FILE',
    description: {
      en: 'File of accepted findings. Default: iamport-kit.baseline.json, if it exists',
      ko: '남겨 두기로 한 문제. 기본값: 이 폴더나 저장소의 상위 폴더에 있는 iamport-kit.baseline.json',
    },
  },
  'update-baseline': {
    type: 'boolean',
    description: {
      en: 'Write all findings to the baseline; new ones need --reason',
      ko: '찾은 문제를 모두 베이스라인에 씁니다. 새 문제에는 --reason이 필요합니다',
    },
  },
  reason: {
    type: 'string',
    value: 'TEXT',
    description: {
      en: 'Reason for accepting new findings, for --update-baseline',
      ko: '--update-baseline에서 새 문제를 남겨 두는 사유',
    },
  },
  until: {
    type: 'string',
    value: 'DATE',
    description: {
      en: 'Last day of acceptance, such as 2027-01-31',
      ko: '남겨 둘 마지막 날(예: 2027-01-31)',
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;

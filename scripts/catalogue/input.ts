import { defineEntries } from './entry.js';

/** Findings about files that cannot be checked at all. */
export const INPUT_ENTRIES = defineEntries({
  'fixture/syntax': {
    severity: 'error',
    title: { en: 'The file cannot be parsed', ko: '파일을 해석할 수 없습니다' },
    cause: {
      en: 'The text stops being JSON at the place shown, is empty, or is not UTF-8.',
      ko: '표시된 위치부터 JSON이 아니거나, 비어 있거나, UTF-8이 아닙니다.',
    },
    fix: { en: 'Correct the text at the place shown.', ko: '표시된 위치의 텍스트를 고치세요.' },
    message: { en: ({ problem = '' }) => problem, ko: ({ problem = '' }) => problem },
  },
  'fixture/unmatched': {
    severity: 'error',
    title: { en: 'No schema is known for the file', ko: '파일에 맞는 스키마를 알 수 없습니다' },
    cause: {
      en: 'Nothing says which schema the file follows: no flag, no "$schema", no entry of the config, no folder.',
      ko: '플래그, "$schema", 설정 항목, 폴더 이름 중 어느 것도 파일의 스키마를 알려 주지 않습니다.',
    },
    fix: {
      en: 'Give --schema or --operation, or move the file to fixtures/<operationId>/<status>.json.',
      ko: '--schema 또는 --operation을 지정하거나 파일을 fixtures/<operationId>/<status>.json으로 옮기세요.',
    },
    message: {
      en: () =>
        'no schema is known for this file; give --schema or --operation, or put it under <operationId>/<status>.json',
      ko: () =>
        '이 파일의 스키마를 알 수 없습니다. --schema나 --operation을 주거나 <operationId>/<status>.json에 두세요',
    },
  },
});

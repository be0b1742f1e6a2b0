import { defineEntries } from './entry.js';

/** Findings about the baseline itself. */
export const BASELINE_ENTRIES = defineEntries({
  'baseline/unused': {
    title: { en: 'A baseline entry is unused', ko: '더 이상 쓰이지 않는 베이스라인 항목입니다' },
    cause: {
      en: 'The finding was fixed, or its file was moved or deleted. If it stays, the entry would hide the next finding of the same kind.',
      ko: '문제가 이미 고쳐졌거나 파일이 옮겨지거나 삭제되었습니다. 항목을 그대로 두면 다음에 생기는 같은 문제가 가려집니다.',
    },
    fix: {
      en: 'Delete the entry, or run the command again with --update-baseline.',
      ko: '항목을 지우거나 --update-baseline을 붙여 명령을 다시 실행하세요.',
    },
    message: {
      en: ({ rule = '', file = '' }) => `${file} has no ${rule} finding here any more; delete the entry`,
      ko: ({ rule = '', file = '' }) => `${file}에 ${rule} 문제가 더 이상 없습니다. 이 항목을 지우세요`,
    },
  },
});

import type { Flag } from './command.js';

/** Flags of `validate` that change files. */
export const REWRITE_FLAGS = {
  redact: {
    type: 'boolean',
    description: {
      en: 'Show replacements for card numbers, phones, e-mails, keys and names that look real; --write makes them',
      ko: '실제로 보이는 카드 번호, 전화번호, 이메일, 키, 이름을 무엇으로 바꿀지 보여 줍니다. --write로 바꿉니다',
    },
  },
  write: {
    type: 'boolean',
    description: { en: 'With --redact: write the files', ko: '--redact와 함께: 파일에 씁니다' },
  },
  fix: {
    type: 'boolean',
    description: {
      en: 'Correct what has exactly one answer; every other byte stays',
      ko: '답이 하나뿐인 것을 고치고 나머지 바이트는 그대로 둡니다',
    },
  },
  'dry-run': {
    type: 'boolean',
    description: {
      en: 'With --fix: show what would change, with secrets masked',
      ko: '--fix와 함께: 바뀔 내용을 비밀을 가린 채 보여 줍니다',
    },
  },
} as const satisfies Readonly<Record<string, Flag>>;

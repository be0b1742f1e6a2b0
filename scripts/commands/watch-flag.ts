import type { Flag } from './command.js';

/** `--watch`, for commands that check files. */
export const WATCH_FLAG: Flag = {
  type: 'boolean',
  description: {
    en: 'Check files again when they change, until Ctrl-C',
    ko: '바뀐 파일을 다시 검사합니다. 끝내려면 Ctrl-C',
  },
};

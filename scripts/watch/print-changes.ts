import { displayPath } from '../files/display-path.js';
import type { Language } from '../messages/entry.js';
import { printable } from '../report/printable.js';
import type { Terminal } from '../report/terminal.js';

/** Where and how watching is reported; paths are shown relative to `cwd`. */
export interface WatchOutput extends Pick<Terminal, 'stderr'> {
  readonly cwd: string;
  readonly language: Language;
}

/** Prints which change starts a run; on none, that watching begins. */
export function printChanges(changed: readonly string[], { stderr, cwd, language }: WatchOutput): void {
  const [first, ...others] = changed.map((file) => printable(displayPath(file, cwd)));
  if (first === undefined) {
    stderr({ en: 'watching for changes; Ctrl-C ends it\n', ko: '변경을 기다립니다. 끝내려면 Ctrl-C\n' }[language]);
    return;
  }
  const more =
    others.length === 0 ? { en: '', ko: '' } : { en: ` and ${others.length} more`, ko: ` 외 ${others.length}개` };
  stderr({ en: `${first}${more.en} changed\n`, ko: `${first}${more.ko} 변경됨\n` }[language]);
}

import type { Invocation } from '../commands/command.js';
import { displayPath } from '../files/display-path.js';
import { readLanguage } from '../messages/language.js';
import { printable } from '../report/printable.js';

/** Says on which change a run follows; on none, that watching begins. */
export function tellChanges(changed: readonly string[], invocation: Invocation): void {
  const isKorean = readLanguage(invocation) === 'ko';
  const [first, ...others] = changed.map((file) => printable(displayPath(file, invocation.cwd)));
  if (first === undefined) {
    invocation.tell(isKorean ? '변경을 기다립니다. 끝내려면 Ctrl-C\n' : 'watching for changes; Ctrl-C ends it\n');
    return;
  }
  const more = isKorean ? ` 외 ${others.length}개` : ` and ${others.length} more`;
  invocation.tell(`${first}${others.length === 0 ? '' : more}${isKorean ? ' 변경됨' : ' changed'}\n`);
}

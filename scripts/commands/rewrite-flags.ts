import type { RewriteMode } from '../fix/print-rewrites.js';
import { readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { readDestinations } from './destinations.js';
import { toggle, type Flags } from './flag.js';

/** Flags of `validate` that rewrite files. */
export const REWRITE_FLAGS: Flags = {
  redact: toggle({
    en: 'Show fake replacements for card numbers, phones, e-mails, keys and names that look real; --write applies them',
    ko: '실제로 보이는 카드번호, 전화번호, 이메일, 키, 이름을 무엇으로 바꿀지 보여 줍니다. --write로 바꿉니다',
  }),
  write: toggle({ en: 'With --redact: apply the replacements', ko: '--redact와 함께: 파일에 씁니다' }),
  fix: toggle({
    en: 'Fix problems with exactly one solution; all other bytes stay the same',
    ko: '답이 하나뿐인 것을 고치고 나머지 바이트는 그대로 둡니다',
  }),
  'dry-run': toggle({
    en: 'With --fix: show what would change, with secrets masked',
    ko: '--fix와 함께: 바뀔 내용을 비밀을 가린 채 보여 줍니다',
  }),
};

/**
 * Reads `--redact`, `--fix` and their flags; undefined if neither is given.
 *
 * @throws {UsageError} if the flags conflict.
 */
export function readRewriteMode(invocation: Invocation): RewriteMode | undefined {
  const [isRedaction, isWritten, isFix, isDry] = ['redact', 'write', 'fix', 'dry-run'].map((flag) =>
    invocation.isSet(flag),
  );
  if (isWritten && !isRedaction) throw new UsageError('flag-needs', { flag: 'write', other: 'redact' });
  if (isDry && !isFix) throw new UsageError('flag-needs', { flag: 'dry-run', other: 'fix' });
  if (isRedaction && isFix) throw new UsageError('flags-conflict', { one: 'redact', other: 'fix' });
  if (!isRedaction && !isFix) return undefined;
  if (invocation.positionals.includes('-')) throw new UsageError('stdin-read-only');
  const { stdout } = readDestinations(invocation);
  return {
    kind: isFix ? 'fix' : 'redact',
    isWritten: isFix ? isDry !== true : isWritten === true,
    language: readLanguage(invocation),
    // A diff between lines of JSON or XML would corrupt them.
    print: stdout === 'pretty' || stdout === 'compact' ? invocation.stdout : invocation.stderr,
  };
}

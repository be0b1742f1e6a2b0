import type { RewriteMode } from '../fix/rewriter.js';
import { readLanguage } from '../messages/language.js';
import { UsageError } from '../messages/usage-error.js';
import type { Flag, Invocation } from './command.js';
import { readDestinations } from './destinations.js';

/** Flags of `validate` that change files. */
export const REWRITE_FLAGS = {
  redact: {
    type: 'boolean',
    description: {
      en: 'Show replacements for card numbers, phones, e-mails, keys and names that look real; --write makes them',
      ko: '실제로 보이는 카드번호, 전화번호, 이메일, 키, 이름을 무엇으로 바꿀지 보여 줍니다. --write로 바꿉니다',
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

/**
 * Reads what `--redact` or `--fix` is to do; undefined when neither is given.
 *
 * @throws {UsageError} when the flags contradict each other.
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
    // A diff between the lines of JSON or XML would break them.
    print: stdout === 'pretty' || stdout === 'compact' ? invocation.stdout : invocation.stderr,
  };
}

import type { ControlFact } from '@iamport-kit/sandbox';

import type { Texts } from '../entry.js';
import { reasonTexts, type Reason } from '../reason.js';
import { refusalText } from './sandbox-refusal.js';

/** A flag and its value. */
export interface Given {
  readonly flag: string;
  readonly given: string;
}

/** Why the sandbox refuses: in its own English words, and as data for every other language. */
export interface SandboxRefusal {
  readonly english: string;
  readonly fact: ControlFact;
}

/** A file that a flag names. */
export interface FlagFile {
  readonly flag: string;
  readonly file: string;
}

/** Errors about calls of `iamport-kit sandbox`. */
export const SANDBOX_USAGE = {
  'sandbox-action': ({ given, known }: { readonly given: string; readonly known: readonly string[] }): Texts => ({
    en: `unknown sandbox command "${given}"; expected one of: ${known.join(', ')}`,
    ko: `sandbox ${given}: ${known.join(', ')} 중에서 고르세요`,
  }),
  'sandbox-argument': ({ action, argument }: { action: string; argument: string | null }): Texts => ({
    en:
      argument === null
        ? `sandbox ${action} takes no argument`
        : `sandbox ${action} needs one argument: ${action} ${argument}`,
    ko:
      argument === null
        ? `sandbox ${action}에는 인자를 쓰지 않습니다`
        : `sandbox ${action}에는 인자 하나가 필요합니다: ${action} ${argument}`,
  }),
  'sandbox-event': ({ events }: { readonly events: readonly string[] }): Texts => ({
    en: `sandbox trigger needs one event; expected one of: ${events.join(', ')}`,
    ko: `sandbox trigger에는 이벤트 하나가 필요합니다: ${events.join(', ')}`,
  }),
  'sandbox-field': ({ given }: { readonly given: string }): Texts => ({
    en: `--set expects FIELD=VALUE, such as amount=1004, not "${given}"`,
    ko: `--set ${given}: amount=1004처럼 이름=값으로 쓰세요`,
  }),
  'sandbox-refused': ({ english, fact }: SandboxRefusal): Texts => ({ en: english, ko: refusalText(fact) }),
  'sandbox-choice': ({ flag, given, choices }: Given & { readonly choices: readonly string[] }): Texts => ({
    en: `unknown --${flag} "${given}"; expected one of: ${choices.join(', ')}`,
    ko: `--${flag} ${given}: ${choices.join(', ')} 중에서 고르세요`,
  }),
  'sandbox-number': ({ flag, given, most }: Given & { readonly most: number }): Texts => ({
    en: `--${flag} expects a number from 0 to ${most}, not "${given}"`,
    ko: `--${flag} ${given}: 0부터 ${most}까지의 숫자를 쓰세요`,
  }),
  'sandbox-port': ({ port }: { readonly port: number }): Texts => ({
    en: `port ${port} is already in use; --port 0 picks a free port`,
    ko: `${port} 포트는 이미 쓰이고 있습니다. --port 0은 빈 포트를 고릅니다`,
  }),
  'sandbox-listen': ({ address, code }: { readonly address: string; readonly code: string }): Texts => ({
    en: `cannot listen on ${address}: ${code}`,
    ko: `${address}에서 요청을 받을 수 없습니다: ${code}`,
  }),
  'sandbox-file': ({ flag, file, english, fact }: FlagFile & SandboxRefusal): Texts => ({
    en: `--${flag} ${file}: ${english}`,
    ko: `--${flag} ${file}: ${refusalText(fact)}`,
  }),
  'sandbox-file-unreadable': ({ flag, file, reason }: FlagFile & { readonly reason: Reason }): Texts => ({
    en: `--${flag} ${file}: cannot read the file (${reasonTexts(reason).en})`,
    ko: `--${flag} ${file}: 파일을 읽을 수 없습니다(${reasonTexts(reason).ko})`,
  }),
  'sandbox-file-unparsable': ({ flag, file, quote }: FlagFile & { readonly quote: string }): Texts => ({
    en: `--${flag} ${file}: ${quote}`,
    ko: `--${flag} ${file}: YAML이나 JSON으로 읽을 수 없습니다: "${quote}"`,
  }),
};

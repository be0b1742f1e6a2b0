import type { Texts } from './entry.js';

const REASONS = {
  missing: { en: 'no such file', ko: '파일이 없음' },
  folder: { en: 'it is a folder', ko: '폴더임' },
  special: { en: 'it is not a regular file', ko: '일반 파일이 아님' },
  denied: { en: 'permission denied', ko: '권한 없음' },
  full: { en: 'the disk is full', ko: '디스크가 가득 참' },
  'read-only': { en: 'the disk is read-only', ko: '읽기 전용 디스크' },
  loop: { en: 'its links form a loop', ko: '링크가 순환함' },
  closed: { en: 'the descriptor is not open', ko: '열려 있지 않은 디스크립터' },
  'long-name': { en: 'the name is too long', ko: '이름이 너무 김' },
  utf16: { en: 'it is UTF-16; save it as UTF-8', ko: 'UTF-16임. UTF-8로 저장하세요' },
  'too-large': {
    en: 'it is too large for one document; NDJSON may have any size',
    ko: '문서 하나로는 너무 큼. NDJSON은 크기 제한이 없음',
  },
  other: { en: 'unknown reason', ko: '알 수 없는 이유' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Why a file cannot be read or written. */
export type ReasonCode = keyof typeof REASONS;

/** Whether a string is such a code. */
export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text);
}

/** A reason, with the system's own text where no code covers it. */
export interface Reason {
  readonly code: ReasonCode;
  /** Quoted as it is, in English. */
  readonly detail?: string;
}

/** Describes a reason in a few words. */
export function reasonTexts({ code, detail }: Reason): Texts {
  return detail === undefined ? REASONS[code] : { en: detail, ko: `"${detail}"` };
}

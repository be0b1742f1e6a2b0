import type { Phrase } from './phrase.js';

/** Why a file cannot be read or written, in Korean. */
export const REASON_PHRASES: readonly Phrase[] = [
  ['no such file', '없는 파일'],
  ['it is a folder', '폴더임'],
  ['it is no regular file', '일반 파일이 아님'],
  ['permission denied', '권한 없음'],
  ['its links lead in a circle', '링크가 순환함'],
  ['the name is too long', '이름이 너무 김'],
  ['the disk is full', '디스크가 가득 참'],
  ['the disk is read-only', '읽기 전용 디스크'],
  ['it is too large for one document; NDJSON may have any size', '문서 하나로는 너무 큼. NDJSON은 크기 제한이 없음'],
  ['unknown reason', '알 수 없는 이유'],
];

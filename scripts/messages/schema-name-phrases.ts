import type { Phrase } from './phrase.js';

/** Why a name is that of no schema or body, in Korean. */
export const SCHEMA_NAME_PHRASES: readonly Phrase[] = [
  ['there is no schema {name}; {cure}', '{name} 스키마는 없습니다. {cure}'],
  ['there is no operation {name}; {cure}', '{name} 작업은 없습니다. {cure}'],
  [
    '{operation} has no body for status {status}; it has {bodies}',
    '{operation}에는 {status} 본문이 없습니다. 있는 것: {bodies}',
  ],
  ['did you mean "{near}"?', '혹시 "{near}"인가요?'],
  ['did you mean {near}?', '혹시 {near}인가요?'],
  ['there is {names}', '있는 것: {names}'],
];

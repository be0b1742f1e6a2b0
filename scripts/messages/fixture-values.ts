import { canonical } from '../json/kind.js';
import type { Entries, Texts } from './entry.js';
import {
  didYouMeanWords,
  formatWords,
  kinds,
  shortList,
  subject,
  type Named,
  type Suggested,
} from './fixture-words.js';

/** How a number must compare with a limit. */
export type Comparison = '>=' | '<=' | '>' | '<';

const COMPARISONS: Readonly<Record<Comparison, Texts>> = {
  '>=': { en: 'at least', ko: '이상이어야' },
  '<=': { en: 'at most', ko: '이하여야' },
  '>': { en: 'more than', ko: '초과여야' },
  '<': { en: 'less than', ko: '미만이어야' },
};

/** How to correct a value of the wrong type, where that is clear. */
export interface TypeCure {
  /** Set when only the quotes are wrong: missing, or in the way. */
  readonly quotes?: 'add' | 'drop';
  /** The value without its quotes; unset where showing it could reveal a secret. */
  readonly rewrite?: string;
}

/** Values of the findings about single values. */
export interface ValueFacts {
  'fixture/type': Named & TypeCure & { readonly wanted: readonly string[]; readonly found: string };
  'fixture/enum': Named & Suggested & { readonly allowed: readonly unknown[] };
  'fixture/const': Named & { readonly constant: unknown };
  'fixture/not': Named & { readonly constant?: unknown; readonly property?: string };
  'fixture/max-length': Named & { readonly limit: number; readonly length: number };
  'fixture/min-length': Named & { readonly limit: number; readonly length: number };
  'fixture/pattern': Named & { readonly pattern: string };
  'fixture/format': Named & { readonly format: string };
  'fixture/range': Named & { readonly comparison: Comparison; readonly limit: number };
  'fixture/multiple-of': Named & { readonly factor: number };
  'fixture/schema': Named & { readonly keyword: string };
}

/** Findings about single values that do not match their schema. */
export const VALUE_ENTRIES: Entries<ValueFacts> = {
  'fixture/type': {
    title: { en: 'A value has the wrong type', ko: '값의 타입이 다릅니다' },
    cause: {
      en: 'The schema allows other types here. Common causes are a number in quotes and null where null is not allowed.',
      ko: '스키마가 허용하는 타입이 아닙니다. 숫자를 따옴표로 감쌌거나 null이 올 수 없는 자리에 null을 쓴 경우가 많습니다.',
    },
    fix: { en: 'Write a value of the expected type.', ko: '필요한 타입의 값으로 바꾸세요.' },
    message: {
      en: (values) =>
        `${subject(values, 'en')} must be ${kinds(values.wanted, 'en')}, not ${kinds([values.found], 'en')}`,
      ko: (values) =>
        `${subject(values, 'ko')}의 타입이 다릅니다(필요: ${kinds(values.wanted, 'ko')}, 실제: ${kinds([values.found], 'ko')})`,
    },
    hint: {
      en: ({ quotes, rewrite = 'it' }) =>
        quotes === 'drop' ? `write ${rewrite} without quotes` : quotes === 'add' ? 'write it in quotes' : '',
      ko: ({ quotes, rewrite }) => {
        if (quotes === 'drop') return rewrite === undefined ? '따옴표를 빼고 쓰세요' : `따옴표 없이 쓰세요: ${rewrite}`;
        return quotes === 'add' ? '따옴표로 감싸세요' : '';
      },
    },
  },
  'fixture/enum': {
    title: { en: 'A value is not in the list of allowed values', ko: '목록에 없는 값입니다' },
    cause: {
      en: 'The list is complete: the API neither sends nor accepts any other value here.',
      ko: '이 목록이 전부이며, 다른 값은 오지도 받아들여지지도 않습니다.',
    },
    fix: { en: 'Write one of the listed values exactly as shown.', ko: '목록에 있는 값 중 하나를 그대로 쓰세요.' },
    message: {
      en: (values) =>
        `${subject(values, 'en')} must be one of ${shortList(values.allowed)}${didYouMeanWords(values, 'en')}`,
      ko: (values) =>
        `${subject(values, 'ko')}의 값은 다음 중 하나여야 합니다: ${shortList(values.allowed)}${didYouMeanWords(values, 'ko')}`,
    },
  },
  'fixture/const': {
    title: { en: 'A value differs from the constant in its schema', ko: '정해진 값과 다릅니다' },
    cause: {
      en: 'The schema allows a single value here, such as code 0 in the response of a successful call.',
      ko: '성공한 응답의 code 0처럼, 스키마가 값을 하나로 정해 둔 자리입니다.',
    },
    fix: {
      en: 'Write the constant, or validate the document against the schema it belongs to.',
      ko: '정해진 값을 쓰거나, 문서에 맞는 스키마로 검사하세요.',
    },
    message: {
      en: (values) => `${subject(values, 'en')} must be ${canonical(values.constant)}`,
      ko: (values) => `${subject(values, 'ko')}의 값으로는 ${canonical(values.constant)}만 쓸 수 있습니다`,
    },
  },
  'fixture/not': {
    title: { en: 'A value is excluded by its schema', ko: '허용하지 않는 값입니다' },
    cause: {
      en: 'The schema excludes this value or property with `not`.',
      ko: '스키마가 이 자리에 올 수 없다고 정한 값입니다.',
    },
    fix: { en: 'Write another value, or remove it.', ko: '다른 값을 쓰거나 지우세요.' },
    message: {
      en: (values) => {
        if (values.property !== undefined) return `${subject(values, 'en')} must not have ${values.property}`;
        return `${subject(values, 'en')} must not ${values.constant === undefined ? 'match the schema under "not"' : `be ${canonical(values.constant)}`}`;
      },
      ko: (values) => {
        if (values.property !== undefined)
          return `${subject(values, 'ko')}에 ${values.property} 속성이 있으면 안 됩니다`;
        return `${subject(values, 'ko')}의 값으로 쓸 수 없습니다${values.constant === undefined ? '' : `: ${canonical(values.constant)}`}`;
      },
    },
  },
  'fixture/max-length': {
    title: { en: 'A string is too long', ko: '문자열이 너무 깁니다' },
    cause: {
      en: 'The provider truncates or rejects longer strings.',
      ko: '제공자는 더 긴 문자열을 자르거나 거부합니다.',
    },
    fix: { en: 'Shorten the string.', ko: '문자열을 줄이세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have at most ${values.limit} characters, not ${values.length}`,
      ko: (values) => `${subject(values, 'ko')}의 길이는 ${values.limit}자 이하여야 합니다(현재 ${values.length}자)`,
    },
  },
  'fixture/min-length': {
    title: { en: 'A string is too short', ko: '문자열이 너무 짧습니다' },
    cause: {
      en: 'The schema requires more characters. Usually the string is empty.',
      ko: '스키마가 더 긴 문자열을 요구합니다. 대개 비어 있는 경우입니다.',
    },
    fix: { en: 'Write a longer string.', ko: '더 긴 문자열을 쓰세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must have at least ${values.limit} characters, not ${values.length}`,
      ko: (values) => `${subject(values, 'ko')}의 길이는 ${values.limit}자 이상이어야 합니다(현재 ${values.length}자)`,
    },
  },
  'fixture/pattern': {
    title: { en: 'A string does not match its pattern', ko: '문자열의 형식이 다릅니다' },
    cause: {
      en: 'The schema has a regular expression that the string does not match.',
      ko: '스키마의 정규식과 맞지 않는 문자열입니다.',
    },
    fix: { en: 'Write a string that matches the pattern.', ko: '정규식에 맞는 문자열을 쓰세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must match ${values.pattern}`,
      ko: (values) => `${subject(values, 'ko')}의 형식이 다릅니다(정규식: ${values.pattern})`,
    },
  },
  'fixture/format': {
    title: { en: 'A value does not match its format', ko: '값이 format과 맞지 않습니다' },
    cause: {
      en: 'The schema requires a standard format such as date or ipv4, and the value does not match it.',
      ko: '스키마가 date, ipv4처럼 어디서나 뜻이 같은 format을 정했으나, 값이 그 형식이 아닙니다.',
    },
    fix: { en: 'Write a value like the example in the message.', ko: '메시지의 예와 같은 형식으로 쓰세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must be ${formatWords(values.format, 'en')}`,
      ko: (values) => `${subject(values, 'ko')}의 값은 ${formatWords(values.format, 'ko')}`,
    },
  },
  'fixture/range': {
    title: { en: 'A number is too small or too large', ko: '숫자가 범위를 벗어났습니다' },
    cause: { en: 'The number is outside the range that the schema allows.', ko: '스키마가 정한 범위 밖의 숫자입니다.' },
    fix: { en: 'Write a number within the range.', ko: '범위 안의 숫자를 쓰세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must be ${COMPARISONS[values.comparison].en} ${values.limit}`,
      ko: (values) => `${subject(values, 'ko')}의 값은 ${values.limit} ${COMPARISONS[values.comparison].ko} 합니다`,
    },
  },
  'fixture/multiple-of': {
    title: { en: 'A number is not a multiple of the required factor', ko: '배수가 아닌 숫자입니다' },
    cause: { en: 'The schema allows only multiples of a certain number.', ko: '스키마가 특정 수의 배수만 허용합니다.' },
    fix: { en: 'Write a multiple of that number.', ko: '그 수의 배수를 쓰세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} must be a multiple of ${values.factor}`,
      ko: (values) => `${subject(values, 'ko')}의 값은 ${values.factor}의 배수여야 합니다`,
    },
  },
  'fixture/schema': {
    title: { en: 'A value does not match its schema', ko: '값이 스키마와 맞지 않습니다' },
    cause: {
      en: 'The value fails the keyword of the schema that the message names.',
      ko: '메시지에 나온 스키마 키워드에 맞지 않는 값입니다.',
    },
    fix: { en: 'Compare the value with the schema.', ko: '값을 스키마와 비교해 고치세요.' },
    message: {
      en: (values) => `${subject(values, 'en')} does not satisfy ${values.keyword}`,
      ko: (values) => `${subject(values, 'ko')}의 값이 스키마와 맞지 않습니다(키워드: ${values.keyword})`,
    },
  },
};

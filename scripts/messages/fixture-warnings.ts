import type { Entries, Language } from './entry.js';
import { didYouMeanWords, holder, subject, type Held, type Named, type Suggested } from './fixture-words.js';

/** Values of these findings. */
export interface WarningFacts {
  /** `instead`: what the spec says to write in place of this name, `''` for nothing. Its value may need another type. */
  'fixture/unknown-property': Held & Suggested & { readonly property: string; readonly instead?: string };
  'fixture/unknown-member': Named & Suggested;
  'fixture/milliseconds': Named & { readonly seconds?: number };
  'fixture/duplicate-key': Named & Held;
  'fixture/unsafe-integer': Named;
}

/** Findings about documents that match their schema and are probably wrong nevertheless. */
export const WARNING_ENTRIES: Entries<WarningFacts> = {
  'fixture/unknown-property': {
    title: { en: 'A property is unknown', ko: '알려지지 않은 속성입니다' },
    cause: {
      en: 'The server may add properties at any time, so this is not an error. In a fixture it is usually a typo.',
      ko: '서버가 언제든 새 속성을 보낼 수 있으므로 오류는 아닙니다. 다만 픽스처에서는 오타인 경우가 더 많습니다.',
    },
    fix: {
      en: 'Correct the name, or add the property to the spec if the server really sends it.',
      ko: '이름을 고치세요. 서버가 실제로 보내는 속성이라면 스펙에 추가하세요.',
    },
    message: {
      en: (values) =>
        `${values.property} is not a known property of ${holder(values, 'en')}${otherNameWords(values, 'en')}`,
      ko: (values) =>
        `${holder(values, 'ko')}의 속성으로 알려지지 않은 이름입니다: ${values.property}${otherNameWords(values, 'ko')}`,
    },
  },
  'fixture/unknown-member': {
    title: { en: 'A value is unknown', ko: '알려지지 않은 값입니다' },
    cause: {
      en: 'The list of known values is open: new ones may appear. In a fixture an unknown value is usually a typo.',
      ko: '목록은 열려 있어 새 값이 생길 수 있습니다. 다만 픽스처에서는 오타인 경우가 더 많습니다.',
    },
    fix: {
      en: 'Correct the value, or add it to the spec if the server really sends it.',
      ko: '값을 고치세요. 서버가 실제로 보내는 값이라면 스펙에 추가하세요.',
    },
    message: {
      en: (values) => `${subject(values, 'en')} is not one of the known values${didYouMeanWords(values, 'en')}`,
      ko: (values) => `${subject(values, 'ko')}의 값이 알려진 값 중에 없습니다${didYouMeanWords(values, 'ko')}`,
    },
  },
  'fixture/milliseconds': {
    title: { en: 'A time is in milliseconds', ko: '시각이 밀리초 단위입니다' },
    cause: {
      en: 'This API uses Unix time in seconds. Read as seconds, this value is after the year 5000: a payment scheduled for it is never made.',
      ko: '이 API의 시각은 유닉스 초 단위입니다. 초로 읽으면 5000년이 넘는 값이어서, 이 시각으로 예약한 결제는 실행되지 않습니다.',
    },
    fix: { en: 'Divide by 1000.', ko: '1000으로 나누세요.' },
    message: {
      en: (values) =>
        `${subject(values, 'en')} is in milliseconds; expected Unix time in seconds${values.seconds === undefined ? '' : `, ${values.seconds}`}`,
      ko: (values) =>
        `${subject(values, 'ko')}의 값이 유닉스 초가 아니라 밀리초입니다${values.seconds === undefined ? '' : `. ${values.seconds}(으)로 쓰세요`}`,
    },
  },
  'fixture/duplicate-key': {
    title: { en: 'An object has a duplicate key', ko: '한 객체에 같은 속성이 두 번 있습니다' },
    cause: {
      en: 'Parsers differ in which value they keep; most silently drop all but the last.',
      ko: '둘 중 무엇을 읽을지는 프로그램마다 다릅니다. 대부분은 앞의 값을 조용히 버리고 마지막 값을 씁니다.',
    },
    fix: { en: 'Keep one and remove the others.', ko: '하나만 남기고 지우세요.' },
    message: {
      en: (values) => `duplicate key ${subject(values, 'en')} in ${holder(values, 'en')}`,
      ko: (values) => `${holder(values, 'ko')}에 ${subject(values, 'ko')} 속성이 두 번 있습니다`,
    },
  },
  'fixture/unsafe-integer': {
    title: { en: 'An integer is too large to be represented exactly', ko: '정확히 읽을 수 없을 만큼 큰 정수입니다' },
    cause: {
      en: 'JavaScript and many other languages read numbers as doubles: above 2^53 the last digits change.',
      ko: 'JavaScript를 비롯한 많은 프로그램은 숫자를 배정밀도로 읽으므로 2^53을 넘으면 끝자리가 바뀝니다.',
    },
    fix: {
      en: 'Write IDs in quotes; check amounts and times for too many digits.',
      ko: 'ID라면 따옴표로 감싸고, 금액이나 시각이라면 자릿수를 확인하세요.',
    },
    message: {
      en: (values) => `${subject(values, 'en')} is larger than 2^53 and loses digits when parsed`,
      ko: (values) => `${subject(values, 'ko')}의 값이 2^53을 넘어 읽을 때 끝자리가 바뀝니다`,
    },
  },
};

function otherNameWords(
  { suggestion, instead }: Suggested & { readonly instead?: string },
  language: Language,
): string {
  if (instead === '') return language === 'en' ? '; remove it' : '. 빼세요';
  const meant = instead ?? suggestion;
  return meant === undefined ? '' : didYouMeanWords({ suggestion: meant }, language);
}

import type { RequestTexts } from './request-rules.js';

const KINDS: Readonly<Record<string, string>> = {
  s: '문자열',
  n: '숫자',
  i: '정수',
  b: '불리언',
  o: '객체',
  a: '배열',
  '0': 'null',
  x: '다른 값',
};

/** Sentences about types and names, in Korean. */
export const KOREAN: Omit<RequestTexts, 'rules'> = {
  type: ({ name, want, got, write }) => {
    const wanted = Array.from(want, (letter) => KINDS[letter]).join(' 또는 ');
    const advice =
      write !== undefined
        ? ` ${String(write)} 값을 쓰세요.`
        : want === 's' && /[in]/.test(got)
          ? ' String(…)으로 바꾸세요.'
          : '';
    return `${name || '요청'}: ${wanted} 타입이어야 합니다(현재 ${KINDS[got] ?? '다른 값'}).${advice}`;
  },
  required: (name) => `${name} 파라미터가 필요합니다.`,
  form: (name) => `${name} 값의 형식이 올바르지 않습니다.`,
  least: (name, least) => `${name} 값은 ${least} 이상이어야 합니다.`,
  unknownName: (name, other) =>
    other === undefined
      ? `${name}: 알려지지 않은 파라미터입니다.`
      : other === ''
        ? `${name}: V1의 파라미터가 아닙니다. 빼세요.`
        : `${name}: 알려지지 않은 파라미터입니다. 혹시 ${other}인가요?`,
  unknownValue: (name) => `${name}: 알려지지 않은 값입니다.`,
};

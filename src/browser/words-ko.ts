import type { RequestTexts } from './request-rules.js';

const KINDS: Readonly<Record<string, string>> = {
  s: '문자열',
  n: '숫자',
  i: '정수',
  b: '불리언',
  o: '객체',
  a: '배열',
  '0': 'null',
};

/** Messages about types, names and simple rules, in Korean. */
export const KOREAN: Omit<RequestTexts, 'rules'> = {
  heading: (count, what) => `${what === 'payment' ? '결제' : '본인인증'} 요청 오류: ${count}개`,
  demand: ({ names, values, how, of, when, isError }) => {
    const given = when?.values.length ? `${when.values.join(', ')}일 때` : '있으면';
    const before = when ? `${when.names.join(', ')} 값이 ${given} ` : '';
    const need = ` 파라미터${isError ? '가 필요합니다' : '를 넣는 것이 좋습니다'}`;
    const unit = of === 'l' ? '자' : of === 'b' ? '바이트' : '';
    const end = how === '{' ? ' 이하여야' : how === '}' ? ' 이상이어야' : values.length > 1 ? ' 중 하나여야' : '이어야';
    const limit = ` 값은 ${values.join(', ')}${unit}${how === '#' ? '일 수 없습니다' : `${end} 합니다`}`;
    return `${before}${names.join(', ')}${values.length > 0 ? limit : how === '^' ? ' 파라미터를 빼야 합니다' : need}.`;
  },
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
  required: ({ name }) => `${name} 파라미터가 필요합니다.`,
  form: ({ name }) => `${name} 값의 형식이 올바르지 않습니다.`,
  least: ({ name, least }) => `${name} 값은 ${least} 이상이어야 합니다.`,
  'unknown-name': ({ name, other }) =>
    `${name}: 알려지지 않은 파라미터입니다.${other === undefined ? '' : other === '' ? ' 빼세요.' : ` 혹시 ${other}인가요?`}`,
  'unknown-value': ({ name }) => `${name}: 알려지지 않은 값입니다.`,
};

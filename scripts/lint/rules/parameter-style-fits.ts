import { isObject, typesOf } from '../../json/schema.js';
import { defineRule } from '../rule.js';

/** The styles that each parameter location allows. */
const STYLES: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** Styles for some values only: the types they can serialise, and the one `explode` that is defined. */
const NARROW: Readonly<Record<string, { readonly types: readonly string[]; readonly explode: boolean }>> = {
  spaceDelimited: { types: ['array', 'object'], explode: false },
  pipeDelimited: { types: ['array', 'object'], explode: false },
  deepObject: { types: ['object'], explode: true },
};

// https://spec.openapis.org/oas/v3.1.1.html#style-examples: the cells that say "n/a".
export const parameterStyleFits = defineRule({
  on: 'parameter',
  set: 'structure',
  title: { en: "A parameter's style cannot express it", ko: '매개변수의 `style`로 나타낼 수 없습니다' },
  cause: {
    en: 'OpenAPI defines each style for some places, types and values of `explode` only; for others, clients and servers guess, and differ.',
    ko: 'OpenAPI는 style마다 쓸 수 있는 위치, 타입, `explode` 값을 정해 두었습니다. 그 밖의 조합은 클라이언트와 서버가 서로 다르게 짐작합니다.',
  },
  fix: {
    en: 'Use another style, or `content: application/json` for values that no style expresses.',
    ko: '다른 `style`을 쓰거나, 어떤 `style`로도 나타낼 수 없는 값이면 `content: application/json`을 쓰세요.',
  },
  check(parameter, at) {
    const { in: place, style, explode } = parameter;
    if (style === undefined) return;
    const known = STYLES[place] ?? [];
    if (!known.includes(style)) {
      const usable = known.map((name) => `\`${name}\``).join(', ');
      return {
        at: at.child('style'),
        en: `A ${place} parameter cannot have the style \`${style}\`; use ${usable}.`,
        ko: `${place} 매개변수에는 \`${style}\` style을 쓸 수 없습니다. 쓸 수 있는 것: ${usable}`,
      };
    }
    const narrow = NARROW[style];
    if (narrow === undefined) return;
    if (explode !== undefined && explode !== narrow.explode)
      return {
        at: at.child('explode'),
        en: `The style \`${style}\` has \`explode: ${narrow.explode}\` only.`,
        ko: `\`${style}\` style에는 \`explode: ${narrow.explode}\`만 쓸 수 있습니다.`,
      };
    const schema = at.resolve(parameter.schema)?.node;
    const types = isObject(schema) ? typesOf(schema) : [];
    if (types.length === 0 || types.some((type) => narrow.types.includes(type))) return;
    return {
      at: at.child('style'),
      en: `The style \`${style}\` expresses ${narrow.types.join(' and ')} only, not ${types.join(' or ')}.`,
      ko: `\`${style}\` style로는 ${narrow.types.join(', ')}만 나타낼 수 있고 ${types.join(', ')}은 나타낼 수 없습니다.`,
    };
  },
});

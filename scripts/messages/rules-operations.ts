import type { Entries, Texts } from './entry.js';

/** The operation with the finding, by its ID. */
export interface OfOperation {
  readonly operation: string;
}

/** Two operations or paths. */
interface Two {
  readonly one: string;
  readonly other: string;
}

/** Why a style cannot express a parameter: its location, its `explode` or its types do not allow it. */
type Unfit = { readonly style: string } & (
  | { readonly problem: 'location'; readonly location: string; readonly usable: readonly string[] }
  | { readonly problem: 'explode'; readonly explode: boolean }
  | { readonly problem: 'type'; readonly usable: readonly string[]; readonly types: readonly string[] }
);

/** What a write does not declare, or how it does so wrongly. */
type Unsafe = OfOperation &
  (
    | { readonly problem: 'effect' | 'read-back' }
    | { readonly problem: 'unknown-operation'; readonly unknown: string }
    | { readonly problem: 'condition'; readonly condition: string }
  );

/** Values of the findings of rules about paths, operations and their parameters. */
export interface OperationRuleFacts {
  'allow-reserved-is-in-query': { readonly location: string };
  'operation-has-official-id': OfOperation;
  'operation-id-is-verb-first': OfOperation & { readonly verbs: readonly string[] };
  'operation-takes-tier': OfOperation;
  'parameter-style-fits': Unfit;
  'paths-unambiguous': Two;
  'resource-method-unique': Two & { readonly method: string };
  'write-has-read-back': Unsafe;
}

/** Rules about paths, operations and their parameters. */
export const OPERATION_RULES: Entries<OperationRuleFacts> = {
  'allow-reserved-is-in-query': {
    title: { en: '`allowReserved` is used outside the query', ko: '쿼리가 아닌 곳에 `allowReserved`가 있습니다' },
    cause: {
      en: 'OpenAPI 3.1 defines `allowReserved` for query parameters only. In a path, a header or a cookie it has no effect.',
      ko: 'OpenAPI 3.1에서 `allowReserved`는 쿼리 매개변수에만 쓸 수 있습니다. 경로, 헤더, 쿠키에서는 효과가 없습니다.',
    },
    fix: { en: 'Remove it.', ko: '지우세요.' },
    message: {
      en: ({ location }) => `\`allowReserved\` is for query parameters only, not for a ${location}; remove it.`,
      ko: ({ location }) => `\`allowReserved\`는 쿼리 매개변수에만 쓸 수 있습니다. ${location} 값에서는 지우세요.`,
    },
  },
  'operation-has-official-id': {
    title: { en: "An operation lacks the provider's operation ID", ko: '제공사의 operationId가 없습니다' },
    cause: {
      en: "The provider's IDs are neither unique nor consistent, so ours differ, but developers search for the provider's.",
      ko: '제공사의 ID는 중복되고 형식이 제각각이라 다른 이름을 쓰지만, 사람들은 제공사의 이름으로 검색합니다.',
    },
    fix: {
      en: "Add `x-official-operation-id` with the ID from the provider's documentation.",
      ko: '제공사 문서의 ID를 `x-official-operation-id`에 적으세요.',
    },
    message: {
      en: ({ operation }) => `\`${operation}\` has no \`x-official-operation-id\`.`,
      ko: ({ operation }) => `\`${operation}\`에 \`x-official-operation-id\`가 없습니다.`,
    },
  },
  'operation-id-is-verb-first': {
    title: { en: 'An operationId does not start with a verb', ko: 'operationId가 동사로 시작하지 않습니다' },
    cause: {
      en: 'Operation IDs become method names. The provider mixes four styles and has two duplicate IDs.',
      ko: 'operationId는 함수 이름이 됩니다. 제공사는 네 가지 형식을 섞어 쓰고 두 ID는 중복됩니다.',
    },
    fix: {
      en: 'Use camelCase and start with a verb, such as `getPayment`.',
      ko: '`getPayment`처럼 동사로 시작하는 camelCase로 쓰세요.',
    },
    message: {
      en: ({ operation, verbs }) => `\`${operation}\` must be camelCase and start with a verb: ${verbs.join(', ')}.`,
      ko: ({ operation, verbs }) => `\`${operation}\`: 동사로 시작하는 camelCase여야 합니다(${verbs.join(', ')}).`,
    },
  },
  'operation-takes-tier': {
    title: { en: 'An operation does not accept the Tier header', ko: 'Tier 헤더를 받지 않습니다' },
    cause: {
      en: 'Agencies act for their sub-merchants with this header on any call; the official document omits it.',
      ko: '에이전시는 모든 호출에서 이 헤더로 하위 가맹점을 대신합니다. 공식 문서에는 나오지 않습니다.',
    },
    fix: { en: 'Add the parameter `Tier` to the operation.', ko: '작업에 `Tier` 매개변수를 추가하세요.' },
    message: {
      en: ({ operation }) => `\`${operation}\` does not accept the \`Tier\` header.`,
      ko: ({ operation }) => `\`${operation}\` 작업이 \`Tier\` 헤더를 받지 않습니다.`,
    },
  },
  'parameter-style-fits': {
    title: { en: "A parameter's style cannot express it", ko: '매개변수의 `style`로 나타낼 수 없습니다' },
    cause: {
      en: 'OpenAPI defines each style for some places, types and values of `explode` only; for others, clients and servers guess, and differ.',
      ko: 'OpenAPI는 style마다 쓸 수 있는 위치, 타입, `explode` 값을 정해 두었습니다. 그 밖의 조합은 클라이언트와 서버가 서로 다르게 짐작합니다.',
    },
    fix: {
      en: 'Use another style, or `content: application/json` for values that no style expresses.',
      ko: '다른 `style`을 쓰거나, 어떤 `style`로도 나타낼 수 없는 값이면 `content: application/json`을 쓰세요.',
    },
    message: { en: (values) => unfit(values).en, ko: (values) => unfit(values).ko },
  },
  'paths-unambiguous': {
    title: { en: 'Two paths can match the same URL', ko: '두 경로가 같은 URL이 될 수 있습니다' },
    cause: {
      en: 'Each path has a parameter where the other has fixed text, so a router cannot decide between them.',
      ko: '한 경로의 고정된 부분에 다른 경로의 매개변수가 있어, 라우터가 어느 경로인지 알 수 없습니다.',
    },
    fix: {
      en: 'Add a `pattern` to a path parameter that distinguishes them, or change a path.',
      ko: '둘을 구분할 수 있는 `pattern`을 경로 매개변수에 주거나 경로를 바꾸세요.',
    },
    message: {
      en: ({ one, other }) =>
        `\`${one}\` and \`${other}\` can match the same URL; add a pattern to a path parameter that distinguishes them.`,
      ko: ({ one, other }) =>
        `\`${one}\` 경로와 \`${other}\` 경로가 같은 URL이 될 수 있습니다. 둘을 구분할 pattern을 경로 매개변수에 주세요.`,
    },
  },
  'resource-method-unique': {
    title: { en: 'Two operations become the same client method', ko: '두 작업이 클라이언트의 같은 메서드가 됩니다' },
    cause: {
      en: 'Method names are derived from operation IDs: `get-a` and `get_a` become the same name.',
      ko: '메서드 이름은 operationId로 만들어지므로 `get-a`와 `get_a`는 같은 이름이 됩니다.',
    },
    fix: {
      en: 'Set `x-resource-method` on one of them, such as `payments.list`.',
      ko: '한쪽에 `payments.list`처럼 `x-resource-method`를 지정하세요.',
    },
    message: {
      en: ({ one, other, method }) =>
        `\`${one}\` and \`${other}\` would both become the method ${method}; set \`x-resource-method\` on one.`,
      ko: ({ one, other, method }) =>
        `\`${one}\` 작업과 \`${other}\` 작업이 모두 ${method} 메서드가 됩니다. 한쪽에 \`x-resource-method\`를 지정하세요.`,
    },
  },
  'write-has-read-back': {
    title: {
      en: 'A write does not declare its effect or how to check for it',
      ko: '쓰기 작업에 효과와 결과 확인 방법이 적혀 있지 않습니다',
    },
    cause: {
      en: 'When the response to a write is lost, the client uses `x-read-back` to check whether it happened, and `x-effect` to report it.',
      ko: '쓰기 요청의 응답이 유실되면 클라이언트는 `x-read-back`으로 처리 여부를 확인하고 `x-effect`의 말로 알립니다.',
    },
    fix: {
      en: 'Set `x-effect` (a verb such as `charge`, or `none`) and `x-read-back` (`{ operation, from, done }` or `{ none: <reason> }`).',
      ko: '`x-effect`(`charge` 같은 동사 또는 `none`)와 `x-read-back`(`{ operation, from, done }` 또는 `{ none: <이유> }`)을 적으세요.',
    },
    message: {
      en: (values) => `\`${values.operation}\` ${unsafe(values).en}.`,
      ko: (values) => `\`${values.operation}\` 작업: ${unsafe(values).ko}.`,
    },
  },
};

function unfit(values: Unfit): Texts {
  const { style } = values;
  switch (values.problem) {
    case 'location': {
      const usable = values.usable.map((name) => `\`${name}\``).join(', ');
      return {
        en: `A ${values.location} parameter cannot have the style \`${style}\`; use ${usable}.`,
        ko: `${values.location} 매개변수에는 \`${style}\` style을 쓸 수 없습니다. 쓸 수 있는 것: ${usable}`,
      };
    }
    case 'explode':
      return {
        en: `The style \`${style}\` has \`explode: ${values.explode}\` only.`,
        ko: `\`${style}\` style에는 \`explode: ${values.explode}\`만 쓸 수 있습니다.`,
      };
    case 'type': {
      const { usable, types } = values;
      return {
        en: `The style \`${style}\` expresses ${usable.join(' and ')} only, not ${types.join(' or ')}.`,
        ko: `\`${style}\` style로는 ${usable.join(', ')}만 나타낼 수 있고 ${types.join(', ')}은 나타낼 수 없습니다.`,
      };
    }
  }
}

function unsafe(values: Unsafe): Texts {
  switch (values.problem) {
    case 'effect':
      return { en: 'has no `x-effect`', ko: '`x-effect`가 없습니다' };
    case 'read-back':
      return { en: 'has no `x-read-back`', ko: '`x-read-back`이 없습니다' };
    case 'unknown-operation':
      return {
        en: `names \`${values.unknown}\` in \`x-read-back\`, which does not exist`,
        ko: `\`${values.unknown}\` 작업이 없습니다`,
      };
    case 'condition':
      return {
        en: `has an invalid condition: ${values.condition}`,
        ko: `조건을 해석할 수 없습니다: ${values.condition}`,
      };
  }
}

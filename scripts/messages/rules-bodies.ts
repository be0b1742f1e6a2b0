import type { Entries, NoFacts } from './entry.js';
import { exampleTexts, type UnusableExample } from './example-problem.js';
import type { Named } from './fixture-words.js';
import type { OfOperation } from './rules-operations.js';

/** Values of the findings of rules about bodies and examples. */
export interface BodyRuleFacts {
  'example-file-is-json': UnusableExample;
  'example-is-in-seconds': { readonly path: readonly string[]; readonly seconds?: number };
  'example-or-examples': NoFacts;
  'operation-has-both-failures': OfOperation & { readonly problem: 'code' | 'status' };
  'operation-has-examples': OfOperation;
  'request-enum-is-closed': Named;
  'request-object-is-closed': Named;
  'response-enum-is-open': Named;
}

/** Rules about requests, responses and examples. */
export const BODY_RULES: Entries<BodyRuleFacts> = {
  'example-file-is-json': {
    title: { en: 'An example file is missing or is not JSON', ko: '예제 파일이 없거나 JSON이 아닙니다' },
    cause: {
      en: 'The file in `externalValue` was moved, is misspelt, is not valid JSON, or is outside the project. Most tools do not open it.',
      ko: '`externalValue`가 가리키는 파일이 옮겨졌거나, 이름이 틀렸거나, 내용이 깨졌습니다. 대부분의 도구는 이 파일을 열어 보지 않습니다.',
    },
    fix: {
      en: 'Correct the path, which is relative to the file that contains it, or the JSON of the example.',
      ko: '경로(적힌 파일을 기준으로 한 상대 경로)나 예제의 JSON을 고치세요.',
    },
    message: { en: (values) => exampleTexts(values).en, ko: (values) => exampleTexts(values).ko },
  },
  'example-is-in-seconds': {
    title: { en: 'An example has a time in milliseconds', ko: '예제의 시각이 밀리초 단위입니다' },
    cause: {
      en: 'Times with `format: unixtime` are unix seconds. People copy examples, and a payment scheduled in milliseconds is never made.',
      ko: '`format: unixtime`인 시각은 유닉스 초 단위입니다. 사람들은 예제를 복사해서 쓰고, 밀리초로 예약한 결제는 실행되지 않습니다.',
    },
    fix: { en: 'Divide the time by 1000.', ko: '시각을 1000으로 나누세요.' },
    message: {
      en: ({ path, seconds }) =>
        `\`${path.join('.')}\` is in milliseconds; expected Unix time in seconds${seconds === undefined ? '' : `, ${seconds}`}.`,
      ko: ({ path, seconds }) =>
        `\`${path.join('.')}\`의 값이 유닉스 초가 아니라 밀리초입니다${seconds === undefined ? '' : `. ${seconds}(으)로 쓰세요`}.`,
    },
  },
  'example-or-examples': {
    title: { en: '`example` and `examples` are used together', ko: '`example`과 `examples`를 함께 썼습니다' },
    cause: {
      en: 'OpenAPI allows only one of them in a parameter, a header or a media type. Tools show one and drop the other.',
      ko: 'OpenAPI는 매개변수, 헤더, 미디어 타입에 둘 중 하나만 허용합니다. 도구마다 하나만 보여 주고 다른 하나는 버립니다.',
    },
    fix: { en: 'Move the value of `example` into `examples`.', ko: '`example`의 값을 `examples`로 옮기세요.' },
    message: {
      en: () => '`example` and `examples` are mutually exclusive; move the value into `examples`.',
      ko: () => '`example`과 `examples`는 함께 쓸 수 없습니다. 값을 `examples`로 옮기세요.',
    },
  },
  'operation-has-both-failures': {
    title: {
      en: 'An operation does not document both kinds of failure',
      ko: '실패하는 두 가지 방법이 모두 적혀 있지 않습니다',
    },
    cause: {
      en: 'Failures arrive as an HTTP error or, more often, as HTTP 200 with a `code` other than 0. Callers must handle both.',
      ko: '거절은 HTTP 오류로도 오지만, `code`가 0이 아닌 HTTP 200으로 올 때가 더 많습니다. 한쪽만 보면 다른 쪽을 놓칩니다.',
    },
    fix: {
      en: 'Allow a `code` other than 0 in the body of 200, and add a 401 response.',
      ko: '200의 본문에 `code`가 0이 아닌 경우를 넣고, 401 응답을 추가하세요.',
    },
    message: {
      en: ({ problem, operation }) =>
        problem === 'code'
          ? `The 200 response of \`${operation}\` does not allow a \`code\` other than 0.`
          : `\`${operation}\` has no 401 response.`,
      ko: ({ problem, operation }) =>
        problem === 'code'
          ? `\`${operation}\`의 HTTP 200은 0이 아닌 \`code\`를 받지 않습니다.`
          : `\`${operation}\`의 401 응답이 적혀 있지 않습니다.`,
    },
  },
  'operation-has-examples': {
    title: { en: 'A body has no example', ko: '본문에 예제가 없습니다' },
    cause: {
      en: 'Developers copy examples. All examples are validated, which shows that the schema matches real bodies.',
      ko: '사람들은 예제를 복사해서 씁니다. 예제는 모두 검증되므로 스키마가 실제 데이터와 맞는지도 보여 줍니다.',
    },
    fix: {
      en: 'Add a real body to `examples`, for example a file with `externalValue`.',
      ko: '실제 본문을 `examples`에 넣으세요. `externalValue`로 파일을 가리켜도 됩니다.',
    },
    message: {
      en: ({ operation }) => `This body of \`${operation}\` has no example.`,
      ko: ({ operation }) => `\`${operation}\`의 이 본문에 예제가 없습니다.`,
    },
  },
  'request-enum-is-closed': {
    title: { en: 'A request has an open enum', ko: '요청의 값 목록이 열려 있습니다' },
    cause: {
      en: 'The client knows every value it sends. An open list lets a typo through.',
      ko: '보내는 값은 모두 알려져 있습니다. 목록이 열려 있으면 오타를 잡지 못합니다.',
    },
    fix: {
      en: 'List the values with `enum` instead of `x-extensible-enum`.',
      ko: '`x-extensible-enum` 대신 `enum`으로 값을 나열하세요.',
    },
    message: {
      en: ({ name }) => `\`${name}\` is part of a request; list its values with \`enum\`.`,
      ko: ({ name }) => `\`${name}\` 값은 우리가 보내므로 \`enum\`으로 나열하세요.`,
    },
  },
  'request-object-is-closed': {
    title: { en: 'A request allows unknown properties', ko: '요청이 모르는 필드를 받습니다' },
    cause: {
      en: 'An unknown property in a request is a typo, and the server would silently ignore it.',
      ko: '요청의 모르는 필드는 오타이고, 서버는 아무 말 없이 다른 일을 하게 됩니다.',
    },
    fix: { en: 'Add `additionalProperties: false`.', ko: '`additionalProperties: false`를 추가하세요.' },
    message: {
      en: ({ name }) => `\`${name}\` allows unknown properties.`,
      ko: ({ name }) => `\`${name}\` 객체가 모르는 필드를 받습니다.`,
    },
  },
  'response-enum-is-open': {
    title: { en: 'A response has a closed enum', ko: '응답의 값 목록이 닫혀 있습니다' },
    cause: {
      en: 'The provider may add values at any time, and a closed list would reject responses that contain one.',
      ko: '제공사는 언제든 새 값이 생길 수 있다고 합니다. 목록이 닫혀 있으면 새 값이 든 응답을 거부하게 됩니다.',
    },
    fix: {
      en: 'Use `x-extensible-enum`, or give the reason why the list is complete in `x-closed-enum`.',
      ko: '`x-extensible-enum`을 쓰거나, 목록이 완전한 이유를 `x-closed-enum`에 적으세요.',
    },
    message: {
      en: ({ name }) => `\`${name}\` is part of a response; list its values with \`x-extensible-enum\`.`,
      ko: ({ name }) => `\`${name}\` 값은 서버가 보내므로 \`x-extensible-enum\`으로 나열하세요.`,
    },
  },
};

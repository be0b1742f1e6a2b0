import { redoclyEntries } from './redocly-entry.js';

/** Redocly's rules about paths and operations. */
export const OPERATION_ENTRIES = redoclyEntries({
  'operation-operationId': {
    severity: 'warning',
    title: { en: 'An operation has no operationId', ko: 'operationId가 없습니다' },
    cause: {
      en: 'Generated code and documentation have no stable name for the operation.',
      ko: '생성된 코드와 문서에서 쓸 고정된 이름이 없습니다.',
    },
    fix: { en: 'Add an `operationId`.', ko: '`operationId`를 추가하세요.' },
  },
  'operation-operationId-unique': {
    severity: 'error',
    title: { en: 'Two operations have the same operationId', ko: 'operationId가 중복됩니다' },
    cause: {
      en: 'Each becomes a function, and one of them would be lost.',
      ko: '각각 함수가 되는데 하나가 사라집니다.',
    },
    fix: { en: 'Rename one of them.', ko: '하나의 이름을 바꾸세요.' },
  },
  'operation-operationId-url-safe': {
    severity: 'error',
    title: {
      en: 'An operationId has characters that are not safe in a URL',
      ko: 'operationId에 URL에 쓸 수 없는 문자가 있습니다',
    },
    cause: { en: 'Documentation links to operations by their ID.', ko: '문서는 작업을 ID로 연결합니다.' },
    fix: { en: 'Use letters, digits, `-` and `_`.', ko: '영문자, 숫자, `-`, `_`를 쓰세요.' },
  },
  'operation-summary': {
    severity: 'error',
    title: { en: 'An operation has no summary', ko: '작업에 요약이 없습니다' },
    cause: {
      en: 'The summary is its title in documentation and the first line of generated comments.',
      ko: '요약은 문서의 제목이자 생성된 주석의 첫 줄입니다.',
    },
    fix: { en: 'Say in a few words what the operation does.', ko: '무엇을 하는 작업인지 짧게 쓰세요.' },
  },
  'operation-2xx-response': {
    severity: 'warning',
    title: { en: 'An operation has no response for success', ko: '성공 응답이 없습니다' },
    cause: { en: 'Clients cannot know what they get.', ko: '클라이언트가 무엇을 받는지 알 수 없습니다.' },
    fix: { en: 'Add the response, such as 200 or 204.', ko: '200이나 204 같은 응답을 추가하세요.' },
  },
  'operation-4xx-response': {
    severity: 'warning',
    title: { en: 'An operation has no response for a refusal', ko: '거절 응답이 없습니다' },
    cause: {
      en: 'Every operation can be called wrongly, and clients cannot know what they get then.',
      ko: '어떤 작업이든 잘못 호출될 수 있는데, 그때 무엇을 받는지 알 수 없습니다.',
    },
    fix: { en: 'Add the response, such as 400, 401 or 404.', ko: '400, 401, 404 같은 응답을 추가하세요.' },
  },
  'operation-parameters-unique': {
    severity: 'error',
    title: { en: 'An operation has the same parameter twice', ko: '같은 매개변수가 두 번 있습니다' },
    cause: {
      en: 'Name and place of two parameters are the same; one of them is lost.',
      ko: '이름과 위치가 같은 매개변수가 둘이라 하나가 사라집니다.',
    },
    fix: { en: 'Delete or rename one of them.', ko: '하나를 지우거나 이름을 바꾸세요.' },
  },
  'path-declaration-must-exist': {
    severity: 'error',
    title: { en: 'A path has an empty parameter', ko: '경로의 매개변수 이름이 비어 있습니다' },
    cause: { en: 'There is nothing between the braces of the path.', ko: '경로의 중괄호 안에 아무것도 없습니다.' },
    fix: { en: 'Name the parameter.', ko: '매개변수의 이름을 쓰세요.' },
  },
  'path-not-include-query': {
    severity: 'error',
    title: { en: 'A path holds a query string', ko: '경로에 쿼리 문자열이 있습니다' },
    cause: { en: 'Clients match paths without the query.', ko: '클라이언트는 쿼리를 뺀 경로로 찾습니다.' },
    fix: { en: 'Move it into parameters with `in: query`.', ko: '`in: query` 매개변수로 옮기세요.' },
  },
  'path-parameters-defined': {
    severity: 'error',
    title: {
      en: 'A parameter of a path is not defined, or not in the path',
      ko: '경로 매개변수가 정의와 맞지 않습니다',
    },
    cause: {
      en: 'The names in braces and the parameters with `in: path` differ.',
      ko: '중괄호 안의 이름과 `in: path` 매개변수가 서로 다릅니다.',
    },
    fix: { en: 'Make the two the same.', ko: '둘을 같게 하세요.' },
  },
  'no-identical-paths': {
    severity: 'error',
    title: { en: 'Two paths differ only in the names of their parameters', ko: '매개변수 이름만 다른 경로가 있습니다' },
    cause: { en: 'They are the same URL.', ko: '둘은 같은 URL입니다.' },
    fix: { en: 'Merge them.', ko: '하나로 합치세요.' },
  },
  'no-ambiguous-paths': {
    severity: 'warning',
    title: { en: 'Two paths can be the same URL', ko: '두 경로가 같은 URL이 될 수 있습니다' },
    cause: {
      en: 'A router has to guess which one is meant. `paths-unambiguous` says the same and knows patterns, so this one is off.',
      ko: '라우터가 어느 경로인지 알 수 없습니다. pattern까지 살피는 `paths-unambiguous`가 대신하므로 꺼져 있습니다.',
    },
    fix: { en: 'Change one of the paths.', ko: '한 경로를 바꾸세요.' },
  },
  'no-path-trailing-slash': {
    severity: 'error',
    title: { en: 'A path ends with a slash', ko: '경로가 슬래시로 끝납니다' },
    cause: { en: 'Servers may take it for another path.', ko: '서버가 다른 경로로 볼 수 있습니다.' },
    fix: { en: 'Take the slash off the end.', ko: '끝의 슬래시를 지우세요.' },
  },
});

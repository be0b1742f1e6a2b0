import type { UsageCase } from './usage-flag-cases.js';

const file = 'a.json';
const problem = { code: 'x', texts: { en: 'it is wrong', ko: '잘못되었습니다' } };
const quote = 'Unexpected end';

/** Specs, overlays, configs and baselines. */
export const DOCUMENT_CASES: readonly UsageCase[] = [
  [
    ['openapi-version', { place: 'a.yaml:1:9', version: '2.0' }],
    'a.yaml:1:9 is version 2.0; iamport-kit reads OpenAPI 3.0 and 3.1. Convert it first, for example with swagger2openapi.',
    'a.yaml:1:9: 버전이 2.0입니다. iamport-kit은 OpenAPI 3.0과 3.1을 읽습니다. 먼저 swagger2openapi 같은 도구로 바꾸세요.',
  ],
  [
    ['openapi-version', { place: 'a.yaml:1:1', version: undefined }],
    'a.yaml:1:1 has no "openapi" version; iamport-kit reads OpenAPI 3.0 and 3.1.',
    'a.yaml:1:1: "openapi" 버전이 없습니다. iamport-kit은 OpenAPI 3.0과 3.1을 읽습니다.',
  ],
  [
    ['key-unsupported', { place: 'a.yaml:3:8', key: '__proto__' }],
    'a.yaml:3:8: the key "__proto__" is not supported; use another name',
    'a.yaml:3:8: "__proto__" 키는 지원하지 않습니다. 다른 이름을 쓰세요',
  ],
  [
    ['overlay-unreadable', { file: 'o.yaml', reason: { code: 'denied' } }],
    'cannot read the overlay o.yaml (permission denied)',
    '오버레이 o.yaml을 읽을 수 없습니다(권한 없음)',
  ],
  [
    ['overlay-version', { place: 'o.yaml:1:10', version: '"2.0.0"' }],
    'o.yaml:1:10 is overlay version "2.0.0"; iamport-kit applies OpenAPI Overlays 1.0 to 1.2; begin with "overlay: 1.0.0"',
    'o.yaml:1:10: 오버레이 버전이 "2.0.0"입니다. iamport-kit은 OpenAPI Overlay 1.0부터 1.2까지 적용합니다. "overlay: 1.0.0"으로 시작하세요',
  ],
  [
    ['not-an-overlay', { place: 'o.yaml:1:1' }],
    'o.yaml:1:1 is not an overlay; iamport-kit applies OpenAPI Overlays 1.0 to 1.2; begin with "overlay: 1.0.0"',
    'o.yaml:1:1: 오버레이가 아닙니다. iamport-kit은 OpenAPI Overlay 1.0부터 1.2까지 적용합니다. "overlay: 1.0.0"으로 시작하세요',
  ],
  [
    ['spec-without-overlay', { place: 'a.yaml:1:1' }],
    '--spec is for overlays, and a.yaml:1:1 is not one; an overlay begins with "overlay: 1.0.0"',
    '--spec은 오버레이에만 쓰는데 a.yaml:1:1은 오버레이가 아닙니다. 오버레이는 "overlay: 1.0.0"으로 시작합니다',
  ],
  [
    ['overlay-failed', { quote }],
    'cannot apply the overlay: Unexpected end',
    '오버레이를 적용할 수 없습니다: "Unexpected end"',
  ],
  [
    ['bundle-failed', { quote, place: 'a.yaml:1:2' }],
    'cannot bundle the spec: Unexpected end (a.yaml:1:2)',
    '스펙을 하나로 합칠 수 없습니다: "Unexpected end" (a.yaml:1:2)',
  ],
  [
    ['check-failed', { place: 'a.yaml:1:2', quote }],
    'cannot check a.yaml:1:2: Unexpected end',
    'a.yaml:1:2를 검사할 수 없습니다: "Unexpected end"',
  ],
  [
    ['example-unusable', { file, problem: { code: 'syntax', place: '1:2' } }],
    'The example `a.json` is not JSON (a.json:1:2).',
    '예제 `a.json` 파일이 JSON이 아닙니다(a.json:1:2).',
  ],
  [
    ['no-operation-id', { operation: 'GET /a' }],
    'GET /a has no operationId; add one',
    'GET /a에 operationId가 없습니다. 추가하세요',
  ],
  [
    ['same-method', { one: 'getA', other: 'getB', name: 'get' }],
    'getA and getB would both become the method get; change the x-resource-method of one',
    'getA와 getB가 모두 get 메서드를 씁니다. 하나의 x-resource-method를 바꾸세요',
  ],
  [
    ['unknown-tag', { tags: ['x'], known: ['payments', 'users'] }],
    'no operation has the tag x; expected one of: payments, users',
    'x 태그가 있는 작업이 없습니다. 있는 태그: payments, users',
  ],
  [
    ['at-place', { file: 'c.json', line: 1, column: 2, problem }],
    'c.json:1:2: it is wrong',
    'c.json:1:2: 잘못되었습니다',
  ],
  [
    ['several', { problems: [problem, problem] }],
    'it is wrong\niamport-kit: it is wrong',
    '잘못되었습니다\niamport-kit: 잘못되었습니다',
  ],
  [
    ['several-configs', { folder: '/a', files: ['c.json', 'c.yaml'] }],
    '/a has c.json and c.yaml; keep one of them',
    '/a에 설정이 여럿입니다(c.json, c.yaml). 하나만 남기세요',
  ],
  [
    ['config-ending', { file: 'c.txt' }],
    'c.txt must end in .json, .yaml or .ts',
    'c.txt는 .json, .yaml, .ts 중 하나로 끝나야 합니다',
  ],
  [
    ['config-one-document', { file: 'c.yaml' }],
    'c.yaml must contain one document',
    'c.yaml에는 문서가 하나만 있어야 합니다',
  ],
  [
    ['config-without-default', { file: 'c.ts' }],
    'c.ts has no default export; write "export default defineConfig({ … })"',
    'c.ts에 기본 내보내기가 없습니다. "export default defineConfig({ … })"를 쓰세요',
  ],
  [
    ['config-threw', { file: 'c.ts', quote }],
    'c.ts failed: Unexpected end',
    'c.ts 실행이 실패했습니다: Unexpected end',
  ],
  [
    ['config-does-not-compile', { place: 'c.ts:1:2', quote }],
    'c.ts:1:2: Unexpected end',
    'c.ts:1:2: 컴파일되지 않습니다: Unexpected end',
  ],
  [
    ['baseline-too-many', { findings: 12_000 }],
    '12,000 findings are too many for a baseline; raise --limit',
    '문제 12,000건은 베이스라인에 넣기에 너무 많습니다. --limit을 늘리세요',
  ],
  [
    ['baseline-without-reason'],
    'new findings need a reason: give one with --reason TEXT',
    '새로 찾은 문제를 남겨 두려면 --reason TEXT로 사유를 적으세요',
  ],
  [
    ['not-a-baseline', { file }],
    'a.json is not a baseline; it needs "version": 1 and "entries"',
    'a.json은 베이스라인이 아닙니다. "version": 1과 "entries"가 있어야 합니다',
  ],
  [
    ['baseline-not-json', { file }],
    'a.json is not JSON; restore it from version control',
    'a.json은 JSON이 아닙니다. 버전 관리에서 되살리세요',
  ],
  [
    ['baseline-entry', { file, number: 2, problem: ['no-object'] }],
    'a.json: entry 2 is not an object',
    'a.json: 2번째 항목: 객체가 아닙니다',
  ],
];

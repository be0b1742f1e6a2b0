import type { UsageCase } from './usage-flag-cases.js';

const file = 'a.json';
const denied = { code: 'denied' } as const;

/** Files and folders. */
export const FILE_CASES: readonly UsageCase[] = [
  [
    ['file-unreadable', { file, reason: denied }],
    'cannot read a.json (permission denied)',
    'a.json을 읽을 수 없습니다(권한 없음)',
  ],
  [
    ['file-unreadable', { file: 'spec.yaml', reason: { code: 'missing' }, cure: 'spec' }],
    'cannot read spec.yaml (no such file). Pass --spec, or run in a folder with spec/openapi.yaml.',
    'spec.yaml을 읽을 수 없습니다(파일이 없음). --spec으로 스펙을 주거나 spec/openapi.yaml이 있는 곳에서 실행하세요.',
  ],
  [
    ['file-unparsable', { file: 'a.yaml:1:2', quote: 'Unexpected end' }],
    'cannot read a.yaml:1:2 as YAML or JSON: Unexpected end',
    'a.yaml:1:2를 YAML이나 JSON으로 읽을 수 없습니다: "Unexpected end"',
  ],
  [
    ['file-beyond-bounds', { file: 'a.yaml:1:2', bound: { code: 'depth', most: 400 } }],
    'cannot read a.yaml:1:2 as YAML or JSON: it is nested deeper than 400 levels',
    'a.yaml:1:2를 YAML이나 JSON으로 읽을 수 없습니다(중첩이 400단계보다 깊음)',
  ],
  [
    ['file-unwritable', { file, reason: { code: 'full' } }],
    'cannot write a.json (the disk is full)',
    'a.json을 쓸 수 없습니다(디스크가 가득 참)',
  ],
  [
    ['stdout-unwritable', { reason: { code: 'full' } }],
    'cannot write to standard output (the disk is full)',
    '표준 출력에 쓸 수 없습니다(디스크가 가득 참)',
  ],
  [
    ['file-changed', { file }],
    'a.json changed while it was read; nothing was written to it',
    '읽는 동안 a.json이 바뀌어 아무것도 쓰지 않았습니다',
  ],
  [
    ['file-name-empty'],
    'a file name is empty; pass files, folders or globs, or - for stdin',
    '파일 이름이 비어 있습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  ],
  [
    ['folder-without-fixtures', { folder: 'fixtures', endings: ['.yaml', '.yml'], isIgnored: false }],
    'no .json files in fixtures (nor .yaml, .yml)',
    'fixtures에 .json 파일이 없습니다(.yaml, .yml도 없음)',
  ],
  [
    ['no-documents', { given: ['apis/pay', '*.yaml'] }],
    'no OpenAPI document or overlay in apis/pay *.yaml',
    'apis/pay *.yaml에 OpenAPI 문서나 오버레이가 없습니다',
  ],
  [
    ['glob-without-files', { glob: '*.json', isIgnored: false }],
    'no files match *.json',
    '*.json에 맞는 파일이 없습니다',
  ],
  [
    ['glob-without-files', { glob: '*.json', isIgnored: true }],
    'no files match *.json; what .gitignore leaves out is read only when it is named',
    '*.json에 맞는 파일이 없습니다. .gitignore에 있는 파일은 이름을 직접 줄 때만 읽습니다',
  ],
  [
    ['watch-failed', { reason: { code: 'other', detail: 'too many open files' } }],
    'cannot watch for changes (too many open files)',
    '변경을 지켜볼 수 없습니다("too many open files")',
  ],
  [
    ['document-missing'],
    'no document found: there is no spec/openapi.yaml here, and iamport-kit is not installed. Install iamport-kit, or name a document.',
    '문서가 없습니다. 여기에 spec/openapi.yaml이 없고 iamport-kit도 설치되어 있지 않습니다. iamport-kit을 설치하거나 문서를 지정하세요.',
  ],
  [
    ['generated-missing'],
    'no generated code found. Run "iamport-kit generate", install iamport-kit, or pass --generated FOLDER.',
    '생성된 코드가 없습니다. "iamport-kit generate"를 실행하거나, iamport-kit을 설치하거나, --generated로 폴더를 주세요.',
  ],
  [
    ['generated-without-manifest', { folder: 'gen' }],
    'gen has no manifest.json. Pass a folder that "iamport-kit generate" wrote.',
    'gen에 manifest.json이 없습니다. "iamport-kit generate"가 만든 폴더를 주세요.',
  ],
  [
    ['generated-unreadable', { file }],
    'cannot read a.json. Run "iamport-kit generate" again.',
    'a.json을 읽을 수 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    ['generated-not-a-schema', { file }],
    'a.json is not a JSON Schema. Run "iamport-kit generate" again.',
    'a.json은 JSON Schema가 아닙니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    ['generated-not-a-manifest', { file }],
    'a.json is not a manifest of iamport-kit. Run "iamport-kit generate" again.',
    'a.json은 iamport-kit이 쓴 목록이 아닙니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    ['out-is-file', { folder: 'src/a' }],
    'src/a is a file; --out expects a folder',
    'src/a는 파일입니다. --out에는 폴더를 주세요',
  ],
  [
    ['out-unfit', { folder: '/', is: 'root', better: '/generated' }],
    '/ is the root of this machine; pass a dedicated folder to --out, such as /generated',
    '/는 컴퓨터의 루트입니다. --out에는 /generated 같은 전용 폴더를 주세요',
  ],
  [
    ['out-foreign-file', { file: 'a.ts' }],
    'a.ts was not written by iamport-kit; move it away or choose another --out',
    'a.ts는 iamport-kit이 쓴 파일이 아닙니다. 옮기거나 다른 --out을 고르세요',
  ],
  [
    ['out-link', { file: 'a.ts' }],
    'a.ts is a symbolic link that may point outside; remove it or choose another --out',
    'a.ts는 다른 곳으로 이어질 수 있는 링크입니다. 지우거나 다른 --out을 고르세요',
  ],
  [
    ['out-unwritable', { folder: 'gen', reason: { code: 'read-only' } }],
    'cannot write to gen (the disk is read-only); the folder is unchanged',
    'gen에 쓸 수 없습니다(읽기 전용 디스크). 폴더는 전과 같습니다',
  ],
  [
    ['out-half-written', { first: { code: 'full' }, then: denied }],
    'writing failed half-way (the disk is full, then permission denied), leaving new and old files mixed; run generate again',
    '도중에 디스크가 실패했습니다(디스크가 가득 참, 이어서 권한 없음). 새 파일과 옛 파일이 섞여 있으니 다시 생성하세요',
  ],
];

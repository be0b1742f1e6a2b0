import { GENERATE_PHRASES } from './generate-phrases.js';
import type { Phrase } from './phrase.js';
import { REASON_PHRASES } from './reason-phrases.js';
import { SCHEMA_NAME_PHRASES } from './schema-name-phrases.js';

const NOT_THERE: readonly Phrase[] = [
  ['there is no command {name}; {cure}', '{name} 명령은 없습니다. {cure}'],
  ['there is no format {name}; {cure}', '{name} 형식은 없습니다. {cure}'],
  ['there is no language {name}; {cure}', '{name} 언어는 없습니다. {cure}'],
  ['there is no rule set {name}; {cure}', '{name} 규칙 모음은 없습니다. {cure}'],
  ['there is no rule {name}; {cure}', '{name} 규칙은 없습니다. {cure}'],
  ['there is no code {name}; {cure}', '{name} 코드는 없습니다. {cure}'],
  ['there is no key "{name}"; {cure}', '"{name}" 키는 없습니다. {cure}'],
  ...SCHEMA_NAME_PHRASES,
  ['"iamport-kit explain" lists all', '"iamport-kit explain"으로 모두 볼 수 있습니다'],
];

const FLAGS: readonly Phrase[] = [
  [
    'Unknown option \'{flag}\'; did you mean {near}? See "iamport-kit {command} --help".',
    '\'{flag}\' 옵션은 없습니다. 혹시 {near}인가요? "iamport-kit {command} --help"를 보세요.',
  ],
  ['{problem}. See "iamport-kit {command} --help".', '{problem}. "iamport-kit {command} --help"를 보세요.'],
  ["Unknown option '{flag}'", "'{flag}' 옵션은 없습니다"],
  ["Option '{flag}' argument missing", "'{flag}' 옵션에 값이 없습니다"],
  [
    "Option '{flag}' argument is ambiguous; write {other}",
    "'{flag}' 옵션의 값이 대시로 시작해 분명하지 않습니다. {other}로 쓰세요",
  ],
  ["Option '{flag}' argument is ambiguous", "'{flag}' 옵션의 값이 대시로 시작해 분명하지 않습니다"],
  ["Option '{flag}' does not take an argument", "'{flag}' 옵션에는 값을 줄 수 없습니다"],
  ['{flag} needs {other}', '{flag}{은/는} {other}{과/와} 함께 써야 합니다'],
  ['give {one} or {other}, not both', '{one}{과/와} {other} 중 하나만 쓰세요'],
  ['{flag} is empty; name a file', '{flag} 값이 비어 있습니다. 파일 이름을 주세요'],
  ['{flag} is empty; name a folder', '{flag} 값이 비어 있습니다. 폴더 이름을 주세요'],
  ['--until takes a day such as 2027-01-31, not "{given}"', '--until에는 2027-01-31 같은 날짜를 주세요: "{given}"'],
  ['--until takes a day such as 2027-01-31', '--until에는 2027-01-31 같은 날짜를 주세요'],
  ['{flag} takes a whole number, not "{given}"', '{flag} 값은 0 이상의 정수여야 합니다: "{given}"'],
  [
    '--fail-on takes error, warning or none, not "{given}"',
    '--fail-on 값은 error, warning, none 중 하나여야 합니다: "{given}"',
  ],
  [
    '--rule takes CODE=off, CODE=warn or CODE=error, not "{given}"',
    '--rule은 CODE=off, CODE=warn, CODE=error 중 하나로 쓰세요: "{given}"',
  ],
  [
    '--output takes FORMAT=FILE, such as sarif=report.sarif, not "{given}"',
    '--output은 sarif=report.sarif처럼 FORMAT=FILE로 쓰세요: "{given}"',
  ],
  [
    '--coverage-min takes columns and percentages such as operations=80,outcomes=60, not "{given}"; the columns are {names}',
    '--coverage-min은 operations=80,outcomes=60처럼 열과 백분율로 쓰세요: "{given}". 열: {names}',
  ],
  [
    '--allow-remote takes host names such as example.com, not "{given}"',
    '--allow-remote에는 example.com 같은 호스트 이름을 주세요: "{given}"',
  ],
  ['only one format can be printed, not {formats}; {cure}', '출력할 수 있는 형식은 하나입니다({formats}). {cure}'],
  ['write the other with --output {output}', '나머지는 --output {output}에 쓰세요'],
  ['two reports would go to {file}; name two files', '두 보고서가 모두 {file}에 쓰입니다. 파일을 따로 주세요'],
  [
    'no files given; name files, folders or globs, or - for stdin',
    '파일이 없습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  ],
  ['--watch watches files and folders; name some', '--watch로 지켜볼 파일이나 폴더를 주세요'],
  ['stdin cannot be changed; name files', '표준 입력은 고칠 수 없습니다. 파일을 주세요'],
  ['lint takes one document at a time', 'lint는 한 번에 문서 하나만 검사합니다'],
  [
    '--spec is for overlays, and {place} is none; an overlay begins with "overlay: 1.0.0"',
    '--spec은 오버레이에만 쓰는데 {place}{은/는} 오버레이가 아닙니다. 오버레이는 "overlay: 1.0.0"으로 시작합니다',
  ],
];

const FILES: readonly Phrase[] = [
  [
    'cannot read {file} ({reason}). Make it with --update-baseline.',
    '{file}{을/를} 읽을 수 없습니다({reason}). --update-baseline으로 만드세요.',
  ],
  [
    'cannot read {file} ({reason}). Give a spec with --spec, or run where spec/openapi.yaml is.',
    '{file}{을/를} 읽을 수 없습니다({reason}). --spec으로 스펙을 주거나 spec/openapi.yaml이 있는 곳에서 실행하세요.',
  ],
  [
    'cannot read {file} ({reason}). Name a document, or run where spec/openapi.yaml is.',
    '{file}{을/를} 읽을 수 없습니다({reason}). 문서를 주거나 spec/openapi.yaml이 있는 곳에서 실행하세요.',
  ],
  ['cannot read {file} ({reason})', '{file}{을/를} 읽을 수 없습니다({reason})'],
  ['cannot read {file} as YAML or JSON: {reason}', '{file}{을/를} YAML이나 JSON으로 읽을 수 없습니다: {reason}'],
  [
    'cannot read {file}, which coverage is counted by. Run "iamport-kit generate" again.',
    '커버리지를 세는 데 쓰는 {file}{을/를} 읽을 수 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    'cannot read {file}. Run "iamport-kit generate" again.',
    '{file}{을/를} 읽을 수 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    'cannot load the validator {file}. Run "iamport-kit generate" again.',
    '검증기 {file}{을/를} 불러올 수 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    'cannot load {file}. Run "iamport-kit generate" again.',
    '{file}{을/를} 불러올 수 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    '{file} has no check{schema}. Run "iamport-kit generate" again.',
    '{file}에 check{schema}{이/가} 없습니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    '{file} is not a JSON Schema. Run "iamport-kit generate" again.',
    '{file}{은/는} JSON 스키마가 아닙니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    '{file} is not a manifest of iamport-kit. Run "iamport-kit generate" again.',
    '{file}{은/는} iamport-kit의 manifest가 아닙니다. "iamport-kit generate"를 다시 실행하세요.',
  ],
  [
    'no generated code here. Run "iamport-kit generate", install iamport-kit, or name a folder with --generated.',
    '생성된 코드가 없습니다. "iamport-kit generate"를 실행하거나, iamport-kit을 설치하거나, --generated로 폴더를 주세요.',
  ],
  [
    '{folder} has no manifest.json. Name a folder that "iamport-kit generate" wrote.',
    '{folder}에 manifest.json이 없습니다. "iamport-kit generate"가 만든 폴더를 주세요.',
  ],
  ['cannot write {file} ({reason})', '{file}{을/를} 쓸 수 없습니다({reason})'],
  [
    'the name of a file is empty; name files, folders or globs, or - for stdin',
    '파일 이름이 비어 있습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  ],
  ['no .json files in {folder} (nor {endings})', '{folder}에 .json 파일이 없습니다({endings}도 없음)'],
  ['no files match {glob}', '{glob}에 맞는 파일이 없습니다'],
  [
    '{file} changed while it was read; nothing was written to it',
    '읽는 동안 {file}{이/가} 바뀌어 아무것도 쓰지 않았습니다',
  ],
  ['cannot watch for changes ({reason})', '변경을 지켜볼 수 없습니다({reason})'],
  ...REASON_PHRASES,
];

const CONFIG: readonly Phrase[] = [
  ['{folder} has {names}; keep one of them', '{folder}에 설정이 여럿입니다({names}). 하나만 남기세요'],
  ['{file} must end in .json, .yaml or .ts', '{file}{은/는} .json, .yaml, .ts 중 하나로 끝나야 합니다'],
  ['{file} must hold one document', '{file}에는 문서가 하나만 있어야 합니다'],
  [
    '{file} has no default export; write "export default defineConfig({ … })"',
    '{file}에 기본 내보내기가 없습니다. "export default defineConfig({ … })"를 쓰세요',
  ],
  ['{file} failed: {reason}', '{file} 실행이 실패했습니다: {reason}'],
  ['"{name}" is missing', '"{name}"{이/가} 없습니다'],
  ['"{name}" needs "{other}"', '"{name}"{을/를} 쓰려면 "{other}"도 있어야 합니다'],
  ['give either {names}', '다음 중 하나만 쓰세요: {names}'],
  ['{name} must not be empty', '{name} 값이 비어 있습니다'],
  ['{name} must be one of {values}', '{name} 값은 다음 중 하나여야 합니다: {values}'],
  ['{name} must be from {least} to {most}', '{name} 값은 {least}에서 {most} 사이여야 합니다'],
  ['{name} must be {types}', '{name}의 타입이 다릅니다. 맞는 타입: {types}'],
];

const BASELINE: readonly Phrase[] = [
  ['{findings} are too many for a baseline; raise --limit', '베이스라인에 넣기에 너무 많습니다. --limit을 늘리세요'],
  [
    'new findings need a reason to stay; say it with --reason TEXT',
    '새로 찾은 문제를 남겨 두려면 --reason TEXT로 사유를 적으세요',
  ],
  [
    '{file} is no baseline; it needs "version": 1 and "entries"',
    '{file}{은/는} 베이스라인이 아닙니다. "version": 1과 "entries"가 있어야 합니다',
  ],
  ['{file}: entry {number} {problem}', '{file}: {number}번째 항목: {problem}'],
  ['{file} is not JSON; restore it from version control', '{file}{은/는} JSON이 아닙니다. 버전 관리에서 되살리세요'],
  ['is not an object', '객체가 아닙니다'],
  ['has no "{name}"', '"{name}"{이/가} 없습니다'],
  ['has an empty "reason"; say why the finding may stay', '"reason"이 비어 있습니다. 남겨 두는 이유를 쓰세요'],
  ['has an "until" that is no date such as 2027-01-31', '"until"이 2027-01-31 같은 날짜가 아닙니다'],
  ['has an unknown "{name}"', '"{name}"{은/는} 알 수 없는 키입니다'],
];

// Those that begin with the name of a file, last: nearly anything could be one.
const PLACES: readonly Phrase[] = [['{file}:{line}:{column}: {problem}', '{file}:{line}:{column}: {problem}']];

/** What the program says when it is called wrongly or cannot read its input, in Korean. The first that fits counts. */
export const USAGE_PHRASES: readonly Phrase[] = [
  ...NOT_THERE,
  ...FLAGS,
  ...FILES,
  ...GENERATE_PHRASES,
  ...BASELINE,
  ...PLACES,
  ...CONFIG,
];

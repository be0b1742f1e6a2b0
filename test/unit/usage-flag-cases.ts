import type { Usage } from '../../scripts/messages/usage/usage.js';

/** A code with its values, and what it says. */
export type UsageCase = readonly [usage: Usage, en: string, ko: string];

/** Flags and names on the command line. */
export const FLAG_CASES: readonly UsageCase[] = [
  [
    ['import-extension-unknown', { value: 'mjs' }],
    '--import-extension expects js, ts, none or auto, not "mjs"',
    '--import-extension에는 js, ts, none, auto 중 하나를 주세요. "mjs"은(는) 쓸 수 없습니다',
  ],
  [
    ['unknown-name', { kind: 'schema', name: 'Paymnt', near: 'Payment', known: ['Payment'] }],
    'unknown schema "Paymnt"; did you mean "Payment"?',
    '"Paymnt" 스키마는 없습니다. 혹시 "Payment"인가요?',
  ],
  [
    ['unknown-name', { kind: 'format', name: 'xml', known: ['pretty', 'json'] }],
    'unknown format "xml"; expected one of: pretty, json',
    '"xml" 형식은 없습니다. 쓸 수 있는 것: pretty, json',
  ],
  [
    ['unknown-name', { kind: 'code', name: 'zzz' }],
    'unknown code "zzz"; "iamport-kit explain" lists them all',
    '"zzz" 코드는 없습니다. "iamport-kit explain"으로 모두 볼 수 있습니다',
  ],
  [
    ['unknown-name', { kind: 'operation', name: 'x', known: 'abcdefghijkl'.split('') }],
    'unknown operation "x"; expected one of: a, b, c, d, e, f, g, h, i, j, …',
    '"x" 작업은 없습니다. 쓸 수 있는 것: a, b, c, d, e, f, g, h, i, j, …',
  ],
  [
    ['unknown-body', { operation: 'getPayment', status: '500', bodies: ['200', '404'] }],
    'getPayment has no body for status 500; expected one of: 200, 404',
    'getPayment에는 500 본문이 없습니다. 있는 것: 200, 404',
  ],
  [
    ['flag-unknown', { flag: '--fromat', command: 'lint', near: 'format' }],
    'unknown option --fromat; did you mean --format? See "iamport-kit lint --help".',
    '--fromat 옵션은 없습니다. 혹시 --format인가요? "iamport-kit lint --help"를 보세요.',
  ],
  [
    ['flag-unknown', { flag: '-x', command: 'lint' }],
    'unknown option -x. See "iamport-kit lint --help".',
    '-x 옵션은 없습니다. "iamport-kit lint --help"를 보세요.',
  ],
  [
    ['flag-without-value', { flag: '--out', command: 'generate' }],
    'option --out needs a value. See "iamport-kit generate --help".',
    '--out 옵션에 값이 없습니다. "iamport-kit generate --help"를 보세요.',
  ],
  [
    ['flag-dashed-value', { flag: '--out', command: 'generate' }],
    'the value of --out begins with a dash; write --out=VALUE. See "iamport-kit generate --help".',
    '--out 옵션의 값이 대시로 시작합니다. --out=VALUE로 쓰세요. "iamport-kit generate --help"를 보세요.',
  ],
  [
    ['flag-with-value', { flag: '--check', command: 'generate' }],
    'option --check does not take a value. See "iamport-kit generate --help".',
    '--check 옵션에는 값을 줄 수 없습니다. "iamport-kit generate --help"를 보세요.',
  ],
  [
    ['flag-empty', { flag: 'out', wanted: 'folder' }],
    '--out is empty; pass a folder',
    '--out 값이 비어 있습니다. 폴더 이름을 주세요',
  ],
  [
    ['flag-value', { flag: 'until', given: 'soon' }],
    '--until expects a day such as 2027-01-31, not "soon"',
    '--until에는 2027-01-31 같은 날짜를 주세요: "soon"',
  ],
  [
    ['flag-value', { flag: 'coverage-min', given: 'x=1', choices: ['operations', 'requests'] }],
    '--coverage-min expects columns and percentages such as operations=80,outcomes=60, not "x=1"; choose from operations, requests',
    '--coverage-min에는 operations=80,outcomes=60처럼 열과 백분율을 주세요: "x=1". 열: operations, requests',
  ],
  [
    ['flag-needs', { flag: 'write', other: 'redact' }],
    '--write needs --redact',
    '--write는 --redact와 함께 써야 합니다',
  ],
  [
    ['flags-conflict', { one: 'redact', other: 'fix' }],
    'use either --redact or --fix, not both',
    '--redact와 --fix 중 하나만 쓰세요',
  ],
  [
    ['two-formats', { formats: ['json', 'sarif'] }],
    'only one format can be printed, not json and sarif; write the other with --output sarif=FILE',
    '출력할 수 있는 형식은 하나입니다(json, sarif). 나머지는 --output sarif=FILE로 쓰세요',
  ],
  [
    ['same-output', { file: 'a.json' }],
    'two reports would be written to a.json; use different files',
    '두 보고서가 모두 a.json에 쓰입니다. 파일을 따로 주세요',
  ],
  [
    ['output-is-input', { file: 'a.json' }],
    '--output a.json would overwrite a file that this run uses; name another one',
    '--output a.json은 이 실행에 쓰이는 파일입니다. 다른 파일을 주세요',
  ],
  [
    ['empty-tag'],
    '--include contains an empty tag; write --include payments,webhooks',
    '--include에 빈 태그가 있습니다. --include payments,webhooks처럼 쓰세요',
  ],
  [
    ['check-with-watch'],
    'use either --check or --watch: --check writes nothing',
    '--check와 --watch 중 하나만 쓰세요. --check는 아무것도 쓰지 않습니다',
  ],
  [
    ['generate-takes-no-files'],
    'generate does not take files; pass the document with --spec',
    'generate에는 파일을 줄 수 없습니다. 문서는 --spec으로 주세요',
  ],
  [
    ['no-files-given'],
    'no files given; pass files, folders or globs, or - for stdin',
    '파일이 없습니다. 파일, 폴더, 글로브 또는 표준 입력(-)을 주세요',
  ],
  [['nothing-to-watch'], '--watch needs files or folders to watch', '--watch로 지켜볼 파일이나 폴더를 주세요'],
  [['stdin-read-only'], 'stdin cannot be modified; pass files', '표준 입력은 고칠 수 없습니다. 파일을 주세요'],
];

import type { UsageCase } from './usage-flag-cases.js';

/** Calls of `iamport-kit sandbox`. */
export const SANDBOX_CASES: readonly UsageCase[] = [
  [
    ['sandbox-action', { given: '--x', known: ['trigger', 'log'] }],
    'unknown sandbox command "--x"; expected one of: trigger, log',
    'sandbox --x: trigger, log 중에서 고르세요',
  ],
  [
    ['sandbox-argument', { action: 'restore', argument: 'ID' }],
    'sandbox restore needs one argument: restore ID',
    'sandbox restore에는 인자 하나가 필요합니다: restore ID',
  ],
  [
    ['sandbox-argument', { action: 'reset', argument: null }],
    'sandbox reset takes no argument',
    'sandbox reset에는 인자를 쓰지 않습니다',
  ],
  [
    ['sandbox-event', { events: ['payment.paid', 'vbank.issued'] }],
    'sandbox trigger needs one event; expected one of: payment.paid, vbank.issued',
    'sandbox trigger에는 이벤트 하나가 필요합니다: payment.paid, vbank.issued',
  ],
  [
    ['sandbox-field', { given: 'amount' }],
    '--set expects FIELD=VALUE, such as amount=1004, not "amount"',
    '--set amount: amount=1004처럼 이름=값으로 쓰세요',
  ],
  [
    [
      'sandbox-refused',
      { english: 'unknown payment imp_1', fact: { code: 'unknown-payment', values: { imp_uid: 'imp_1' } } },
    ],
    'unknown payment imp_1',
    'imp_1 결제가 없습니다',
  ],
  [
    ['sandbox-choice', { flag: 'lang', given: '한국어', choices: ['en', 'ko'] }],
    'unknown --lang "한국어"; expected one of: en, ko',
    '--lang 한국어: en, ko 중에서 고르세요',
  ],
  [
    ['sandbox-number', { flag: 'port', given: '-1', most: 65_535 }],
    '--port expects a number from 0 to 65535, not "-1"',
    '--port -1: 0부터 65535까지의 숫자를 쓰세요',
  ],
  [
    ['sandbox-port', { port: 8787 }],
    'port 8787 is already in use; --port 0 picks a free port',
    '8787 포트는 이미 쓰이고 있습니다. --port 0은 빈 포트를 고릅니다',
  ],
  [
    ['sandbox-listen', { address: '192.0.2.1:80', code: 'EADDRNOTAVAIL' }],
    'cannot listen on 192.0.2.1:80: EADDRNOTAVAIL',
    '192.0.2.1:80에서 요청을 받을 수 없습니다: EADDRNOTAVAIL',
  ],
  [
    [
      'sandbox-file',
      { flag: 'state', file: 'a.json', english: 'no version 1', fact: { code: 'state-version', values: {} } },
    ],
    '--state a.json: no version 1',
    '--state a.json: 샌드박스가 저장한 상태가 아닙니다: "version"이 1이 아닙니다',
  ],
  [
    ['sandbox-file-unreadable', { flag: 'scenario', file: 'a.json', reason: { code: 'missing' } }],
    '--scenario a.json: cannot read the file (no such file)',
    '--scenario a.json: 파일을 읽을 수 없습니다(파일이 없음)',
  ],
  [
    ['sandbox-file-unparsable', { flag: 'state', file: 'a.json', quote: 'Unexpected end' }],
    '--state a.json: Unexpected end',
    '--state a.json: YAML이나 JSON으로 읽을 수 없습니다: "Unexpected end"',
  ],
];

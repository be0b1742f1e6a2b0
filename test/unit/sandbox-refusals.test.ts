import { expect, it } from 'vitest';

import { refusalText } from '../../scripts/messages/usage/sandbox-refusal.js';
import { ControlError, factOf, type ControlCode, type ControlValues } from '../../scripts/sandbox/sandbox.js';
import { englishWordsIn } from '../english-words.js';

/** Every reason why the sandbox refuses: what is said with it, in English and in Korean. */
const CASES: { readonly [Code in ControlCode]: readonly [values: ControlValues[Code], en: string, ko: string] } = {
  'unknown-event': [
    { name: 'x', known: ['a', 'b'] },
    'unknown event "x"; expected one of: a, b',
    '"x" 이벤트는 없습니다. 쓸 수 있는 것: "a", "b"',
  ],
  'unknown-event-field': [
    { event: 'payment.paid', name: 'x', known: ['a', 'b'] },
    'payment.paid has no field x; it has a, b',
    'payment.paid 이벤트에는 "x" 필드가 없습니다. 쓸 수 있는 것: "a", "b"',
  ],
  'not-a-number': [{ name: 'amount' }, 'amount must be a number', '"amount"는 숫자여야 합니다'],
  'unknown-setting': [
    { name: 'x', known: ['a', 'b'] },
    'unknown setting "x"; expected one of: a, b',
    '"x" 설정은 없습니다. 쓸 수 있는 것: "a", "b"',
  ],
  'setting-value': [
    { name: 'order', given: '"x"', wanted: { kind: 'one-of', values: ['a', 'b'] }, isNullable: false },
    'order must be one of: a, b, not "x"',
    '"order" 설정에는 "a", "b" 중 하나만 쓸 수 있습니다: "x"',
  ],
  'unknown-certification': [{ imp_uid: 'imp_1' }, 'unknown certification imp_1', 'imp_1 본인인증이 없습니다'],
  'certification-closed': [
    { imp_uid: 'imp_1', status: 'certified' },
    'the window of imp_1 is closed: certified',
    'imp_1 본인인증 창은 이미 끝났습니다. 본인인증 상태: "certified"',
  ],
  'unknown-payment': [{ imp_uid: 'imp_1' }, 'unknown payment imp_1', 'imp_1 결제가 없습니다'],
  'window-closed': [
    { imp_uid: 'imp_1', status: 'paid' },
    'the window of imp_1 is closed: the payment is paid',
    'imp_1 결제창은 이미 끝났습니다. 결제 상태: "paid"',
  ],
  'schedule-closed': [
    { merchant_uid: 'o-1', status: 'executed' },
    'the schedule o-1 is executed, it waits for nothing',
    '고객사 주문번호 "o-1"의 예약결제는 기다리는 상태가 아닙니다. 상태: "executed"',
  ],
  'no-billing-channel': [{}, 'no channel supports billing keys', '빌링키를 쓸 수 있는 채널이 없습니다'],
  'no-account': [{ imp_uid: 'imp_1' }, 'imp_1 has no virtual account', 'imp_1 결제에 가상계좌가 없습니다'],
  'account-closed': [
    { imp_uid: 'imp_1', status: 'paid' },
    'the account of imp_1 is closed: the payment is paid',
    'imp_1 결제의 가상계좌가 닫혔습니다. 결제 상태: "paid"',
  ],
  'account-overdue': [
    { imp_uid: 'imp_1' },
    'the account of imp_1 was due before now',
    'imp_1 결제의 가상계좌는 입금기한이 지났습니다',
  ],
  'account-amount': [
    { imp_uid: 'imp_1', amount: 1004, received: 1000 },
    'the account of imp_1 takes 1004 only, not 1000',
    'imp_1 결제의 가상계좌에는 1004만 입금할 수 있습니다: 1000',
  ],
  'not-failed': [
    { imp_uid: 'imp_1', status: 'paid' },
    'imp_1 is paid already',
    'imp_1 결제는 실패한 결제가 아닙니다. 결제 상태: "paid"',
  ],
  'no-deposit-awaited': [{ imp_uid: 'imp_1' }, 'imp_1 waits for no deposit', 'imp_1 결제는 입금을 기다리지 않습니다'],
  'not-escrow': [{ imp_uid: 'imp_1' }, 'imp_1 is not an escrow payment', 'imp_1 결제는 에스크로 결제가 아닙니다'],
  'service-refused': [
    { text: '[sandbox] 없는 채널' },
    '[sandbox] 없는 채널',
    '아임포트가 거절했습니다: "[sandbox] 없는 채널"',
  ],
  'command-refused': [{ name: 'vbank.deposit' }, 'vbank.deposit was refused', '"vbank.deposit" 명령을 거절했습니다'],
  'unknown-action': [{ name: 'x' }, 'unknown action "x"', '"x" 동작은 없습니다'],
  'not-an-object': [{ name: 'params' }, 'params must be an object', '"params"는 객체여야 합니다'],
  'body-not-object': [{}, 'the body must be a JSON object', '본문은 JSON 객체여야 합니다'],
  'clock-fields': [
    {},
    'set `advance` to a duration, or `set` to a time',
    '"advance"에 기간을 쓰거나 "set"에 시각을 쓰세요',
  ],
  'unknown-snapshot': [{ id: '9' }, 'unknown snapshot 9', '"9"번 스냅샷이 없습니다'],
  'unknown-delivery': [{ id: '9' }, 'unknown delivery 9', '"9"번 웹훅이 없습니다'],
  'unknown-key': [
    { key: 'x' },
    'keys of the sandbox begin with imp_sandbox: x',
    '샌드박스의 고객사 키는 imp_sandbox로 시작합니다: "x"',
  ],
  'not-a-seed': [
    { given: '1.5' },
    '1.5 is not a seed: a whole number from 0 on',
    '시드에는 0 이상의 정수를 쓰세요: "1.5"',
  ],
  'not-a-time': [{ given: 'x' }, 'x is not a time', '시각이 아닙니다: "x"'],
  'not-a-duration': [
    { given: 'x' },
    'x is not a duration; use milliseconds, or 31d, 90m, 1d12h',
    '기간이 아닙니다: "x". 밀리초나 31d, 90m, 1d12h처럼 쓰세요',
  ],
  'clock-backwards': [{}, 'the clock of the sandbox only moves forward', '샌드박스의 시계는 앞으로만 갑니다'],
  'unknown-fault': [
    { name: 'x', known: ['a', 'b'] },
    'unknown fault "x"; expected one of: a, b',
    '"x" 장애는 없습니다. 쓸 수 있는 것: "a", "b"',
  ],
  'unknown-fault-field': [
    { name: 'x', known: ['a', 'b'] },
    'unknown field "x"; expected one of: a, b',
    '장애에는 "x" 필드가 없습니다. 쓸 수 있는 것: "a", "b"',
  ],
  'unknown-operation': [
    { name: 'x' },
    'unknown operation "x"; write * for any',
    '"x" 작업은 없습니다. 모든 작업은 *로 쓰세요',
  ],
  'too-few': [
    { name: 'times', given: '0', least: 1 },
    'times must be a whole number from 1 on, not 0',
    '"times"는 1 이상의 정수여야 합니다: "0"',
  ],
  'not-a-state': [{}, 'this is not a saved state of the sandbox', '샌드박스가 저장한 상태가 아닙니다'],
  'state-version': [
    {},
    'this is not a saved state of the sandbox: it has no version 1',
    '샌드박스가 저장한 상태가 아닙니다: "version"이 1이 아닙니다',
  ],
  'state-missing': [
    { name: 'payments' },
    'this is not a saved state of the sandbox: payments is missing',
    '샌드박스가 저장한 상태가 아닙니다: "payments"가 없습니다',
  ],
  'state-not-a-list': [
    { name: 'payments' },
    'this is not a saved state of the sandbox: payments is not a list',
    '샌드박스가 저장한 상태가 아닙니다: "payments"가 목록이 아닙니다',
  ],
  'scenario-shape': [
    {},
    'a scenario must be an object with an array `steps`',
    '시나리오는 "steps" 배열이 있는 객체여야 합니다',
  ],
  step: [
    { number: 2, keys: ['approve', 'as'], reason: { code: 'unknown-payment', values: { imp_uid: 'imp_1' } } },
    'step 2 (approve, as): unknown payment imp_1',
    '2번째 단계("approve", "as"): imp_1 결제가 없습니다',
  ],
  'step-keys': [
    { known: ['a', 'b'] },
    'a step has one of these keys: a, b, and optionally `as`',
    '단계마다 다음 키 가운데 하나를 쓰세요: "a", "b". "as"는 함께 쓸 수 있습니다',
  ],
  'step-fields': [{ name: 'approve' }, 'approve needs fields', '"approve" 단계에는 필드가 필요합니다'],
  'not-refused': [{ operation: 'getPayment' }, 'getPayment was not refused', '"getPayment" 호출이 거절되지 않았습니다'],
  'not-as-expected': [
    { imp_uid: 'imp_1', name: 'status', found: '"ready"', wanted: '"paid"' },
    'status of imp_1 is "ready", not "paid"',
    'imp_1 결제의 "status" 값이 다릅니다. 실제 "ready", 예상 "paid"',
  ],
  'unknown-result': [{ path: 'pay.x' }, 'unknown result pay.x', '"pay.x" 결과가 없습니다'],
  'not-running': [
    { url: 'http://127.0.0.1:1' },
    'no sandbox is running at http://127.0.0.1:1; start one with "iamport-kit sandbox"',
    'http://127.0.0.1:1에서 실행 중인 샌드박스가 없습니다. "iamport-kit sandbox"로 시작하세요',
  ],
  responded: [{ status: 502 }, 'the sandbox responded with 502', '샌드박스가 HTTP 502로 응답했습니다'],
  other: [{ text: 'fetch failed' }, 'fetch failed', '오류가 났습니다: "fetch failed"'],
};

// Each code is a key of the table with its own values.
const ROWS = Object.entries(CASES) as [ControlCode, (typeof CASES)[ControlCode]][];

it.each(ROWS)('%s is said in English and in Korean', (code, [values, en, ko]) => {
  const error = new ControlError(code, values);
  expect(error.message).toBe(en);
  expect(refusalText(factOf(error))).toBe(ko);
  expect(ko).toMatch(/[가-힣]/);
  expect(englishWordsIn(ko)).toEqual([]);
});

it.each<[ControlValues['setting-value']['wanted'], string, string]>([
  [{ kind: 'url' }, 'a URL', 'URL'],
  [{ kind: 'names-by-code' }, 'names by code', '코드별 이름'],
  [{ kind: 'lists-by-id' }, 'lists of gateways by ID', 'ID별 PG사 목록'],
  [{ kind: 'whole-number', most: 5 }, 'a whole number from 0 to 5', '0부터 5까지의 정수'],
])('a setting wants %j', (wanted, en, ko) => {
  const error = new ControlError('setting-value', { name: 'x', given: '"y"', wanted, isNullable: true });
  expect(error.message).toBe(`x must be ${en}, or null, not "y"`);
  expect(refusalText(factOf(error))).toBe(`"x" 설정에는 ${ko} 또는 null만 쓸 수 있습니다: "y"`);
});

import type { ControlCode, ControlFact, ControlValues, Wanted } from '@iamport-kit/sandbox';

import { korean } from '../particle.js';

type Text<Values> = (values: Values) => string;

const NO_STATE = '샌드박스가 저장한 상태가 아닙니다';

const named = (known: readonly string[]): string => known.map((name) => `"${name}"`).join(', ');

/** The Korean text of every reason why the sandbox refuses. It has the English ones itself. */
const REFUSALS: { readonly [Code in ControlCode]: Text<ControlValues[Code]> } = {
  'unknown-event': ({ name, known }) => `"${name}" 이벤트는 없습니다. 쓸 수 있는 것: ${named(known)}`,
  'unknown-event-field': ({ event, name, known }) =>
    `${event} 이벤트에는 "${name}" 필드가 없습니다. 쓸 수 있는 것: ${named(known)}`,
  'not-a-number': ({ name }) => korean`"${name}"{은/는} 숫자여야 합니다`,
  'unknown-setting': ({ name, known }) => `"${name}" 설정은 없습니다. 쓸 수 있는 것: ${named(known)}`,
  'setting-value': ({ name, given, wanted, isNullable }) =>
    `"${name}" 설정에는 ${wantedText(wanted)}${isNullable ? ' 또는 null' : ''}만 쓸 수 있습니다: ${quoted(given)}`,
  'unknown-certification': ({ imp_uid }) => `${imp_uid} 본인인증이 없습니다`,
  'certification-closed': ({ imp_uid, status }) =>
    `${imp_uid} 본인인증 창은 이미 끝났습니다. 본인인증 상태: "${status}"`,
  'unknown-payment': ({ imp_uid }) => `${imp_uid} 결제가 없습니다`,
  'window-closed': ({ imp_uid, status }) => `${imp_uid} 결제창은 이미 끝났습니다. 결제 상태: "${status}"`,
  'schedule-closed': ({ merchant_uid, status }) =>
    `고객사 주문번호 ${quoted(merchant_uid)}의 예약결제는 기다리는 상태가 아닙니다. 상태: "${status}"`,
  'no-billing-channel': () => '빌링키를 쓸 수 있는 채널이 없습니다',
  'no-account': ({ imp_uid }) => `${imp_uid} 결제에 가상계좌가 없습니다`,
  'account-closed': ({ imp_uid, status }) => `${imp_uid} 결제의 가상계좌가 닫혔습니다. 결제 상태: "${status}"`,
  'account-overdue': ({ imp_uid }) => `${imp_uid} 결제의 가상계좌는 입금기한이 지났습니다`,
  'account-amount': ({ imp_uid, amount, received }) =>
    `${imp_uid} 결제의 가상계좌에는 ${amount}만 입금할 수 있습니다: ${received}`,
  'not-failed': ({ imp_uid, status }) => `${imp_uid} 결제는 실패한 결제가 아닙니다. 결제 상태: "${status}"`,
  'no-deposit-awaited': ({ imp_uid }) => `${imp_uid} 결제는 입금을 기다리지 않습니다`,
  'not-escrow': ({ imp_uid }) => `${imp_uid} 결제는 에스크로 결제가 아닙니다`,
  'service-refused': ({ text }) => `아임포트가 거절했습니다: ${quoted(text)}`,
  'command-refused': ({ name }) => `"${name}" 명령을 거절했습니다`,
  'unknown-action': ({ name }) => `"${name}" 동작은 없습니다`,
  'not-an-object': ({ name }) => korean`"${name}"{은/는} 객체여야 합니다`,
  'body-not-object': () => '본문은 JSON 객체여야 합니다',
  'clock-fields': () => '"advance"에 기간을 쓰거나 "set"에 시각을 쓰세요',
  'unknown-snapshot': ({ id }) => `${quoted(id)}번 스냅샷이 없습니다`,
  'unknown-delivery': ({ id }) => `${quoted(id)}번 웹훅이 없습니다`,
  'unknown-key': ({ key }) => `샌드박스의 고객사 키는 imp_sandbox로 시작합니다: ${quoted(key)}`,
  'not-a-seed': ({ given }) => `시드에는 0 이상의 정수를 쓰세요: ${quoted(given)}`,
  'not-a-time': ({ given }) => `시각이 아닙니다: ${quoted(given)}`,
  'not-a-duration': ({ given }) => `기간이 아닙니다: ${quoted(given)}. 밀리초나 31d, 90m, 1d12h처럼 쓰세요`,
  'clock-backwards': () => '샌드박스의 시계는 앞으로만 갑니다',
  'unknown-fault': ({ name, known }) => `"${name}" 장애는 없습니다. 쓸 수 있는 것: ${named(known)}`,
  'unknown-fault-field': ({ name, known }) => `장애에는 "${name}" 필드가 없습니다. 쓸 수 있는 것: ${named(known)}`,
  'unknown-operation': ({ name }) => `"${name}" 작업은 없습니다. 모든 작업은 *로 쓰세요`,
  'too-few': ({ name, least, given }) => korean`"${name}"{은/는} ${least} 이상의 정수여야 합니다: ${quoted(given)}`,
  'not-a-state': () => NO_STATE,
  'state-version': () => `${NO_STATE}: "version"이 1이 아닙니다`,
  'state-missing': ({ name }) => korean`${NO_STATE}: "${name}"{이/가} 없습니다`,
  'state-not-a-list': ({ name }) => korean`${NO_STATE}: "${name}"{이/가} 목록이 아닙니다`,
  'scenario-shape': () => '시나리오는 "steps" 배열이 있는 객체여야 합니다',
  step: ({ number, keys, reason }) => `${number}번째 단계(${named(keys)}): ${refusalText(reason)}`,
  'step-keys': ({ known }) => `단계마다 다음 키 가운데 하나를 쓰세요: ${named(known)}. "as"는 함께 쓸 수 있습니다`,
  'step-fields': ({ name }) => `"${name}" 단계에는 필드가 필요합니다`,
  'not-refused': ({ operation }) => `"${operation}" 호출이 거절되지 않았습니다`,
  'not-as-expected': ({ imp_uid, name, found, wanted }) =>
    `${imp_uid} 결제의 "${name}" 값이 다릅니다. 실제 ${quoted(found)}, 예상 ${quoted(wanted)}`,
  'unknown-result': ({ path }) => `"${path}" 결과가 없습니다`,
  'not-running': ({ url }) => `${url}에서 실행 중인 샌드박스가 없습니다. "iamport-kit sandbox"로 시작하세요`,
  responded: ({ status }) => `샌드박스가 HTTP ${status}로 응답했습니다`,
  other: ({ text }) => `오류가 났습니다: ${quoted(text)}`,
};

/** Why the sandbox refuses, in Korean. */
export function refusalText({ code, values }: ControlFact): string {
  // A fact pairs each code with its own values, which the type of a union of functions cannot express.
  const text = REFUSALS[code] as (values: unknown) => string;
  return text(values);
}

/** A quoted text. JSON has written strings with their quotes already. */
function quoted(text: string): string {
  return /^".*"$/.test(text) ? text : `"${text}"`;
}

function wantedText(wanted: Wanted): string {
  switch (wanted.kind) {
    case 'url':
      return 'URL';
    case 'names-by-code':
      return '코드별 이름';
    case 'lists-by-id':
      return 'ID별 PG사 목록';
    case 'whole-number':
      return `0부터 ${wanted.most}까지의 정수`;
    case 'one-of':
      return `${named(wanted.values)} 중 하나`;
  }
}

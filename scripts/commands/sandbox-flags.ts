import type { Flag } from './command.js';

/** Flags of `iamport-kit sandbox` and its actions. */
export const SANDBOX_FLAGS: Readonly<Record<string, Flag>> = {
  port: {
    type: 'string',
    value: 'N',
    description: {
      en: 'Port to listen on (default 8787; 0 takes any)',
      ko: '요청을 받을 포트 (기본 8787, 0은 빈 포트)',
    },
  },
  host: {
    type: 'string',
    value: 'ADDRESS',
    description: { en: 'Address to listen on (default 127.0.0.1)', ko: '요청을 받을 주소 (기본 127.0.0.1)' },
  },
  webhook: {
    type: 'string',
    value: 'URL',
    description: {
      en: 'Where notifications go when a payment names no other address',
      ko: '결제에 notice_url이 없을 때 웹훅을 보낼 주소',
    },
  },
  'webhook-form': {
    type: 'string',
    value: 'json|form',
    description: { en: 'Content type of notifications (default json)', ko: '웹훅의 Content-Type (기본 json)' },
  },
  retries: {
    type: 'string',
    value: 'N',
    description: {
      en: 'Send a failed notification again up to N times, a minute apart',
      ko: '실패한 웹훅을 1분 간격으로 최대 N번 다시 보냄',
    },
  },
  order: {
    type: 'string',
    value: 'ORDER',
    description: {
      en: 'webhook-first, browser-first, browser-lost, webhook-lost or duplicate',
      ko: 'webhook-first, browser-first, browser-lost, webhook-lost, duplicate',
    },
  },
  clock: {
    type: 'string',
    value: 'real|frozen',
    description: { en: 'Whether time passes by itself (default real)', ko: '시간이 저절로 흐르는지 (기본 real)' },
  },
  seed: { type: 'string', value: 'N', description: { en: 'Make other IDs', ko: '다른 ID를 만듦' } },
  state: {
    type: 'string',
    value: 'FILE',
    description: {
      en: 'Start from a saved state, and save it there at the end',
      ko: '저장된 상태에서 시작하고 끝날 때 다시 저장',
    },
  },
  scenario: { type: 'string', value: 'FILE', description: { en: 'Play a scenario first', ko: '먼저 시나리오를 실행' } },
  coverage: {
    type: 'boolean',
    description: {
      en: 'List operations, their refusals and the evidence, then end',
      ko: 'API별 실패 응답과 근거를 출력하고 끝냄',
    },
  },
  url: {
    type: 'string',
    value: 'URL',
    description: { en: 'Of trigger and log: where the sandbox listens', ko: 'trigger와 log: 샌드박스 주소' },
  },
  key: {
    type: 'string',
    value: 'KEY',
    description: {
      en: 'Of trigger: key of the merchant (default imp_sandbox_1)',
      ko: 'trigger: 고객사 키 (기본 imp_sandbox_1)',
    },
  },
  'imp-uid': {
    type: 'string',
    value: 'ID',
    description: {
      en: 'Of trigger: the payment; one is made when missing',
      ko: 'trigger: 대상 결제, 없으면 새로 만듦',
    },
  },
  set: {
    type: 'string',
    value: 'FIELD=VALUE',
    isRepeatable: true,
    description: { en: 'Of trigger: a field, such as amount=1004', ko: 'trigger: 필드 값, 예: amount=1004' },
  },
  follow: {
    type: 'boolean',
    description: { en: 'Of log: go on with every new entry', ko: 'log: 새 기록을 계속 출력' },
  },
  json: {
    type: 'boolean',
    description: { en: 'Of trigger and log: JSON, an entry a line', ko: 'trigger와 log: 한 줄에 하나씩 JSON으로 출력' },
  },
};

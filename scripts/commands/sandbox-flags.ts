import { LANG_FLAG } from './report-flags.js';
import { option, repeatable, toggle, type Flags } from './flag.js';

/** Flags of `iamport-kit sandbox` and its actions. */
export const SANDBOX_FLAGS: Flags = {
  port: option('N', {
    en: 'Port to listen on (default 8787; 0 picks a free port)',
    ko: '요청을 받을 포트 (기본 8787, 0은 빈 포트)',
  }),
  host: option('ADDRESS', { en: 'Address to listen on (default 127.0.0.1)', ko: '요청을 받을 주소 (기본 127.0.0.1)' }),
  webhook: option('URL', {
    en: 'URL for notifications of payments without their own notice_url',
    ko: '결제에 notice_url이 없을 때 웹훅을 보낼 주소',
  }),
  'webhook-form': option('json|form', {
    en: 'Content type of notifications (default json)',
    ko: '웹훅의 Content-Type (기본 json)',
  }),
  retries: option('N', {
    en: 'Resend a failed notification up to N times, a minute apart',
    ko: '실패한 웹훅을 1분 간격으로 최대 N번 다시 보냄',
  }),
  order: option('ORDER', {
    en: 'Delivery order: webhook-first, browser-first, browser-lost, webhook-lost or duplicate',
    ko: 'webhook-first, browser-first, browser-lost, webhook-lost, duplicate',
  }),
  clock: option('real|frozen', {
    en: 'Whether time passes on its own (default real)',
    ko: '시간이 저절로 흐르는지 (기본 real)',
  }),
  seed: option('N', { en: 'Seed for generated IDs, also for reset', ko: 'ID를 만드는 시드. reset에도 쓸 수 있음' }),
  state: option('FILE', {
    en: 'Load the state from a file, and save it there on exit',
    ko: '저장된 상태에서 시작하고 끝날 때 다시 저장',
  }),
  scenario: option('FILE', { en: 'Run a scenario first', ko: '먼저 시나리오를 실행' }),
  coverage: toggle({
    en: 'List operations, their errors and the evidence, then exit',
    ko: 'API별 실패 응답과 근거를 출력하고 끝냄',
  }),
  url: option('URL', {
    en: 'For all commands: URL of the running sandbox (default http://127.0.0.1:8787)',
    ko: '모든 하위 명령: 실행 중인 샌드박스의 주소 (기본 http://127.0.0.1:8787)',
  }),
  key: option('KEY', {
    en: 'For trigger and settings: key of the merchant (default imp_sandbox_1)',
    ko: 'trigger와 settings: 고객사 키 (기본 imp_sandbox_1)',
  }),
  'imp-uid': option('ID', {
    en: 'For trigger: the payment; created if missing',
    ko: 'trigger: 대상 결제, 없으면 새로 만듦',
  }),
  set: repeatable('FIELD=VALUE', {
    en: 'For trigger, fault and settings: a field, such as amount=1004',
    ko: 'trigger, fault, settings: 필드 값, 예: amount=1004',
  }),
  lang: LANG_FLAG,
  follow: toggle({ en: 'For log: keep printing new entries', ko: 'log: 새 기록을 계속 출력' }),
  json: toggle({
    en: 'For all commands: print one JSON object per line',
    ko: '모든 하위 명령: 한 줄에 하나씩 JSON으로 출력',
  }),
};

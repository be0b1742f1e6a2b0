import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

// A Korean text that was never recorded from the service begins with [sandbox]. Every other one is listed here, with the
// kind of record it comes from; the refusals have their own table, with a source in each row.

const RECORDED = [
  // Captures of payments and cancellations.
  '취소요청api',
  'F0004:PG사 결제요청에 실패하여 중단합니다. 3112, 한도가 초과하였습니다.',
  'F0004:PG사 결제요청에 실패하여 중단합니다.(${imp_uid}) 3112, 한도가 초과하였습니다.',
  '[3112] 한도가 초과하였습니다.',
  '등록되지 않은 구매자입니다.',
  // The release note of 2024-01-25.
  '계좌말소',
  // Sources and captures of the browser SDK.
  '사용자가 결제를 취소하였습니다.',
  '[결제포기] 사용자가 결제를 취소하셨습니다',
  '고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${text})',
  '알 수 없음',
  '등록된 PG 설정 정보가 없습니다.',
  '채널 정보를 조회하는데 실패하였습니다.',
  '리디렉션 방식으로 결제창을 호출하려면 리디렉션 URL은 필수 입력입니다.',
  '나이스페이 V2 가상계좌 발급시 유효한 입금 기한을 필수로 입력해야 합니다.',
  '이미 결제가 이루어진 거래건입니다.',
  '이미 승인 완료 되거나 승인 요청 된 거래 건(${merchantUid})입니다.',
  '결제 창 호출에 실패하였습니다. ${reason.fresh}',
];

/** Values of the sandbox's own world: people, names of merchants, parts of its own texts. */
const VALUES = ['홍길동', '샌드박스', '샌드박스 하위 가맹점', '90일', '3개월'];

it('texts of the model that were never recorded begin with [sandbox]', () => {
  const texts = sources('scripts/sandbox/model').flatMap((file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const found = code.matchAll(/'([^'\n]*\p{Script=Hangul}[^'\n]*)'|`([^`\n]*\p{Script=Hangul}[^`\n]*)`/gu);
    return [...found].map(([, quoted, template]) => quoted ?? template ?? '');
  });
  const unmarked = new Set(texts.filter((text) => !text.startsWith('[sandbox] ')));
  expect([...unmarked].sort()).toEqual([...RECORDED, ...VALUES].sort());
});

/** Files of a folder that hold texts, without the table of refusals and the examples of the document. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('refusals') && name !== 'examples.ts')
    .map((name) => path.join(folder, name));
}

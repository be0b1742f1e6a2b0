import { pageHtml } from './html.js';

/** The merchant's console of the sandbox, in the words of the real one. */
export function consolePage(): string {
  const body = `<header class="bar">
<h1>아임포트 샌드박스</h1>
<p>시각 <time data-testid="clock"></time></p>
<form id="clock-form"><label for="advance">시계</label><input id="advance" value="1d" size="6" data-testid="advance"><button data-testid="advance-button">앞으로</button></form>
<a href="/_sandbox/demo">데모 상점</a>
</header>
<main class="console">
<section aria-labelledby="payments-title"><h2 id="payments-title">결제승인내역</h2>
<table data-testid="payments"><thead><tr><th scope="col">시각 (KST)</th><th scope="col">고객사</th><th scope="col">imp_uid</th><th scope="col">주문번호</th><th scope="col">결제수단</th><th scope="col">금액</th><th scope="col">상태</th><th scope="col">작업</th></tr></thead><tbody></tbody></table></section>
<section aria-labelledby="timeline-title"><h2 id="timeline-title">결제 이력</h2><ol class="log" data-testid="timeline" tabindex="0" aria-label="결제 이력" data-empty="결제승인내역에서 이력을 누르면 여기에 표시됩니다."></ol></section>
<section aria-labelledby="webhooks-title"><h2 id="webhooks-title">웹훅로그</h2>
<table data-testid="webhooks"><thead><tr><th scope="col">시각 (KST)</th><th scope="col">imp_uid</th><th scope="col">상태</th><th scope="col">URL</th><th scope="col">결과</th><th scope="col">재발송</th></tr></thead><tbody></tbody></table></section>
<section aria-labelledby="faults-title"><h2 id="faults-title">장애 주입</h2>
<form id="fault-form"><label for="fault-operation">작업</label><input id="fault-operation" value="*" data-testid="fault-operation"><label for="fault-kind">장애</label><select id="fault-kind" data-testid="fault-kind"></select><button data-testid="fault-button">다음 요청에 적용</button></form>
<ul data-testid="faults"></ul></section>
<section aria-labelledby="events-title"><h2 id="events-title">이벤트 발생</h2>
<form id="trigger-form"><label for="event">이벤트</label><select id="event" data-testid="event"></select><button data-testid="trigger-button">발생</button></form></section>
<section aria-labelledby="log-title"><h2 id="log-title">요청 로그</h2><ol class="log" data-testid="log" tabindex="0" aria-label="요청 로그"></ol></section>
<p role="status" aria-live="polite" data-testid="status"></p>
</main>`;
  return pageHtml({ language: 'ko', title: '아임포트 샌드박스', script: 'console', data: {}, body });
}

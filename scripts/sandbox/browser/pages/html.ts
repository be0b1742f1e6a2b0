/** Text for HTML, with everything that has a meaning there escaped. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/** A page of the sandbox. */
export interface Page {
  readonly language: 'ko' | 'en';
  readonly title: string;
  /** Name of the script in `/_sandbox/assets/`, without its ending; null for a page without one. */
  readonly script: string | null;
  /** Data that the script reads. */
  readonly data: unknown;
  /** HTML of the body. */
  readonly body: string;
}

/** The whole document of a page. Data cannot leave its element: `<` is written as an escape. */
export function pageHtml({ language, title, script, data, body }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/_sandbox/assets/sandbox.css">
<link rel="icon" href="data:,">
</head>
<body>
${body}
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
${script === null ? '' : `<script src="/_sandbox/assets/${script}.js"></script>`}
</body>
</html>
`;
}

/** A response with a page. Other sites may show it in a frame, as gateways allow; it loads nothing from elsewhere. */
export function htmlResponse(html: string, status = 200): Response {
  const policy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'x-sandbox': '1' };
  return new Response(html, { status, headers });
}

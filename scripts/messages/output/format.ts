/** The columns of a Markdown report. */
export const MARKDOWN_HEADINGS = {
  en: ['Place', 'Severity', 'Code', 'Problem'],
  ko: ['위치', '심각도', '코드', '문제'],
} as const;

/** Words around the explanation of a code. */
export const EXPLANATION_WORDS = {
  en: { cause: 'Why', fix: 'What to do', error: 'error', warning: 'warning' },
  ko: { cause: '원인', fix: '해결', error: '오류', warning: '경고' },
} as const;

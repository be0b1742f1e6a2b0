const KOREA = 9 * 3600;

/**
 * Reads `vbank_due` of the browser SDK: `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmm` or
 * `YYYYMMDDHHmmss`, Korean time; a date alone means its last second.
 *
 * @returns unix seconds, or null for any other text.
 */
export function dueOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const digits = value.replace(/[-: T]/g, '');
  if (!/^\d{8}(\d{4}(\d{2})?)?$/.test(digits)) return null;
  const full = digits.length === 8 ? `${digits}235959` : digits.padEnd(14, '0');
  const [, date = '', time = ''] = /^(\d{8})(\d{6})$/.exec(full) ?? [];
  const iso = `${date.replace(/(\d{4})(\d{2})/, '$1-$2-')}T${time.replace(/(\d{2})(\d{2})/, '$1:$2:')}Z`;
  const milliseconds = Date.parse(iso);
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000 - KOREA;
}

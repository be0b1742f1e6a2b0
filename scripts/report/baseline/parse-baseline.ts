import { isObject } from '../../json/schema.js';
import type { Texts } from '../../messages/entry.js';
import { korean } from '../../messages/particle.js';
import { UsageError } from '../../messages/usage-error.js';
import { parseJson } from '../../source/parse-json.js';

/** One accepted finding, with the reason. */
export interface BaselineEntry {
  readonly code: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly pointer: string;
  /** Identifies the finding; the other members are for readers. */
  readonly fingerprint: string;
  readonly reason: string;
  /** Last day on which the entry is valid, in UTC: `2027-01-31`. */
  readonly until?: string;
}

const TEXTS = ['code', 'file', 'pointer', 'fingerprint', 'reason'] as const;

/** The problem with a parsed entry, as the end of a sentence; undefined if it is valid. */
function entryProblem(value: unknown): Texts | undefined {
  if (!isObject(value)) return { en: 'is not an object', ko: '객체가 아닙니다' };
  const missing = TEXTS.find((name) => typeof value[name] !== 'string');
  if (missing !== undefined) return { en: `has no "${missing}"`, ko: korean`"${missing}"{이/가} 없습니다` };
  if (String(value.reason).trim() === '')
    return { en: 'has an empty "reason"; say why the finding may stay', ko: '"reason"이 비어 있습니다. 이유를 쓰세요' };
  if (value.until !== undefined && !isDate(value.until))
    return {
      en: 'has an "until" that is not a date such as 2027-01-31',
      ko: '"until"이 2027-01-31 같은 날짜가 아닙니다',
    };
  const unknown = Object.keys(value).find((name) => name !== 'until' && !TEXTS.some((known) => known === name));
  if (unknown === undefined) return undefined;
  return { en: `has an unknown "${unknown}"`, ko: korean`"${unknown}"{은/는} 알 수 없는 키입니다` };
}

/**
 * Parses the text of a baseline.
 *
 * @throws {UsageError} when it is not valid: a partly read baseline would accept the wrong findings.
 */
export function parseBaseline(text: string, file: string): BaselineEntry[] {
  const read = parseJson({ file, text, firstLine: 1 });
  if (!read.ok) {
    const { line, column } = read.diagnostic.at;
    throw new UsageError('baseline-not-json', { file: `${file}:${line}:${column}` });
  }
  const parsed = read.document.value;
  const entries = isObject(parsed) ? parsed.entries : undefined;
  if (!isObject(parsed) || parsed.version !== 1 || !Array.isArray(entries))
    throw new UsageError('not-a-baseline', { file });
  const known = entries.filter(isEntry);
  if (known.length === entries.length) return known;
  const index = entries.findIndex((entry) => !isEntry(entry));
  throw new UsageError('baseline-entry', {
    file,
    number: index + 1,
    problem: entryProblem(entries[index]) ?? { en: '', ko: '' },
  });
}

function isEntry(value: unknown): value is BaselineEntry {
  return entryProblem(value) === undefined;
}

/** Whether a value is a day such as `2027-01-31`. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

import { PRETTY_WORDS } from '../../messages/output/report.js';
import { displayWidth } from '../display-width.js';
import { groupFindings, MOST_GROUPS, type FindingGroup } from '../finding-groups.js';
import { wrapText } from '../fit-columns.js';
import { printable } from '../printable.js';
import type { Report } from '../report.js';
import { formatFrame } from './frame.js';

/**
 * Findings for readers: place, severity and code, the message, the lines around it, and the fix. A problem with many
 * places is shown once, with their number and the first of them.
 */
export function formatPretty(report: PrettyReport): string {
  const { findings, summary, addition, paint, columns, language } = report;
  const groups = groupFindings(findings);
  const shown = groups.slice(0, MOST_GROUPS);
  const listed = shown.reduce((sum, { places }) => sum + Math.min(places.length, 1 + OTHERS), 0);
  const rest = findings.length - listed;
  const more = rest === 0 ? '' : `${PRETTY_WORDS.unlisted(rest)[language]}\n`;
  const text = shown.map((group) => formatGroup(group, report)).join('');
  return `${text}${fitted(more, columns)}${addition?.text(paint, columns) ?? ''}${fitted(summary, columns)}`;
}

/** The parts of a report that are used. */
export type PrettyReport = Pick<Report, 'findings' | 'summary' | 'addition' | 'paint' | 'language' | 'columns'>;

/** Number of further places that are listed. */
const OTHERS = 3;

function formatGroup({ lead, places }: FindingGroup, report: PrettyReport): string {
  const { severity, message, hint, at, excerpt } = lead;
  const { paint, columns } = report;
  const frame = excerpt && formatFrame(excerpt, at, { paint, severity, ...(columns !== undefined && { columns }) });
  const [first = '', ...others] = wrapped(printable(hint), columns);
  const advice = hint === '' ? [] : [`  ${paint('cyan', '→')} ${[first, ...others].join('\n    ')}\n`];
  const details = [...(frame === undefined ? [] : [frame]), ...advice, ...otherPlaces({ lead, places }, report)];
  const rest = details.map((detail) => `\n${detail}`).join('');
  const text = wrapped(printable(message), columns).map((line) => `  ${line}\n`);
  // A finding with a frame is surrounded by blank lines; one without is not.
  return `${heading({ lead, places }, report)}${text.join('')}${rest === '' ? '' : `${rest}\n`}`;
}

/** The place, which a terminal can open, with severity and code; on several lines if the terminal is narrow. */
function heading({ lead, places }: FindingGroup, { paint, columns = Infinity, language }: PrettyReport): string {
  const { severity, code } = lead;
  const place = placeOf(lead);
  const files = new Set(places.map((each) => each.at.file)).size;
  const total = places.length === 1 ? '' : `  ${PRETTY_WORDS.places(places.length, files)[language]}`;
  const isWide = displayWidth(`${place}  ${severity}  ${code}${total}`) > columns;
  const isVeryWide = displayWidth(`  ${severity}  ${code}${total}`) > columns;
  const level = paint(severity === 'error' ? 'red' : 'yellow', severity);
  const breaks = [isWide ? '\n' : '', isVeryWide && total !== '' ? '\n' : ''];
  return `${paint('bold', place)}${breaks[0]}  ${level}  ${paint('dim', code)}${breaks[1]}${total}\n`;
}

function otherPlaces({ lead, places }: FindingGroup, { paint, language }: PrettyReport): string[] {
  if (places.length === 1) return [];
  const others = otherFilesFirst(places, lead);
  const shown = others
    .slice(0, OTHERS)
    .map((each) => `  ${paint('dim', PRETTY_WORDS.also[language])} ${placeOf(each)}\n`);
  const rest = others.length - shown.length;
  return [`${shown.join('')}${rest > 0 ? `  ${PRETTY_WORDS.more(rest)[language]}\n` : ''}`];
}

/** One place of each other file first, then the rest, to show that a problem affects many files. */
function otherFilesFirst(places: FindingGroup['places'], lead: FindingGroup['lead']): readonly FindingGroup['lead'][] {
  const files = new Set([lead.at.file]);
  const firsts = new Set<FindingGroup['lead']>();
  for (const each of places) {
    if (!files.has(each.at.file)) firsts.add(each);
    files.add(each.at.file);
  }
  return [...firsts, ...places.filter((each) => each !== lead && !firsts.has(each))];
}

function placeOf({ at }: FindingGroup['lead']): string {
  return `${printable(at.file)}:${at.line}:${at.column}`;
}

/** Whole lines. */
function fitted(text: string, columns: number | undefined): string {
  return columns === undefined ? text : text.replace(/.+/g, (line) => wrapText(line, columns).join('\n'));
}

/** Text indented by two cells. */
function wrapped(text: string, columns: number | undefined): string[] {
  return columns === undefined ? [text] : wrapText(text, Math.max(LEAST_WIDTH, columns - INDENT));
}

const [INDENT, LEAST_WIDTH] = [4, 16];

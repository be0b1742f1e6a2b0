import { formatFrame } from './frame.js';
import { printable } from '../printable.js';
import type { Paint } from '../terminal.js';
import type { Report, Reported } from '../report.js';
import { grouped } from '../../messages/grouped.js';

/** Findings for people: place, severity and code, the message, the lines around it, and what to do. */
export function formatPretty(report: Pick<Report, 'findings' | 'summary' | 'addition' | 'paint'>): string {
  const { findings, summary, addition, paint } = report;
  return `${findings.map((finding) => formatOne(finding, paint)).join('')}${addition?.text(paint) ?? ''}${summary}`;
}

function formatOne({ code, severity, message, hint, at, excerpt }: Reported, paint: Paint): string {
  const place = paint('bold', `${printable(at.file)}:${at.line}:${at.column}`);
  const level = paint(severity === 'error' ? 'red' : 'yellow', severity);
  const frame = excerpt && formatFrame(excerpt, at, { paint, severity });
  const advice = hint === '' ? [] : [`  ${paint('cyan', '→')} ${printable(hint)}\n`];
  const details = [...(frame === undefined ? [] : [frame]), ...advice];
  const rest = details.map((detail) => `\n${detail}`).join('');
  // A finding of one line needs no room around it; one with a frame does.
  return `${place}  ${level}  ${paint('dim', code)}\n  ${printable(message)}\n${rest === '' ? '' : `${rest}\n`}`;
}

/** `1 problem`, `2 problems`. */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

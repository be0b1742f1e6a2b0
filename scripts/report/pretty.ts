import type { Diagnostic } from '../diagnostics.js';
import { printable } from './printable.js';

/** Styles a piece of text for the stream it goes to; plain where colour is not wanted. */
export type Paint = (style: 'red' | 'yellow' | 'dim' | 'bold', text: string) => string;

/** Findings for people: place, severity and code on one line, the message below. */
export function formatPretty(diagnostics: readonly Diagnostic[], paint: Paint): string {
  return diagnostics.map((diagnostic) => formatOne(diagnostic, paint)).join('');
}

function formatOne({ code, severity, message, at }: Diagnostic, paint: Paint): string {
  const place = paint('bold', `${printable(at.file)}:${at.line}:${at.column}`);
  const level = paint(severity === 'error' ? 'red' : 'yellow', severity);
  return `${place}  ${level}  ${paint('dim', code)}\n  ${printable(message)}\n`;
}

/** `1 problem`, `2 problems`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

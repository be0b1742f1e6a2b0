import type { ImportExtension } from '../../files/import-style.js';
import { compareText } from '../../messages/diagnostic.js';
import type { OutputFile } from '../model/model.js';
import { isCodeFile } from './banner.js';

/** What a generated file takes from one other file. */
export interface Import {
  /** As emitters write it: with `.js`. */
  readonly from: string;
  /** Sorted here, and each written once. */
  readonly names: Iterable<string>;
  readonly isTypeOnly?: boolean;
}

/** Writes import declarations, one name per line, so that a new name adds one line to a diff; empty without names. */
export function importDeclarations(imports: readonly Import[]): string {
  return imports
    .flatMap(({ from, names, isTypeOnly = false }) => {
      const sorted = [...new Set(names)].sort((a, b) => compareText(bare(a), bare(b)));
      const keyword = isTypeOnly ? 'import type' : 'import';
      const list = sorted.length === 1 ? ` ${sorted[0] ?? ''} ` : `\n${sorted.map((name) => `  ${name},\n`).join('')}`;
      return sorted.length === 0 ? [] : [`${keyword} {${list}} from '${from}';`];
    })
    .join('\n');
}

function bare(name: string): string {
  return name.replace(/^type /, '').toLowerCase();
}

/** An import or export of another generated file; emitters write `.js`. Comments and texts begin their lines otherwise. */
const SPECIFIER = /^((?:import|export|\}) [^\n]*?from '|import ')(\.{1,2}\/[^'\n]+)\.js';$/gm;

/** Lets generated files import each other the way the project does. */
export function withExtension(file: OutputFile, extension: ImportExtension): OutputFile {
  if (extension === '.js' || !isCodeFile(file)) return file;
  return { ...file, text: file.text.replace(SPECIFIER, `$1$2${extension}';`) };
}

import type { ImportExtension } from '../../files/import-style.js';
import type { OutputFile } from '../model/model.js';
import { isCodeFile } from './banner.js';

/** An import or export of another generated file; emitters write `.js`. Comments and texts begin their lines otherwise. */
const SPECIFIER = /^((?:import|export|\}) [^\n]*?from '|import ')(\.{1,2}\/[^'\n]+)\.js';$/gm;

/** Lets generated files import each other the way the project does. */
export function withExtension(file: OutputFile, extension: ImportExtension): OutputFile {
  if (extension === '.js' || !isCodeFile(file)) return file;
  return { ...file, text: file.text.replace(SPECIFIER, `$1$2${extension}';`) };
}

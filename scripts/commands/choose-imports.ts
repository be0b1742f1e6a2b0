import { readFileSync } from 'node:fs';
import path from 'node:path';

import { IMPORT_EXTENSIONS, importStyle, type ImportStyle } from '../files/import-style.js';
import { isOwnPackage } from '../files/project.js';
import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { openConfig } from './config-flags.js';

const FLAG = '--import-extension';

/**
 * How the files of an output folder import each other: as the flag says, else the config, else the flag of an earlier run,
 * which the manifest keeps, else the project.
 *
 * @throws {UsageError} when the flag has no such value, or the config cannot be read.
 */
export async function chooseImports(out: string, invocation: Invocation): Promise<ImportStyle> {
  // Our own package is compiled by its own rules.
  if (isOwnPackage(out)) return { extension: '.js', modules: 'ES modules', because: '' };
  const found = importStyle(out);
  const asked = invocation.text('import-extension');
  if (asked === 'auto') return found;
  if (asked !== undefined) return { ...found, extension: extensionNamed(asked), because: FLAG };
  const { generate, shownAs = '' } = await openConfig(invocation);
  if (generate?.importExtension !== undefined)
    return { ...found, extension: extensionNamed(generate.importExtension), because: path.basename(shownAs) };
  const kept = extensionKept(out);
  return kept === undefined ? found : { ...found, extension: kept, because: FLAG };
}

function extensionNamed(value: string): ImportStyle['extension'] {
  const extension = Object.hasOwn(IMPORT_EXTENSIONS, value) ? IMPORT_EXTENSIONS[value] : undefined;
  if (extension === undefined) throw new UsageError('import-extension-unknown', { value });
  return extension;
}

/** What the flag said when the folder was written, so that `generate --check` needs no flag. */
function extensionKept(out: string): ImportStyle['extension'] | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
    if (!isObject(manifest) || !isObject(manifest.imports) || manifest.imports.because !== FLAG) return undefined;
    const { extension } = manifest.imports;
    return Object.values(IMPORT_EXTENSIONS).find((known) => known === extension);
  } catch {
    // There is none yet, or the run will find out what is wrong with it.
    return undefined;
  }
}

import path from 'node:path';

import { IMPORT_EXTENSIONS, importStyle, type ImportStyle } from '../files/import-style.js';
import { isOwnPackage } from '../files/project.js';
import { readJsonQuietly } from '../files/read-quietly.js';
import { isObject } from '../json/schema.js';
import { UsageError } from '../messages/usage-error.js';
import type { Invocation } from './command.js';
import { openConfig } from './input-flags.js';

const FLAG = '--import-extension';

/** What a project decides about the code in an output folder. */
export interface OutputStyle {
  /** How the files import each other. */
  readonly imports: ImportStyle;
  /** Whether requests refuse read-only properties. */
  readonly strictReadOnly: boolean;
}

/**
 * Reads what is decided about an output folder: by flags, else by the config, else by the flags of an earlier run, which the
 * manifest keeps so that `generate --check` needs none, else by the project.
 *
 * @throws {UsageError} when a flag has an unknown value, or the config cannot be read.
 */
export async function chooseOutput(out: string, invocation: Invocation): Promise<OutputStyle> {
  // Our own package is compiled by its own rules.
  if (isOwnPackage(out))
    return { imports: { extension: '.js', modules: 'ES modules', because: '' }, strictReadOnly: false };
  const asked = invocation.text('import-extension');
  const isStrict = invocation.isSet('strict-read-only');
  const { generate = {}, shownAs = '' } = asked !== undefined && isStrict ? {} : await openConfig(invocation);
  const kept = keptIn(out);
  const found = importStyle(out);
  const named = (value: string, because: string): ImportStyle => ({ ...found, extension: extensionOf(value), because });
  const imports = (): ImportStyle => {
    if (asked !== undefined) return asked === 'auto' ? found : named(asked, FLAG);
    if (generate.importExtension !== undefined) return named(generate.importExtension, path.basename(shownAs));
    return kept.extension === undefined ? found : { ...found, extension: kept.extension, because: FLAG };
  };
  return { imports: imports(), strictReadOnly: isStrict || (generate.strictReadOnly ?? kept.strictReadOnly) };
}

function extensionOf(value: string): ImportStyle['extension'] {
  const extension = Object.hasOwn(IMPORT_EXTENSIONS, value) ? IMPORT_EXTENSIONS[value] : undefined;
  if (extension === undefined) throw new UsageError('import-extension-unknown', { value });
  return extension;
}

/** What flags said when the folder was written. */
function keptIn(out: string): Pick<OutputStyle, 'strictReadOnly'> & Partial<Pick<ImportStyle, 'extension'>> {
  // If there is no manifest yet, or a broken one, the run will report what is wrong with it.
  const manifest = readJsonQuietly(path.join(out, 'manifest.json'));
  const { imports, strictReadOnly } = isObject(manifest) ? manifest : {};
  const written = isObject(imports) && imports.because === FLAG ? imports.extension : undefined;
  const extension = Object.values(IMPORT_EXTENSIONS).find((known) => known === written);
  return { strictReadOnly: strictReadOnly === true, ...(extension !== undefined && { extension }) };
}

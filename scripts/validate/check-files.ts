import { finding } from '../messages/finding.js';
import type { Diagnostic } from '../messages/diagnostic.js';
import { expectShortRun } from '../files/tune-engine.js';
import { brokenSecretFindings, secretFindings } from '../secrets/secret-findings.js';
import { createExcerptAttacher } from './attach-excerpts.js';
import type { Associated, Association, Associator, Unassociated } from './associate.js';
import { checkDocument } from './check-document.js';
import type { ReadDocument, SourceDocument } from '../source/document.js';
import type { FoundFiles, NamedFile } from '../files/find-files.js';
import { loadRules, type SchemaRules } from './schema-rules.js';
import type { GeneratedFolder } from './generated-folder.js';
import { readFile, readStream } from '../files/read-file.js';
import { formatOf, prepareFormat } from '../source/read-text.js';
import { refusal } from '../source/refusal.js';
import { createSchemaReader } from './read-schema.js';

/** One document, checked. */
export interface Checked {
  readonly file: NamedFile;
  /** Undefined where the text could not be parsed or the file not be read. */
  readonly document?: SourceDocument;
  /** Undefined where nothing tells the schema. */
  readonly association?: Association;
  readonly found: readonly Diagnostic[];
  /** Whether there is more than was found: see {@link Inspection.isVerdictEnough}. */
  readonly isUnexplained?: boolean;
}

/** What to check with, and what to call with each document. */
export interface Inspection {
  readonly folder: GeneratedFolder;
  readonly associate: Associator;
  readonly onChecked: (checked: Checked) => void;
  /** Whether findings get the lines around them. */
  readonly hasExcerpts: boolean;
  /** Asked before each document: whether it is enough to tell that it is not valid. Its secrets are not looked for. */
  readonly isVerdictEnough?: () => boolean;
}

/** How much there was. */
export interface Tally {
  readonly files: number;
  readonly documents: number;
  /** Files and folders that could not be read. */
  readonly unreadable: number;
}

/** Checks all documents of all files, one at a time. Nothing of a document is kept. */
export async function checkFiles(found: FoundFiles, inspection: Inspection): Promise<Tally> {
  const { folder, associate, onChecked } = inspection;
  // A thousand small files are read before optimised code pays; large ones and streams gain a quarter by it.
  expectShortRun(2_000_000);
  const checking = { ...inspection, rulesOf: createRules(folder) };
  const complete = createCompletion(inspection);
  let [documents, unreadable] = [0, found.unreadable.length];
  for (const diagnostic of found.unreadable)
    onChecked({ file: { file: diagnostic.at.file, shownAs: diagnostic.at.file }, found: [diagnostic] });
  const take = (read: ReadDocument, checked: Checked): void => {
    documents += 1;
    if (!read.ok && read.diagnostic.code === 'fixture/unreadable') unreadable += 1;
    onChecked(complete(checked));
  };
  for (const file of found.files) {
    const inspect = createInspector(file, associate(file), checking);
    // Waiting for what is there already takes longer than checking it.
    const loading = prepareFormat(formatOf(file.shownAs) ?? 'json');
    if (loading !== undefined) await loading;
    if (file.file === '-' || file.bytes !== undefined) {
      const stream = file.bytes === undefined ? process.stdin : [file.bytes];
      for await (const read of readStream(stream, file.shownAs)) take(read, await inspect(read));
    } else
      for (const read of readFile(file.file, file.shownAs)) {
        const checked = inspect(read);
        take(read, checked instanceof Promise ? await checked : checked);
      }
  }
  return { files: found.files.length + found.unreadable.length, documents, unreadable };
}

/** Adds what looks like a secret, and the lines around findings. */
function createCompletion({ folder, hasExcerpts }: Inspection): (checked: Checked) => Checked {
  const schemaOf = createSchemaReader(folder);
  const attachExcerpts = hasExcerpts ? createExcerptAttacher() : undefined;
  return (checked) => {
    const { document, association, isUnexplained } = checked;
    if (document === undefined || isUnexplained !== undefined) return checked;
    const schema = (): unknown => association && schemaOf(association.schema);
    const secrets = secretFindings(document, schema);
    if (checked.found.length + secrets.length === 0) return checked;
    const found = [...checked.found, ...secrets];
    return { ...checked, found: attachExcerpts?.(found, document, schema()) ?? found };
  };
}

/** Gives the rules of a schema: at once where they are loaded, because a stream asks a million times. */
function createRules(folder: GeneratedFolder): (schema: string) => SchemaRules | Promise<SchemaRules> {
  const known = new Map<string, SchemaRules>();
  return (schema) => {
    const rules = known.get(schema);
    if (rules !== undefined) return rules;
    return loadRules(folder, schema).then((loaded) => {
      known.set(schema, loaded);
      return loaded;
    });
  };
}

type Inspector = (read: ReadDocument) => Checked | Promise<Checked>;

interface Checking extends Pick<Inspection, 'isVerdictEnough'> {
  readonly rulesOf: ReturnType<typeof createRules>;
}

function createInspector(
  file: NamedFile,
  associateValue: (value: unknown) => Associated,
  { rulesOf, isVerdictEnough }: Checking,
): Inspector {
  let isUnknownFile = false;
  return (read) => {
    if (!read.ok) return { file, found: [read.diagnostic, ...brokenSecretFindings(file.shownAs, read.broken)] };
    const { value, association, gateway } = associateValue(read.document.value);
    const document = value === read.document.value ? read.document : { ...read.document, value };
    if ('code' in association) {
      // Once for a file is enough, however many lines it has.
      if (isUnknownFile) return { file, document, found: [] };
      isUnknownFile = association.isOfFile;
      return { file, document, found: [unassociated(document, association)] };
    }
    const rules = rulesOf(association.schema);
    const check = (loaded: SchemaRules): Checked => {
      if (isVerdictEnough?.() !== true)
        return { file, document, association, found: checkSafely(document, loaded, gateway) };
      return { file, document, association, found: [], isUnexplained: loaded.check(document.value).length > 0 };
    };
    return rules instanceof Promise ? rules.then(check) : check(rules);
  };
}

function unassociated({ file, locate, firstLine }: SourceDocument, association: Unassociated): Diagnostic {
  if (association.code !== 'fixture/unknown-schema')
    return finding(association.code, { file, pointer: '', line: firstLine, column: 1 }, association.values);
  const pointer = '/$schema';
  return finding(association.code, { file, pointer, ...locate(pointer, 'value') }, association.values);
}

/** What nests nearly too deeply for the parsers may still be too deep for a check. */
function checkSafely(document: SourceDocument, rules: SchemaRules, gateway: string | undefined): Diagnostic[] {
  try {
    return checkDocument(document, rules, gateway);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { file, firstLine } = document;
    return [refusal(file, 'depth', { position: { line: firstLine, column: 1 } }).diagnostic];
  }
}

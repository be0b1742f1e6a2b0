import { maskText } from '../secrets/mask.js';
import type { Association } from './associate.js';
import type { Checked } from './check-files.js';

/** A schema that documents of a file follow, what says so, and how many of them there are. */
interface ScannedSchema extends Association {
  readonly documents: number;
}

/** A file of a run, with its name masked. Documents without a schema or that cannot be parsed are not in `schemas`. */
export interface ScannedFile {
  readonly file: string;
  readonly documents: number;
  readonly schemas: readonly ScannedSchema[];
}

interface CountedSchema {
  readonly association: Association;
  documents: number;
}

interface Counted {
  documents: number;
  readonly schemas: Map<string, CountedSchema>;
}

/** Collects how each file was associated. A file with a million documents takes as much memory as it has schemas. */
export function createScannedFiles(): {
  readonly add: (checked: Checked) => void;
  readonly list: () => readonly ScannedFile[];
} {
  const files = new Map<string, Counted>();
  return {
    add({ file: { shownAs }, association }) {
      const counted: Counted = files.get(shownAs) ?? { documents: 0, schemas: new Map<string, CountedSchema>() };
      files.set(shownAs, counted);
      counted.documents += 1;
      if (association === undefined) return;
      const { schema, operationId = '', status = '', by } = association;
      const key = `${schema} ${operationId} ${status} ${by}`;
      const known = counted.schemas.get(key) ?? { association, documents: 0 };
      counted.schemas.set(key, known);
      known.documents += 1;
    },
    list: () =>
      [...files].map(([file, { documents, schemas }]) => ({
        file: maskText(file),
        documents,
        schemas: [...schemas.values()].map((each) => ({ ...each.association, documents: each.documents })),
      })),
  };
}

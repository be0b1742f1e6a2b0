import { DOCUMENT_ENTRIES } from './redocly-document.js';
import type { Entry, Values } from './entry.js';
import { OPERATION_ENTRIES } from './redocly-operation.js';
import { SCHEMA_ENTRIES } from './redocly-schema.js';

/** What is known of the rules of Redocly's recommended set, the only ones of its that can fire. */
export const REDOCLY_ENTRIES: Readonly<Record<string, Entry<Values>>> = {
  ...DOCUMENT_ENTRIES,
  ...OPERATION_ENTRIES,
  ...SCHEMA_ENTRIES,
};

import { createExplainer } from '../evaluate/explain.js';
import { findingOf } from '../evaluate/issue.js';
import type { Texts } from '../messages/entry.js';
import { textsOf } from '../messages/finding.js';
import { CONFIG_SCHEMA } from './config-schema.js';

/** Something wrong in a config. */
export interface ConfigProblem {
  readonly pointer: string;
  /** Whether the property's name is wrong rather than its value. */
  readonly place: 'key' | 'value';
  readonly texts: Texts;
}

/** Finds what is wrong with the content of a config; nothing when {@link CONFIG_SCHEMA} allows it. */
export function checkConfig(config: unknown): ConfigProblem[] {
  const issues = createExplainer(CONFIG_SCHEMA).issues(CONFIG_SCHEMA, { value: config, pointer: '', depth: 0 });
  return issues.map((issue) => {
    const { pointer, place } = issue;
    return { pointer, place, texts: textsOf(findingOf(issue, { file: '', pointer, line: 1, column: 1 })) };
  });
}

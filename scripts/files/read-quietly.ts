import { readFileSync } from 'node:fs';

/** The text of a file; undefined if it cannot be read. */
export function readQuietly(file: string | URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The value of a JSON file; undefined if it cannot be read or is not JSON. */
export function readJsonQuietly(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

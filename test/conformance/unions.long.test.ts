import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeUnionDocument } from '../bench/union-document.mjs';
import { writeRunnable, type Verdict } from '../emitted-folder.js';
import { generateFrom } from '../generate-from.js';

// A document in the shape of PortOne V2's: 172 of whose 177 unions validators made from JSON Schema alone refuse.

const { document, unions } = makeUnionDocument(130);
const folder = mkdtempSync(path.join(tmpdir(), 'iamport-kit-unions-'));
let validators: Readonly<Record<string, (value: unknown) => Verdict>>;

beforeAll(async () => {
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document));
  const { files } = await generateFrom(path.join(folder, 'openapi.json'));
  writeRunnable(
    files.filter((file) => file.path.startsWith('validators/')),
    folder,
  );
  const loaded: unknown = await import(pathToFileURL(path.join(folder, 'validators/index.js')).href);
  // Edge: generated code.
  validators = loaded as typeof validators;
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = (name: string, value: unknown): Verdict => validators[`check${name}`]!(value);
const instances = unions.flatMap((union) => union.members.map((member) => ({ ...union, member })));

describe('a document of discriminated unions', () => {
  it('has as many of them as PortOne V2', () => {
    expect(unions.length).toBeGreaterThanOrEqual(177);
  });

  it('accepts a minimal value of every member', () => {
    const refused = instances.filter(({ name, member }) => !check(name, member).ok);
    console.log(`members of unions accepted: ${instances.length - refused.length} of ${instances.length}`);
    expect(refused).toEqual([]);
  });

  it('says which values of the discriminator there are', () => {
    for (const { name, property, members } of unions) {
      const known = members.map((member) => member[property]).join(', ');
      expect(check(name, { ...members[0], [property]: 'LOST' }).issues).toMatchObject([
        { pointer: `/${property}`, keyword: 'enum', message: `must be one of ${known}` },
      ]);
      expect(check(name, {}).issues).toMatchObject([
        { pointer: '', keyword: 'required', message: `must have the property "${property}"` },
      ]);
    }
  });

  it('reports the faults of the member that is meant, and of no other', () => {
    const required = instances.flatMap((instance) =>
      Object.keys(instance.member)
        .filter((key) => key !== instance.property)
        .map((key) => ({ ...instance, key })),
    );
    expect(required.length).toBeGreaterThan(300);
    for (const { name, member, key } of required) {
      const { [key]: _, ...rest } = member;
      expect(check(name, rest).issues).toMatchObject([{ message: `must have the property "${key}"` }]);
      expect(check(name, { ...member, [key]: null }).issues).toHaveLength(1);
    }
  });
});

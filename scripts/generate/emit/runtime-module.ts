import { importDeclarations } from './imports.js';

/** What a folder made for another project builds on. */
export const RUNTIME = 'iamport-kit/core';

/** Module with the types of resources inside the package itself, which cannot import itself by name. */
const OWN_FILES: Readonly<Record<string, string>> = {
  ApiDescription: 'client/api-description',
  CallOptions: 'client/call-options',
  Caller: 'client/caller',
  IamportDescription: 'payments/iamport-client',
  OperationRow: 'client/operation-row',
  WithDates: 'client/unix-time',
};

/** Imports types of the runtime into `<name>.ts`: from the installed package, or for our own package from `src/`. */
export function importRuntime(types: readonly string[], file: string, isOwn: boolean): string {
  if (!isOwn) return importDeclarations([{ from: RUNTIME, names: types, isTypeOnly: true }]);
  const up = '../'.repeat(file.split('/').length);
  return importDeclarations(
    types.map((name) => ({
      from: `${up}src/${OWN_FILES[name.split(' ', 1)[0] ?? name] ?? 'core'}.js`,
      names: [name],
      isTypeOnly: true,
    })),
  );
}

import { createRequire } from 'node:module';
import path from 'node:path';

/** Folder of the generated code inside the `iamport-kit` that a program here would import. */
export function installedPackage(cwd: string): string | undefined {
  try {
    return path.dirname(createRequire(path.join(cwd, 'package.json')).resolve('iamport-kit/manifest.json'));
  } catch {
    return undefined;
  }
}

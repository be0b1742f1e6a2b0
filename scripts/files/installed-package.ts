import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Folder of the generated code in the `iamport-kit` that code in this folder would import, else in the one that is installed
 * beside this program, as with `npx` and pre-commit.
 */
export function installedPackage(cwd: string): string | undefined {
  const places = [path.join(cwd, 'package.json'), import.meta.url];
  return places.map(packageSeenFrom).find((folder) => folder !== undefined);
}

function packageSeenFrom(place: string): string | undefined {
  try {
    return path.dirname(createRequire(place).resolve('iamport-kit/manifest.json'));
  } catch {
    return undefined;
  }
}

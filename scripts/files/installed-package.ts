import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Folder of the generated code inside the `iamport-kit` that a program here would import, else of the one installed beside
 * this program, as `npx` and pre-commit do.
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

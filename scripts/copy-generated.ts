import { cpSync } from 'node:fs';

// The compiler carries over TypeScript only; validators, schemas and the document are finished as they are.
cpSync('generated', 'dist/generated', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') || path.endsWith('.d.ts'),
});

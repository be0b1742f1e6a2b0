import { cpSync, writeFileSync } from 'node:fs';

import { CONFIG_SCHEMA } from './config/config-schema.js';

// The compiler carries over TypeScript only; validators, schemas and the document are finished as they are.
cpSync('generated', 'dist/generated', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') || path.endsWith('.d.ts'),
});

for (const schema of ['report/report.schema.json', 'baseline/baseline.schema.json'])
  cpSync(`scripts/${schema}`, `scripts/dist/${schema}`);
writeFileSync('scripts/dist/config/config.schema.json', `${JSON.stringify(CONFIG_SCHEMA, null, 2)}\n`);

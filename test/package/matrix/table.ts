import type { Project, Source } from './project.js';

const INTRODUCTION = `# Where iamport-kit runs

Each row is a project made on the spot from the packed packages. Its program reads and verifies a payment at a server on
loopback, is refused an amount in quotes, and recognises the error. \`npm run test:long\` builds and runs every row;
\`npx vitest run --config test/vitest.config.ts test/package/matrix-table.test.ts -u\` writes this table.

| Environment | \`iamport-kit\` | folder made by \`generate\` |
|---|---|---|
`;

/** The table of environments, in Markdown. */
export function tableOf(projects: readonly Project[]): string {
  const lines = projects.flatMap(({ rows, sources }) => {
    const cell = (source: Source): string => (sources.includes(source) ? 'yes' : '');
    return rows.map(({ title }) => `| ${title} | ${cell('package')} | ${cell('folder')} |\n`);
  });
  return INTRODUCTION + lines.join('');
}

import { expect, it } from 'vitest';

import { PROJECTS } from './matrix/projects.js';
import { tableOf } from './matrix/table.js';

it('the table of environments lists every row that is tried, once', async () => {
  const titles = PROJECTS.flatMap(({ rows }) => rows.map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
  await expect(tableOf(PROJECTS)).toMatchFileSnapshot('README.md');
});

import { beforeAll, describe } from 'vitest';

import { buildSite } from './site.js';
import { describePages } from './site-pages.js';
import { describeWalk } from './site-walk.js';

beforeAll(() => {
  buildSite();
}, 900_000);

describe('the pages', describePages);

describe('a walk', describeWalk);

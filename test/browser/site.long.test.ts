import { beforeAll, describe } from 'vitest';

import { buildSite } from './site.js';
import { describePages } from './site-pages.js';
import { describeSamples } from './site-samples.js';
import { describeWalk } from './site-walk.js';

beforeAll(() => {
  buildSite();
}, 900_000);

describe('the pages', describePages);

describe('the reference', describeSamples);

describe('a walk', describeWalk);

import path from 'node:path';

import type { LoadedConfig } from '../config/loaded-config.js';
import type { ReporterOptions } from '../report/reporter.js';

/** What a config says about reports. */
export function reportOptions({ rules, baseline, folder }: LoadedConfig): ReporterOptions {
  return {
    ...(rules && { rules }),
    ...(baseline !== undefined && { baseline: path.resolve(folder, baseline) }),
  };
}

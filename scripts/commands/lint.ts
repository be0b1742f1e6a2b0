import type { Command } from '../command.js';
import { findSpec } from '../generate/project.js';
import { count } from '../report/pretty.js';
import { createReporter, REPORT_FLAGS } from '../report/reporter.js';
import { UsageError } from '../usage-error.js';
import { readHosts, REMOTE_FLAG } from './remote-flag.js';

/** `iamport-kit lint`: findings about a spec. */
export const lintCommand: Command = {
  name: 'lint',
  summary: "Check an OpenAPI document: Redocly's recommended rules and our own",
  usage: '[SPEC] [--format pretty|json]',
  flags: { 'allow-remote': REMOTE_FLAG, ...REPORT_FLAGS },
  examples: ['iamport-kit lint', 'iamport-kit lint openapi.yaml'],
  async run(invocation) {
    const reporter = createReporter(invocation);
    if (invocation.positionals.length > 1) throw new UsageError('lint takes one document at a time');
    const { file, shownAs } = findSpec(invocation.positionals[0], invocation.cwd);
    // Loaded only now: Redocly takes a while, and `--help` does not need it.
    const [{ loadSpec }, { lintSpec }] = await Promise.all([
      import('../generate/load.js'),
      import('../lint/lint-spec.js'),
    ]);
    const spec = await loadSpec(file, shownAs, { hosts: readHosts(invocation) });
    reporter.add(await lintSpec(spec, { rules: 'all', cwd: invocation.cwd }));
    return reporter.finish(({ length }) =>
      length === 0 ? `${shownAs} is clean\n` : `${count(length, 'problem')} in ${shownAs}\n`,
    );
  },
};

import type { Command } from '../command.js';
import { hasErrors } from '../diagnostics.js';
import { findSpec } from '../generate/project.js';
import { formatJson } from '../report/json.js';
import { count, formatPretty } from '../report/pretty.js';
import { readFormat, FORMAT_FLAG } from '../report/format-flag.js';
import { UsageError } from '../usage-error.js';
import { readHosts, REMOTE_FLAG } from './remote-flag.js';

/** `iamport-kit lint`: findings about a spec. */
export const lintCommand: Command = {
  name: 'lint',
  summary: "Check an OpenAPI document: Redocly's recommended rules and our own",
  usage: '[SPEC] [--format pretty|json]',
  flags: { format: FORMAT_FLAG, 'allow-remote': REMOTE_FLAG },
  examples: ['iamport-kit lint', 'iamport-kit lint openapi.yaml'],
  async run(invocation) {
    const format = readFormat(invocation);
    if (invocation.positionals.length > 1) throw new UsageError('lint takes one document at a time');
    const { file, shownAs } = findSpec(invocation.positionals[0], invocation.cwd);
    // Loaded only now: Redocly takes a while, and `--help` does not need it.
    const [{ loadSpec }, { lintSpec }] = await Promise.all([
      import('../generate/load.js'),
      import('../lint/lint-spec.js'),
    ]);
    const diagnostics = await lintSpec(await loadSpec(file, shownAs, { hosts: readHosts(invocation) }), {
      rules: 'all',
      cwd: invocation.cwd,
    });
    if (format === 'json') invocation.print(formatJson(diagnostics));
    else {
      invocation.print(formatPretty(diagnostics, invocation.paint));
      invocation.print(
        diagnostics.length === 0 ? `${shownAs} is clean\n` : `${count(diagnostics.length, 'problem')} in ${shownAs}\n`,
      );
    }
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

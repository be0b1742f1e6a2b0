import { expectShortRun } from '../expect-short-run.js';
import type { OutputFile } from './model.js';
import type { Generated } from './pipeline.js';
import { createMemory, MAKE_ANEW, type Recall } from './recall.js';
import type { Request } from './unchanged.js';
import type { Workshop } from './workshop.js';

/** What a session generates. */
export interface SessionRequest extends Request {
  /** How messages name the root document. */
  readonly shownAs: string;
  /** Hosts that may be asked over https. */
  readonly hosts: readonly string[];
  /** Folder that paths in findings are relative to. */
  readonly cwd: string;
}

/** Generates any number of times with everything loaded once. */
export interface Session {
  /** @throws {UsageError} when the spec cannot be read. */
  generate(): Promise<Generated>;
  /** Absolute paths of the files that the latest run read, or looked for. */
  files(): readonly string[];
  end(): Promise<void>;
}

/**
 * Starts the thread first: it loads the compiler while this one loads Redocly. A session for more than one run
 * remembers what it has made; for one alone that would only cost.
 */
export async function startSession(request: SessionRequest, runs: 'one' | 'many'): Promise<Session> {
  if (runs === 'one') expectShortRun();
  const { startEmitThread } = await import('./start-emit-thread.js');
  const thread = startEmitThread();
  const [{ loadSpec }, { generate }] = await Promise.all([import('./load.js'), import('./pipeline.js')]);
  const { recall, nextRun } = createMemory();
  const means =
    runs === 'one' ? { workshop: thread, recall: MAKE_ANEW } : { workshop: remembering(thread, recall), recall };
  let files: readonly string[] = [request.specFile, ...request.overlays];
  return {
    async generate() {
      nextRun();
      const { specFile, shownAs, hosts, overlays } = request;
      const spec = await loadSpec(specFile, shownAs, { hosts, files: overlays, recall: means.recall });
      try {
        return await generate(spec, request, means);
      } finally {
        files = [...new Set([specFile, ...overlays, ...spec.resolver.getFiles()])];
      }
    },
    files: () => files,
    end: () => thread.end(),
  };
}

/** A workshop that does nothing twice. What fails ends the session, so nothing is asked of it again. */
function remembering(workshop: Workshop, recall: Recall): Workshop {
  return {
    emit: (group, model) => {
      const { document: _, sourceHash: __, ...seen } = model;
      return recall(`emitted ${group} ${JSON.stringify(seen)}`, () => workshop.emit(group, model));
    },
    async verify(files) {
      const fresh: OutputFile[] = [];
      for (const file of files) recall(`verified ${file.path} ${file.text}`, () => fresh.push(file));
      await workshop.verify(fresh);
    },
  };
}

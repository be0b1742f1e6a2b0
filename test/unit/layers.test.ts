import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { circlesOf, everyImport, folderGraph, importGraph, listFiles, parseFile } from '../import-graph.js';

// The map of ARCHITECTURE.md: a layer imports from layers before it only.

const LAYERS = [
  ...['json', 'messages', 'source', 'openapi', 'evaluate', 'secrets', 'invariants', 'report', 'files', 'config'],
  ...['lint', 'generate', 'validate', 'fix', 'coverage', 'watch', 'commands'],
];
const RUNTIME_LAYERS = ['client', 'auth', 'payments', 'webhooks', 'browser'];

/** What is still to be taken apart. This list only shrinks. */
const KNOWN: readonly string[] = [];

/** Layers that a web page can run: they import nothing of Node. */
const PURE_LAYERS = LAYERS.slice(0, LAYERS.indexOf('files'));

const toolkit = listFiles('scripts', /\.ts$/).filter((file) => !/^scripts\/(sandbox|site)\//.test(file));
const runtime = listFiles('src', /\.ts$/);
const graph = importGraph(toolkit);
const runtimeGraph = importGraph(runtime);

/** Files directly in the top folder are the entries: they may import everything. */
function layerOf(file: string, layers: readonly string[]): number {
  const [, folder = '', ...rest] = file.split(path.sep);
  return rest.length === 0 ? layers.length : layers.indexOf(folder);
}

function upwardImports(imports: typeof graph, top: string, layers: readonly string[]): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => target.startsWith(`${top}/`) && layerOf(target, layers) > layerOf(file, layers))
      .map((target) => `${file} -> ${target}`),
  );
}

describe('layers', () => {
  it('has a place in the order for every folder', () => {
    const folders = [...toolkit, ...runtime].map((file) => file.split(path.sep)).filter(({ length }) => length > 2);
    const known = [...LAYERS, ...RUNTIME_LAYERS];
    expect([...new Set(folders.map(([, folder]) => folder))].filter((folder) => !known.includes(folder!))).toEqual([]);
  });

  it('import from layers before them only', () => {
    const found = [...upwardImports(graph, 'scripts', LAYERS), ...upwardImports(runtimeGraph, 'src', RUNTIME_LAYERS)];
    expect(found.filter((arrow) => !KNOWN.includes(arrow))).toEqual([]);
  });

  it('form no circle, neither among files nor among folders', () => {
    const graphs = [graph, runtimeGraph];
    expect(graphs.flatMap((files) => circlesOf(files))).toEqual([]);
    const known = new Set(KNOWN);
    const kept = graphs.map(
      (files) =>
        new Map([...files].map(([file, targets]) => [file, targets.filter((to) => !known.has(`${file} -> ${to}`))])),
    );
    expect(kept.flatMap((files) => circlesOf(folderGraph(files, 2)))).toEqual([]);
  });

  it('import nothing of Node before files/, so that a web page can run them', () => {
    const pure = toolkit.filter((file) => PURE_LAYERS.some((layer) => file.startsWith(`scripts/${layer}/`)));
    const found = pure.flatMap((file) =>
      everyImport(parseFile(file))
        .filter(({ from }) => from.startsWith('node:'))
        .map(({ from }) => `${file} -> ${from}`),
    );
    expect(found.filter((arrow) => !KNOWN.includes(arrow))).toEqual([]);
  });
});

describe('the sandbox, a package of its own', () => {
  const files = listFiles('scripts/sandbox', /\.ts$/).filter((file) => !/\/(dist|node_modules)\//.test(file));
  const order = ['model', 'server', 'control', 'browser'];
  const sandboxGraph = importGraph(files);
  const folderOf = (file: string): number => {
    const [, , folder = '', ...rest] = file.split(path.sep);
    return rest.length === 0 ? order.length : order.indexOf(folder);
  };

  it('has a place in the order for every folder, and imports from folders before only', () => {
    expect(files.filter((file) => folderOf(file) === -1)).toEqual([]);
    const upward = [...sandboxGraph].flatMap(([file, targets]) =>
      targets.filter((target) => folderOf(target) > folderOf(file)).map((target) => `${file} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('forms no circle among files', () => {
    expect(circlesOf(sandboxGraph)).toEqual([]);
  });

  it('imports the runtime as a package, nothing of the toolkit, and nothing of Node before server/start', () => {
    const allowed = /^(\.|iamport-kit$|iamport-kit\/(validators\/|gateways$)|msw$)/;
    const needsNode = /^scripts\/sandbox\/(start|server\/node-)/;
    const found = files.flatMap((file) =>
      everyImport(parseFile(file))
        .filter(({ from }) => !allowed.test(from) && !(needsNode.test(file) && from.startsWith('node:')))
        .map(({ from }) => `${file} -> ${from}`),
    );
    expect(found).toEqual([]);
    const outside = [...sandboxGraph.values()].flat().filter((target) => !target.startsWith('scripts/sandbox/'));
    expect(outside).toEqual([]);
  });
});

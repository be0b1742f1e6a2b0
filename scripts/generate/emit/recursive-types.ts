import type { Node, PropertyName, TransformationContext, TypeNode } from 'typescript';

import type { Model } from '../model/model.js';
import { componentName, isObject, type Schema } from '../../json/schema.js';
import { createNamer } from '../text.js';
import { ts } from '../typescript.js';

/** Top-level names of `types.ts`. */
const TAKEN = ['paths', 'webhooks', 'components', '$defs', 'operations'];

/**
 * Gives schemas that contain themselves other than through an object's property (`Json: string | Json[]`) an alias of
 * their own. openapi-typescript 7.13 writes them as members that refer to themselves, which the compiler refuses; an alias
 * may refer to itself by name.
 */
export function aliasRecursion(nodes: readonly Node[], model: Model): Node[] {
  const unique = createNamer();
  [...TAKEN, ...model.enums.map(({ name }) => name)].forEach(unique);
  const recursive = recursiveNames(model.typed.components?.schemas ?? {});
  const aliases = new Map(recursive.map((name) => [name, unique(`Recursive${name}`)]));
  if (aliases.size === 0) return [...nodes];
  const declared: Node[] = [];
  const { transformed } = ts.transform(
    [...nodes],
    [
      (context) => (root) => {
        const visit = (node: Node): Node => {
          const alias = aliases.get(referredName(node) ?? '');
          if (alias !== undefined) return ts.factory.createTypeReferenceNode(alias);
          return ts.visitEachChild(node, visit, context);
        };
        return extractMembers(visit(root), context, (name, type) => {
          const alias = aliases.get(name);
          if (alias !== undefined)
            declared.push(ts.factory.createTypeAliasDeclaration(undefined, alias, undefined, type));
          return alias;
        });
      },
    ],
  );
  return [...transformed, ...declared];
}

/** Puts `type RecursiveJson = …` in place of what stands at `components.schemas.Json`. */
function extractMembers(
  root: Node,
  context: TransformationContext,
  declare: (name: string, type: TypeNode) => string | undefined,
): Node {
  if (!ts.isInterfaceDeclaration(root) || root.name.text !== 'components') return root;
  const extract = (node: Node): Node => {
    if (!ts.isPropertySignature(node) || node.type === undefined) return node;
    const alias = declare(nameOf(node.name), node.type);
    if (alias === undefined) return node;
    const reference = ts.factory.createTypeReferenceNode(alias);
    return ts.factory.updatePropertySignature(node, node.modifiers, node.name, node.questionToken, reference);
  };
  const members = root.members.map((section) =>
    ts.isPropertySignature(section) && nameOf(section.name) === 'schemas'
      ? ts.visitEachChild(section, (child) => ts.visitEachChild(child, extract, context), context)
      : section,
  );
  return ts.factory.updateInterfaceDeclaration(
    root,
    root.modifiers,
    root.name,
    root.typeParameters,
    root.heritageClauses,
    members,
  );
}

/** `components["schemas"]["Name"]` → `Name` */
function referredName(node: Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: root, indexType: section } = node.objectType;
  const isSchema =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === 'components';
  return isSchema && literalText(section) === 'schemas' ? literalText(node.indexType) : undefined;
}

function literalText(node: TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function nameOf(name: PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** Names of the schemas that lead back to themselves without an object in between. */
function recursiveNames(schemas: Readonly<Record<string, Schema>>): string[] {
  const direct = new Map(Object.entries(schemas).map(([name, schema]) => [name, namesOutsideObjects(schema)]));
  return [...direct.keys()].filter((name) => {
    const reached = new Set(direct.get(name));
    for (const other of reached) direct.get(other)?.forEach((next) => reached.add(next));
    return reached.has(name);
  });
}

/** What a schema refers to elsewhere than in the properties of an object, where the compiler waits before it looks. */
function namesOutsideObjects(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesOutsideObjects);
  if (!isObject(node)) return [];
  const own = typeof node.$ref === 'string' ? componentName(node.$ref) : undefined;
  const parts = Object.entries(node).flatMap(([keyword, part]) =>
    keyword === 'properties' ? [] : namesOutsideObjects(part),
  );
  return own === undefined ? parts : [own, ...parts];
}

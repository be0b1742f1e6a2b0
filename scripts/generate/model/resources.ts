import { compareText } from '../../messages/diagnostic.js';
import { camelCase, createNamer, pascalCase } from '../../openapi/identifiers.js';
import type { OpenApi } from '../../openapi/document.js';
import { USED_BY_GENERATED_CODE } from '../rewrite/rename-components.js';
import type { OperationModel, ResourceModel } from './model.js';

/** Groups operations by resource. Every name that a resource adds is different from all that are given. */
export function resourceModels(
  operations: readonly OperationModel[],
  taken: readonly string[],
  tags: OpenApi['tags'] = [],
): ResourceModel[] {
  const unique = createNamer();
  [...USED_BY_GENERATED_CODE, ...taken].forEach(unique);
  const uniqueFile = createNamer();
  uniqueFile('index');
  const keys = [...new Set(operations.map(({ resource }) => resource))].sort(compareText);
  return keys.map((key) => {
    const className = unique(pascalCase(key));
    return {
      key,
      className,
      file: `resources/${uniqueFile(key)}`,
      typesName: unique(`${className}Operations`),
      rowsName: unique(`${key}Rows`),
      description: tags.find(({ name }) => camelCase(name) === key)?.description?.trim() ?? '',
      operations: operations.filter(({ resource }) => resource === key),
    };
  });
}

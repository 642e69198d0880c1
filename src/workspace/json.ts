import type { FilePlace, TextPlace } from '../diagnostics/place.ts';
import type { SourceFile } from './workspace.ts';
import { placeOfKey, type YamlPath } from './yaml/nodes.ts';
import { parseYaml } from './yaml/syntax.ts';

/**
 * Where a member of a JSON file stands, by the names that lead to it, for JSON is YAML. Of a file that is neither, the
 * place that is to blame; the file alone where nothing better is known.
 */
export function placeInJson(file: SourceFile, path: YamlPath): TextPlace | FilePlace {
  const parsed = parseYaml(file);
  const blamed = parsed.diagnostics[0]?.place;
  if (blamed !== undefined && 'line' in blamed) return blamed;
  return parsed.value === undefined || path.length === 0
    ? { file: file.path }
    : placeOfKey(parsed.value, path);
}

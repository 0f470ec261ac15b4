/** A file of YAML whose every value knows its line: the plain part of YAML only, without anchors, aliases and tags. @module */
import { isAlias, isCollection, isMap, isNode, isScalar, LineCounter, type Node, parseAllDocuments, visit } from "yaml";
import { type PackFaultCode, type StandardsError, standardsError } from "../errors.ts";

export interface SourceFile {
  /** As messages call it: `jinshui-2013/pack.yaml`. */
  readonly file: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** A fault at the value that the path leads to, or at the nearest one above it that is there. */
  fault(code: PackFaultCode, path: Path, value: string, expected: string): StandardsError;
}

/** @returns the file, or what is wrong with its writing */
export function readYaml({ file, text }: SourceFile): YamlFile | StandardsError[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const raise = (code: PackFaultCode, offset: number, path: Path, value: string, expected: string) => {
    const { line, col } = lines.linePos(offset);
    return standardsError(code, { file, line, column: col, path: path.join(".") || "/", value, expected });
  };
  if ("empty" in documents || documents.length !== 1)
    return [raise("pack_yaml", 0, [], `${"empty" in documents ? 0 : documents.length} documents`, "one document")];
  const [document] = documents;
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => raise("pack_yaml", pos[0], [], message, "YAML 1.2"));
  }
  const refused: StandardsError[] = [];
  visit(document, {
    Node: (_, node) => {
      const [offset] = node.range ?? [0];
      if (isAlias(node))
        refused.push(raise("pack_yaml", offset, [], `*${node.source}`, "the value itself: no aliases"));
      else if ("anchor" in node && node.anchor !== undefined)
        refused.push(raise("pack_yaml", offset, [], `&${node.anchor}`, "no anchors"));
      else if (isNode(node) && node.tag?.startsWith("!") === true)
        refused.push(raise("pack_yaml", offset, [], node.tag, "no tags"));
    },
  });
  if (refused.length > 0) return refused;
  return {
    file,
    value: document.toJS(),
    fault: (code, path, value, expected) => raise(code, offsetOf(document.contents, path), path, value, expected),
  };
}

/** Where the value of a path starts; the key, where the value is empty; what lies above, where there is none. */
function offsetOf(root: Node | null, path: Path): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) return offset;
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = isNode(pair.value) ? pair.value : null;
    } else if (isCollection(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) return offset;
      node = item;
      offset = item.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

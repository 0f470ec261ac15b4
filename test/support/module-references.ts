/** What one source file leans on: the modules and files it names, and the ambient things it touches. @module */
import { type ESTree, parseSync, Visitor } from "vite";

export interface Reference {
  /** As written: `./walk.ts`, `kysely`, `node:fs`. Null where it is computed, and nobody can tell. */
  readonly specifier: string | null;
  /** True where nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** 1-based. */
  readonly line: number;
}

export interface AmbientUse {
  readonly name: "process" | "clock" | "chance";
  readonly line: number;
}

export interface SourceFacts {
  readonly references: readonly Reference[];
  readonly ambient: readonly AmbientUse[];
}

/** Static and dynamic imports, re-exports, `import("…")` types, and `new URL("…", import.meta.url)`, by which workers and data are named. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const references: Reference[] = [];
  const ambient: AmbientUse[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const refer = (node: ESTree.Node, specifier: string | null, typeOnly: boolean) =>
    references.push({ specifier, typeOnly, line: lineAt(node.start) });
  const touch = (node: ESTree.Node, name: AmbientUse["name"]) => ambient.push({ name, line: lineAt(node.start) });

  new Visitor({
    ImportDeclaration: (node) => refer(node, node.source.value, node.importKind === "type"),
    ExportAllDeclaration: (node) => refer(node, node.source.value, node.exportKind === "type"),
    ExportNamedDeclaration: (node) => {
      if (node.source) refer(node, node.source.value, node.exportKind === "type");
    },
    ImportExpression: (node) => refer(node, literal(node.source), false),
    TSImportType: (node) => refer(node, literal(node.source), true),
    NewExpression: (node) => {
      if (isName(node.callee, "URL") && isImportMeta(node.arguments[1], "url")) {
        refer(node, literal(node.arguments[0]), false);
      }
      if (isName(node.callee, "Date") && node.arguments.length === 0) touch(node, "clock");
    },
    MemberExpression: (node) => {
      if (isName(node.object, "process")) touch(node, "process");
      if (isName(node.object, "globalThis") && isName(node.property, "process")) touch(node, "process");
      if (isName(node.object, "Date") && isName(node.property, "now")) touch(node, "clock");
      if (isName(node.object, "performance") && isName(node.property, "now")) touch(node, "clock");
      if (isName(node.object, "Math") && isName(node.property, "random")) touch(node, "chance");
    },
    VariableDeclarator: (node) => {
      if (node.init && isName(node.init, "process")) touch(node, "process");
    },
  }).visit(program);
  return { references, ambient };
}

function literal(node: ESTree.Node | undefined): string | null {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

function isName(node: ESTree.Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

function isImportMeta(node: ESTree.Node | undefined, property: string): boolean {
  return node?.type === "MemberExpression" && node.object.type === "MetaProperty" && isName(node.property, property);
}

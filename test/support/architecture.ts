/** Rules of the layout, applied to a tree of files: who may import whom, what the core must not touch, how files look. @module */
import { posix } from "node:path";
import { readSource, type SourceFacts } from "./module-references.ts";

/** Path from the top of the checkout, with `/`, to the text of the file. */
export type Tree = ReadonlyMap<string, string>;

/** Folders, or single files, that a folder may import. `type:` before one allows `import type` alone. `*` allows all. */
export type AllowedImports = Readonly<Record<string, readonly string[]>>;

export interface Layout {
  /** Longest key that a path starts with is the folder it belongs to. */
  readonly allowed: AllowedImports;
  /** Folders of the core: plain functions whose every dependency is an argument. */
  readonly domain: readonly string[];
  /** Packages, or beginnings of their names, that the core never imports. */
  readonly outsideDomain: readonly string[];
  /** Exceptions to {@link outsideDomain}, by folder. */
  readonly domainExceptions: Readonly<Record<string, readonly string[]>>;
  /** Packages that one folder alone imports. */
  readonly owners: Readonly<Record<string, string>>;
}

const MAX_LINES = 400;
const SOURCE = /\.tsx?$/;
const VAGUE_NAMES = /(^|\/)(utils?|helpers?|misc)\.tsx?$/;
/** Homes and work folders of one machine; `../home/x` and `https://host/home/x` are none. */
const MACHINE_PATHS = /(?<![\w.:/~$}-])\/(?:home|root|work|Users)\/[\w.-]+/;

/** @returns one line a violation, by path; empty where the tree keeps all rules */
export function violations(tree: Tree, layout: Layout): string[] {
  return [...tree]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const plain = appearance(path, text);
      if (!SOURCE.test(path)) return plain;
      const facts = readSource(path, text);
      return [...plain, ...imports(path, facts, layout), ...purity(path, facts, layout)];
    });
}

function appearance(path: string, text: string): string[] {
  const found: string[] = [];
  const machinePath = MACHINE_PATHS.exec(text);
  if (machinePath) found.push(`${path}: names ${machinePath[0]}, a path of one machine`);
  if (!SOURCE.test(path)) return found;
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > MAX_LINES) found.push(`${path}: ${lines} lines, more than ${MAX_LINES}: split it by idea`);
  if (VAGUE_NAMES.test(path)) found.push(`${path}: a name that says nothing: call it after its idea`);
  return found;
}

function imports(path: string, { references }: SourceFacts, layout: Layout): string[] {
  const folder = folderOf(path, layout.allowed);
  if (folder === null) return [`${path}: its folder has no row in the table of allowed imports`];
  const rules = layout.allowed[folder] ?? [];
  if (rules.includes("*")) return references.flatMap(({ specifier, line }) => ownership(path, specifier, line, layout));
  return references.flatMap(({ specifier, typeOnly, line }) => {
    if (specifier === null) return [`${path}:${line}: a computed import, which nobody can check`];
    if (!specifier.startsWith(".")) return ownership(path, specifier, line, layout);
    const target = posix.normalize(posix.join(posix.dirname(path), specifier));
    if (folderOf(target, layout.allowed) === folder) return [];
    if (rules.some((rule) => isWithin(target, rule))) return [];
    if (rules.some((rule) => rule.startsWith("type:") && isWithin(target, rule.slice("type:".length)))) {
      return typeOnly ? [] : [`${path}:${line}: ${folder} may import types alone of ${target}: write import type`];
    }
    return [`${path}:${line}: ${folder} may not import ${target}`];
  });
}

function ownership(path: string, specifier: string | null, line: number, { owners }: Layout): string[] {
  return Object.entries(owners).flatMap(([name, owner]) =>
    specifier !== null && isPackage(specifier, name) && !isWithin(path, owner)
      ? [`${path}:${line}: ${name} is imported by ${owner} alone`]
      : [],
  );
}

function purity(path: string, { references, ambient }: SourceFacts, layout: Layout): string[] {
  const folder = layout.domain.find((name) => isWithin(path, name));
  if (folder === undefined) return [];
  const excepted = layout.domainExceptions[folder] ?? [];
  const packages = references.flatMap(({ specifier, line }) => {
    const banned = layout.outsideDomain.find((name) => specifier !== null && isPackage(specifier, name));
    return banned === undefined || excepted.includes(banned)
      ? []
      : [`${path}:${line}: ${folder} is of the core and never imports ${banned}`];
  });
  const touched = ambient
    .filter(({ name }) => !excepted.includes(name))
    .map(({ name, line }) => `${path}:${line}: ${folder} is of the core and takes no ${name} from its surroundings`);
  return [...packages, ...touched];
}

/** The package itself or one of its sub-paths; a name that ends in `/` stands for a whole scope. */
function isPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith("/") ? name : `${name}/`);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function folderOf(path: string, allowed: AllowedImports): string | null {
  const folders = Object.keys(allowed).filter((folder) => isWithin(path, folder));
  return folders.sort((a, b) => b.length - a.length)[0] ?? null;
}

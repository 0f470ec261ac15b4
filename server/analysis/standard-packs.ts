/** The packs that ship with the service, read from `data/standards`: each a folder of YAML files, terms shared by all. @module */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standardsError } from "../standards/errors.ts";
import { isVerified, type Pack } from "../standards/pack/pack.ts";
import { packOf, sharedTermsOf } from "../standards/pack/read-pack.ts";
import type { SourceFile } from "../standards/pack/yaml-file.ts";

export const PACKS_FOLDER = fileURLToPath(new URL("../../data/standards", import.meta.url));
const TERMS = "terms.yaml";

/** All packs by id, in order of id. A folder without `pack.yaml` is none of them. */
export async function loadPacks(folder: string = PACKS_FOLDER): Promise<ReadonlyMap<string, Pack>> {
  const terms = sharedTermsOf(await source(folder, TERMS));
  const packs = new Map<string, Pack>();
  for (const { id, files } of await packFiles(folder)) packs.set(id, packOf(files, terms));
  return packs;
}

/** @throws StandardsError `pack_unknown` */
export function packNamed(packs: ReadonlyMap<string, Pack>, id: string): Pack {
  const pack = packs.get(id);
  if (pack === undefined) throw standardsError("pack_unknown", { value: id, expected: [...packs.keys()].join(", ") });
  return pack;
}

async function packFiles(folder: string): Promise<{ id: string; files: SourceFile[] }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: { id: string; files: SourceFile[] }[] = [];
  for (const id of entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()) {
    const names = (await readdir(join(folder, id))).filter((name) => name.endsWith(".yaml")).sort();
    if (!names.includes("pack.yaml")) continue;
    found.push({ id, files: await Promise.all(names.map((name) => source(folder, `${id}/${name}`))) });
  }
  return found;
}

async function source(folder: string, file: string): Promise<SourceFile> {
  return { file, text: await readFile(join(folder, file), "utf8") };
}

let shipped: Promise<ReadonlyMap<string, Pack>> | null = null;

/** Read when they are first asked for, and kept: they change with the program alone. */
export function shippedPacks(): Promise<ReadonlyMap<string, Pack>> {
  shipped ??= loadPacks();
  return shipped;
}

export function packSummary({ head, requirements, parameters }: Pack) {
  const { title, number, authority, issued } = head.document;
  return {
    id: head.id,
    name: { zh: head.zh, en: head.en },
    document: { title, number: number ?? null, authority, issued },
    historic: head.historic === true,
    requirements: requirements.length,
    unverified: requirements.filter(({ evidence }) => !isVerified(evidence)).length,
    parameters: parameters.map(({ id, zh, en, default: value }) => ({ id, name: { zh, en }, default: value })),
  };
}

/** Bodies by their ids, in both languages. */
export function officeNames({ offices }: Pack, ids: readonly string[]) {
  return ids.map((id) => {
    const { zh, en } = offices.find((office) => office.id === id) ?? { zh: id, en: id };
    return { zh, en };
  });
}

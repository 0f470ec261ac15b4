/** Takes files off the wire, one after the other, into a folder: those of an import, or one to be looked at; what is not asked for is refused. @module */
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { type ImportFiles, type StatedFile, type StatedTable, TABLE_KINDS } from "../intake/files.ts";
import { parseMappings } from "../intake/mapping.ts";
import { apiError, invalidRequest, missingPart, unknownPart } from "./problems.ts";

type TableKind = (typeof TABLE_KINDS)[number];

const FILES = ["osm", ...TABLE_KINDS];
const CRS_FIELDS = TABLE_KINDS.map((kind) => `${kind}Crs`);
const FIELDS = ["name", "office", ...CRS_FIELDS, "map"];
const ONE_FILE = { zh: "一个文件", en: "one file" };
const WHOLE = { zh: "完整的 multipart/form-data", en: "a whole multipart/form-data" };
const ONCE = { zh: "至多给出一次", en: "given at most once" };

/** Throws `request_invalid`, `mapping_malformed`; what it wrote until then stays in the folder. */
export async function receiveUpload(request: FastifyRequest, areaId: string, folder: string): Promise<ImportFiles> {
  const fields = new Map<string, string>();
  const maps: string[] = [];
  const files = new Map<string, StatedFile>();
  try {
    for await (const part of request.parts()) {
      const name = part.fieldname;
      const place = `body.${name}`;
      if (part.type === "field") {
        const value = String(part.value);
        if (!FIELDS.includes(name)) throw unknownPart(place, value, [...FIELDS, ...FILES].join(", "));
        if (fields.has(name)) throw invalidRequest(place, value, ONCE);
        if (name === "map") maps.push(value);
        else fields.set(name, value);
        continue;
      }
      if (!FILES.includes(name)) throw unknownPart(place, part.filename ?? "", [...FILES, ...FIELDS].join(", "));
      if (files.has(name)) throw invalidRequest(place, part.filename ?? "", ONCE);
      const file = await keep(part, join(folder, name));
      if (file) files.set(name, file);
    }
  } catch (error) {
    throw isMalformed(error) ? invalidRequest("body", error.message, WHOLE) : error;
  }
  const mappings = parseMappings(maps);
  const table = (kind: TableKind): StatedTable | null => {
    const file = files.get(kind);
    const crs = fields.get(`${kind}Crs`);
    if (file) return { ...file, crs: crs?.trim() ?? "", mapping: mappings[kind] };
    if (crs !== undefined) throw withoutFile(`${kind}Crs`, crs, kind);
    if (Object.keys(mappings[kind]).length > 0) throw withoutFile("map", `${kind}.…`, kind);
    return null;
  };
  return {
    areaId,
    areaName: fields.get("name")?.trim() || null,
    demo: false,
    office: fields.get("office") ?? null,
    osm: files.get("osm") ?? null,
    boundary: table("boundary"),
    residences: table("residences"),
    facilities: table("facilities"),
    communities: table("communities"),
    population: table("population"),
  };
}

/**
 * Takes the one file of an upload off the wire.
 *
 * @returns its name; throws `request_invalid`, `too_large`, and may leave what it wrote until then
 */
export async function receiveOne(request: FastifyRequest, path: string, maxBytes: number): Promise<string> {
  let name: string | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
      if (part.type === "field") throw unknownPart(`body.${part.fieldname}`, String(part.value), "file");
      if (name !== null) throw invalidRequest(`body.${part.fieldname}`, part.filename ?? "", ONE_FILE);
      await pipeline(part.file, createWriteStream(path));
      name = plainName(part);
    }
  } catch (error) {
    if (isTooLarge(error)) throw apiError("too_large", { expected: `${Math.round(maxBytes / 2 ** 20)} MB` });
    throw isMalformed(error) ? invalidRequest("body", error.message, WHOLE) : error;
  }
  if (name === null) throw missingPart("body.file");
  return name === "" ? "file" : name;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "FST_REQ_FILE_TOO_LARGE";
}

/** Some clients send the whole path, with the separators of their system. */
function plainName({ filename }: MultipartFile): string {
  return filename?.split(/[\\/]/).at(-1) ?? "";
}

/** @returns null for the blank that a form sends where no file was chosen */
async function keep(part: MultipartFile, path: string): Promise<StatedFile | null> {
  await pipeline(part.file, createWriteStream(path));
  const file = plainName(part);
  if (file === "" && (await stat(path)).size === 0) return null;
  return { path, file: file === "" ? part.fieldname : file };
}

function withoutFile(field: string, value: string, kind: TableKind): Error {
  return invalidRequest(`body.${field}`, value, {
    zh: `与文件 ${kind} 一起给出`,
    en: `given together with the file ${kind}`,
  });
}

/** The parser of uploads throws plain errors, those of the disk and of the framework carry a code. */
function isMalformed(error: unknown): error is Error {
  return error instanceof Error && !("code" in error);
}

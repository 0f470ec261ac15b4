/** Uploads as a browser sends them, and the runs that follow. @module */
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import type { TestService } from "./service.ts";
import type { Answer } from "./service-answer.ts";

export interface Upload {
  /** In this order, before the files. */
  readonly fields?: Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];
  /** Field to name and content. */
  readonly files?: Readonly<Record<string, readonly [name: string, content: string | Uint8Array]>>;
}

export async function multipart({
  fields = {},
  files = {},
}: Upload): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const form = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) form.append(name, value);
  for (const [field, [name, content]] of Object.entries(files))
    form.append(field, new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const response = new Response(form);
  return {
    payload: Buffer.from(await response.arrayBuffer()),
    headers: { "content-type": response.headers.get("content-type") ?? "" },
  };
}

export async function send(
  service: TestService,
  area: string,
  upload: Upload,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { payload, headers: type } = await multipart(upload);
  return service.send({ method: "POST", url: `/areas/${area}/imports`, payload, headers: { ...type, ...headers } });
}

/** Follows a run to its end. */
export async function ended(
  service: TestService,
  id: string,
  headers: Record<string, string> = {},
): Promise<Answer["json"]> {
  while (true) {
    const { json } = await service.get(`/runs/${id}`, headers);
    if (json.state !== "running") return json;
    await setTimeout(20);
  }
}

/** The problem of an upload that must fail, at the door or on its way, in both languages. */
export async function failureOf(
  service: TestService,
  area: string,
  upload: Upload,
): Promise<{ readonly zh: Answer["json"]; readonly en: Answer["json"] }> {
  const zh = { "accept-language": "zh" };
  const en = { "accept-language": "en" };
  const { status, json } = await send(service, area, upload, zh);
  if (status !== 202) return { zh: json, en: (await send(service, area, upload, en)).json };
  const run = await ended(service, json.id, zh);
  if (run.state !== "failed") throw new Error(`the import should have failed: ${JSON.stringify(run)}`);
  return { zh: run.problem, en: (await ended(service, json.id, en)).problem };
}

/** What readers see of the area `town`. */
export async function seenBy(service: TestService) {
  const { release, counts, datasets, name } = (await service.get("/areas/town")).json;
  const facilities = (await service.get("/areas/town/facilities?limit=5")).json.items;
  return { release, counts, datasets, name, facilities };
}

export async function expectNoUploadLeft(service: TestService): Promise<void> {
  await expect.poll(() => service.uploadsLeft(), { timeout: 10_000 }).toEqual([]);
}

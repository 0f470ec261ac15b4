/** Versions of an area: what changed between two is told row by row, and going back loses nothing. */
import { beforeAll, expect, it } from "vitest";
import { describeService } from "../support/service.ts";
import { csv, pharmacy, townOsm } from "../support/small-town.ts";
import { ended, seenBy, send } from "../support/upload.ts";

const OSM = ["小镇.osm", townOsm()] as const;

describeService("versions", { holding: "nothing" }, (service) => {
  const bring = async (rows: readonly string[], office: string | null, osm = false) => {
    const { json } = await send(service, "town", {
      fields: [["facilitiesCrs", "wgs84"] as const, ...(office === null ? [] : [["office", office] as const])],
      files: { ...(osm ? { osm: OSM } : {}), facilities: ["药店.csv", csv(rows)] },
    });
    expect((await ended(service, json.id)).state).toBe("done");
  };

  beforeAll(async () => {
    await bring([pharmacy("A", 1, 1), pharmacy("B", 2, 1), pharmacy("C", 3, 1), ",无类,,116.3,39.9"], null, true);
    await bring([pharmacy("A", 1, 1), pharmacy("C", 3, 2).replace("C号", "新C号"), pharmacy("D", 1, 3)], "  市商务局 ");
  });

  it("lists every version, the newest first, with who made it and what it holds", async () => {
    const { json } = await service.get("/areas/town/versions");
    expect(json.items).toMatchObject([
      { release: 2, current: true, office: "市商务局", restored: null, counts: { facilities: 4 } },
      { release: 1, current: false, office: null, restored: null, counts: { facilities: 4 } },
    ]);
    const kinds = (of: { kind: string; version: number }[]) => of.map(({ kind, version }) => `${kind} ${version}`);
    expect(kinds(json.items[0].datasets)).toContain("facilities_file 2");
    expect(kinds(json.items[0].datasets)).toContain("streets 1");
  });

  it("tells what was added, changed and removed, by ref, and leaves alone what is the same dataset", async () => {
    const { json } = await service.get("/areas/town/versions/compare?from=1&to=2");
    const of = (kind: string) => json.kinds.find((one: { kind: string }) => one.kind === kind);
    expect(of("facilities_file")).toMatchObject({
      sameDataset: false,
      rows: { added: 1, removed: 1, changed: 1, same: 1 },
      listed: [
        { change: "added", ref: "D", fields: [] },
        { change: "changed", ref: "C", name: "新C号药店", fields: ["name", "lat"] },
        { change: "removed", ref: "B", name: "B号药店", fields: [] },
      ],
    });
    expect(of("facilities_osm")).toMatchObject({
      sameDataset: true,
      rows: { added: 0, removed: 0, changed: 0, same: 1 },
    });
    expect(of("streets")).toMatchObject({ sameDataset: true, rows: null, listed: [] });
    const back = (await service.get("/areas/town/versions/compare?from=2&to=1")).json;
    expect(back.kinds.find(({ kind }: { kind: string }) => kind === "facilities_file").rows).toEqual({
      added: 1,
      removed: 1,
      changed: 1,
      same: 1,
    });
  });

  it("goes back by a new version over the old datasets; the one in between stays, and questions follow", async () => {
    const refs = async () =>
      (await service.get("/areas/town/facilities?category=pharmacy")).json.items.map(({ ref }: { ref: string }) => ref);
    expect(await refs()).toEqual(["A", "C", "D"]);
    const { status, json } = await service.post("/areas/town/versions", { restore: 1, office: "街道办" });
    expect(status).toBe(201);
    expect(json).toMatchObject({ release: 3, current: true, office: "街道办", restored: 1 });
    expect(await refs()).toEqual(["A", "B", "C"]);
    const first = (await service.get("/areas/town/versions")).json.items.at(-1);
    expect(json.counts).toEqual(first.counts);
    expect(json.datasets).toEqual(first.datasets);
    const { kinds } = (await service.get("/areas/town/versions/compare?from=1&to=3")).json;
    expect(kinds.every(({ sameDataset }: { sameDataset: boolean }) => sameDataset)).toBe(true);

    await service.post("/areas/town/versions", { restore: 2 });
    expect(await refs()).toEqual(["A", "C", "D"]);
    expect((await service.get("/areas/town/versions")).json.items).toHaveLength(4);
  });

  it("keeps the refused rows of every version", async () => {
    const { text } = await service.get("/areas/town/versions/1/refusals.csv");
    expect(text).toContain("category_missing");
    expect(text.trim().split("\r\n")).toHaveLength(2);
    expect((await service.get("/areas/town/versions/2/refusals.csv")).text.trim().split("\r\n")).toHaveLength(1);
  });

  it.each([
    ["a version that is not there", { restore: 99 }, 404, "release_unknown"],
    ["the version that stands", { restore: 4 }, 409, "release_current"],
    ["no version", {}, 400, "request_invalid"],
    ["an office that is a page long", { restore: 1, office: "局".repeat(101) }, 400, "request_invalid"],
  ])("does not go back to %s", async (_, body, status, code) => {
    const before = await seenBy(service);
    const answer = await service.post("/areas/town/versions", body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(await seenBy(service)).toEqual(before);
    expect((await service.post("/areas/nowhere/versions", { restore: 1 })).json.code).toBe("area_unknown");
    expect((await service.get("/areas/town/versions/compare?from=1&to=98")).json.code).toBe("release_unknown");
  });

  it("an office of more than 100 characters is refused at the door of an import", async () => {
    const { status, json } = await send(service, "town", {
      fields: { office: "局".repeat(101) },
      files: { osm: OSM },
    });
    expect([status, json.code]).toEqual([400, "office_too_long"]);
  });
});

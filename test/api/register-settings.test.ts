/** What a district sets, and going back, over HTTP on the demo town: findings follow, ranges are told, nothing is lost. */
import { expect, it } from "vitest";
import { writeRegister } from "../../server/store/register/write-register.ts";
import { describeService } from "../support/service.ts";

const PACK = "gb50180-2018";
const REGISTER = "/areas/demo/register";
const SETTINGS = `${REGISTER}/settings?pack=${PACK}`;

describeService("settings of the district", { holding: "demo" }, (service) => {
  const set = (value: number | string | null, parameter = "reach_share", office = "区自然资源局") =>
    service.send({ method: "PUT", url: SETTINGS, payload: { office, settings: [{ parameter, value }] } });
  const answer = async (more = "") =>
    (await service.get(`/standards/${PACK}/findings?area=demo&asOf=2024-01-01&limit=1000${more}`)).json;
  const kindergarten = async (more = "") =>
    (await answer(`&item=kindergarten${more}`)).items.filter(({ kind }: { kind: string }) => kind === "reach");
  const asked = async (more = "") => (await kindergarten(more)).map((one: { asked: { low: number } }) => one.asked.low);

  it("is listed with the pack's own value and range until something is set", async () => {
    expect((await service.get(SETTINGS)).json.items).toEqual([
      {
        id: "reach_share",
        name: { zh: "服务半径内居民比例达标线", en: "Share of residents within the radius that is asked" },
        clause: null,
        default: 1,
        suggested: { zh: "标准未定比例，由区设定", en: "The standard gives no share; the district sets it" },
        minimum: 0,
        maximum: 1,
        choices: [],
        uses: expect.any(Number),
        value: null,
        usable: true,
        office: null,
        setAt: null,
        version: null,
      },
    ]);
    const [first] = await kindergarten();
    expect(first).toMatchObject({
      asked: { low: 1 },
      settings: [{ id: "reach_share", value: 1, from: "pack", office: null }],
    });
    const { items } = await answer();
    const hang = new Set(
      items.flatMap((one: { requirement: string; settings: unknown[] }) =>
        one.settings.length > 0 ? [one.requirement] : [],
      ),
    );
    expect((await service.get(SETTINGS)).json.items[0].uses).toBeGreaterThanOrEqual(hang.size);
    expect(hang.size).toBeGreaterThan(0);
  });

  it("goes before the pack in findings, matrix and trend, says who and when, and gives way to a value that is tried", async () => {
    const before = (await answer()).verdicts;
    expect((await set(0)).json).toEqual({ version: 1, changed: 1 });
    const [listed] = (await service.get(SETTINGS)).json.items;
    expect(listed).toMatchObject({ value: 0, office: "区自然资源局", version: 1, setAt: expect.any(String) });
    const [first] = await kindergarten();
    expect(first).toMatchObject({
      asked: { low: 0 },
      settings: [{ value: 0, from: "district", office: "区自然资源局", setAt: listed.setAt }],
    });
    const after = await answer();
    expect(after.pins).toMatchObject({ register: 1, settings: { reach_share: 0 } });
    expect(after.verdicts.pass).toBeGreaterThan(before.pass);
    const { verdicts } = (await service.get(`/standards/${PACK}/matrix?area=demo&asOf=2024-01-01`)).json;
    expect(verdicts).toEqual(after.verdicts);
    const trend = (await service.get(`/standards/${PACK}/trend?area=demo&from=2023-12-31&to=2024-01-01`)).json;
    expect(trend.days.at(-1).verdicts).toEqual(after.verdicts);
    const [tried] = await kindergarten("&set=reach_share%3D0.5");
    expect(tried).toMatchObject({ asked: { low: 0.5 }, settings: [{ value: 0.5, from: "question", office: null }] });
    expect(new Set(await asked("&register=0"))).toEqual(new Set([1]));
  });

  it.each([
    ["beyond the range", 1.2, "reach_share", "parameter_value", "0 … 1"],
    ["words for a number", "九成", "reach_share", "parameter_value", "0 … 1"],
    ["a parameter of another pack", 1, "medical_share", "parameter_unknown", "reach_share"],
  ])("%s is refused with what may be set, and changes nothing", async (_, value, parameter, code, expected) => {
    const before = (await service.get(REGISTER)).json.version;
    const refused = await set(value, parameter);
    expect([refused.status, refused.json.code, refused.json.fields.expected]).toEqual([400, code, expected]);
    expect((await service.get(REGISTER)).json.version).toBe(before);
  });

  it("given twice is refused with its name", async () => {
    const settings = [
      { parameter: "reach_share", value: 7 },
      { parameter: "reach_share", value: null },
    ];
    const refused = await service.send({ method: "PUT", url: SETTINGS, payload: { office: "区民政局", settings } });
    expect([refused.status, refused.json.code]).toEqual([400, "parameter_repeated"]);
    expect(refused.json.fields.field).toBe("reach_share");
    const tried = await service.get(`/standards/${PACK}/findings?area=demo&set=reach_share%3D0.5&set=reach_share%3D1`);
    expect([tried.status, tried.json.code]).toEqual([400, "parameter_repeated"]);
  });

  it("is set by somebody", async () => {
    expect((await set(1, "reach_share", " ")).status).toBe(400);
  });

  it("is taken back, and comes back with the version that had it", async () => {
    expect((await set(null)).json).toEqual({ version: 2, changed: 1 });
    expect(new Set(await asked())).toEqual(new Set([1]));
    const back = (restore: number) => service.post(`${REGISTER}/versions`, { restore, office: "区民政局" });
    const restored = await back(1);
    expect([restored.status, restored.json]).toEqual([201, { version: 3, changed: 1 }]);
    expect(new Set(await asked())).toEqual(new Set([0]));
    expect(new Set(await asked("&register=2"))).toEqual(new Set([1]));
    expect((await service.get(REGISTER)).json.versions[0]).toMatchObject({
      number: 3,
      action: "restore",
      restored: 1,
      office: "区民政局",
    });
    const missing = await back(9);
    expect([missing.status, missing.json.code]).toEqual([404, "register_version_unknown"]);
  });

  it("out of the range that the pack has since is told, is not used, and is taken back", async () => {
    // As a pack that allowed it had let it in.
    const settings = [{ parameter: "reach_share", value: 1.5 }];
    await writeRegister(service.store.db, {
      areaId: "demo",
      action: "setting",
      office: "区民政局",
      pack: PACK,
      settings,
    });
    const findings = await answer();
    expect(findings.pins.settings).toEqual({});
    const [first] = await kindergarten();
    expect(first).toMatchObject({
      asked: { low: 1 },
      settings: [
        {
          value: 1,
          from: "pack",
          office: null,
          unusable: { value: 1.5, office: "区民政局", setAt: expect.any(String), expected: "0 … 1" },
        },
      ],
    });
    expect((await service.get(SETTINGS)).json.items).toMatchObject([{ value: 1.5, usable: false }]);
    expect((await set(null)).status).toBe(200);
    expect((await kindergarten())[0].settings).toMatchObject([{ unusable: null }]);
  });

  it("is set by an office without blanks around it", async () => {
    await set(0.7, "reach_share", " 区民政局 ");
    expect((await service.get(SETTINGS)).json.items).toMatchObject([{ office: "区民政局" }]);
    await set(null);
  });
});

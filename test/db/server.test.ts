/** A PostGIS server as the service meets it: there with PostGIS to be made, there already, or not there at all. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { openStore } from "../../server/store/open.ts";
import { describeWith } from "../support/requirements.ts";
import { freshDatabase } from "../support/stores.ts";

describeWith("postgis", "a database on a server", () => {
  it("gets PostGIS and the schema, is described without its password, and opens again", async () => {
    const { url, drop } = await freshDatabase();
    const first = await openStore({ kind: "postgres", url });
    expect(await first.describe()).toMatchObject({
      kind: "postgres",
      place: expect.stringMatching(/^127\.0\.0\.1:\d+\/circle_[0-9a-f]{12}$/),
      postgis: expect.stringMatching(/^3\./),
      schema: expect.stringMatching(/^\d{3}-/),
    });
    await sql`insert into area values ('kept', '留下', false)`.execute(first.db);
    await first.close();
    const again = await openStore({ kind: "postgres", url });
    expect(await again.db.selectFrom("area").select("name").execute()).toEqual([{ name: "留下" }]);
    await again.close();
    await drop();
  });

  it("may be opened by two at once: the schema is made by one of them", async () => {
    const { url, drop } = await freshDatabase();
    const stores = await Promise.all([openStore({ kind: "postgres", url }), openStore({ kind: "postgres", url })]);
    await Promise.all(stores.map((store) => store.close()));
    await drop();
  });
});

it("a server that does not answer is named, without user and password", async () => {
  const opening = openStore({ kind: "postgres", url: "postgres://somebody:secret@127.0.0.1:1/town" });
  await expect(opening).rejects.toMatchObject({
    code: "store_unreachable",
    fields: { host: "127.0.0.1:1", database: "town" },
  });
  await expect(opening).rejects.not.toThrow(/secret|somebody/);
});

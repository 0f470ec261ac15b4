/** What suites may rely on that share a service: its store refuses to be written, on both stores. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { describeService } from "../support/service.ts";

describeService("a service that is only read", { holding: "demo", onlyRead: true }, (service) => {
  it.each(["delete from scenario", "update area set name = ''", "create table extra (id int)"])(
    "refuses %s",
    async (statement) => {
      await expect(sql.raw(statement).execute(service.store.db)).rejects.toThrow(/read-only transaction/);
    },
  );
});

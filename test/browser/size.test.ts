/** What a browser fetches first stays within its budget, on the files as they are built. */
import { expect, it } from "vitest";
import { consoleSizes } from "../../scripts/console-build.ts";
import { MOST_BYTES } from "../../scripts/console-size.ts";
import { describeWith } from "../support/requirements.ts";

describeWith("chromium", "the built console", () => {
  it("is small before its first map stands, and rarer pages are no part of it", () => {
    const { coverage, data } = consoleSizes();
    expect(coverage).toBeGreaterThan(500_000);
    expect(coverage).toBeLessThan(MOST_BYTES);
    expect(data).toBeLessThan(coverage / 2);
  });
});

import { expect, it } from "vitest";
import { distanceShown, marginShown } from "../../../web/pages/spacing/figures.ts";

it.each([
  [500, "500.00"],
  [499.999, "499.999"],
  [499.99999, "499.99999"],
  [499.123456, "499.12"],
  [500.004, "500.00"],
  [0, "0.00"],
])("%d m of 500 asked for reads %s", (metres, text) => {
  expect(distanceShown(metres, 500)).toBe(text);
});

it("a shortfall is never shown as none", () => {
  expect(marginShown(0.001)).toBe("0.001");
  expect(marginShown(-0.001)).toBe("−0.001");
  expect(marginShown(0)).toBe("0.00");
});

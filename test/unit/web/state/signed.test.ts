import { expect, it } from "vitest";
import { signedCount, signedTenths } from "../../../../web/state/signed.ts";

it.each([
  [0, "0"],
  [1234, "+1,234"],
  [-56, "−56"],
])("a difference of %d people reads %s", (value, text) => {
  expect(signedCount(value)).toBe(text);
});

it("a difference too small for its digits keeps its sign", () => {
  expect(signedTenths(0.01)).toBe("+0.0");
  expect(signedTenths(-0.01)).toBe("−0.0");
  expect(signedTenths(-2.25)).toBe("−2.3");
  expect(signedTenths(0)).toBe("0");
});

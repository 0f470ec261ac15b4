/** A small pack as text, for tests that write one or spoil one. @module */
import type { Pack } from "../../server/standards/pack/pack.ts";
import { packOf, readPack } from "../../server/standards/pack/read-pack.ts";

export const HEAD = `pack:
  id: test-2020
  zh: 试验
  en: Trial
  document: {title: 试验, authority: 试验区, issued: 2020-06-01}
  validity: {from: 2020-06-01}
  evidence: original
`;

/** The pack of a head and whatever else the text holds. */
export function written(text: string): Pack {
  return packOf([{ file: "test/pack.yaml", text: HEAD + text }]);
}

/** Faults as `line:column path code value`, lines counted from the first of the text below the head. */
export function faultsOf(text: string, head: string = HEAD): string[] {
  const above = head.split("\n").length - 1;
  const { faults } = readPack([{ file: "test/pack.yaml", text: head + text }]);
  return (faults ?? []).map(
    ({ code, fields }) => `${Number(fields.line) - above}:${fields.column} ${fields.path} ${code} ${fields.value}`,
  );
}

import { describe, expect, it } from "vitest";
import { encodeGb18030 } from "../../../../data/demo/gb18030.ts";
import { decodeText } from "../../../../server/import/tables/decode-text.ts";

const TEXT = "名称,类别,经度,纬度\r\n康宁大药房,药店,113.6250,34.7466\r\n";
const utf8 = new TextEncoder().encode(TEXT);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, i) => {
    view.setUint16(2 * i, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

describe("the encoding is found out by content", () => {
  it.each([
    ["UTF-8", utf8],
    ["UTF-8 with a mark", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
    ["GB18030", encodeGb18030(TEXT)],
    ["UTF-16, little end first, as Excel's “Unicode text”", utf16(TEXT, true)],
    ["UTF-16, big end first", utf16(TEXT, false)],
  ])("%s", (_, bytes) => expect(decodeText(bytes, "a.csv")).toBe(TEXT));

  it("reads GB18030 bytes written down from a real table, with a character of four bytes", () => {
    // 名称,㐂 (U+3402) 诊所: two bytes each but the third
    const bytes = Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x81, 0x39, 0xee, 0x39, 0xd5, 0xef, 0xcb, 0xf9);
    const text = decodeText(bytes, "a.csv");
    expect(text.slice(0, 3)).toBe("名称,");
    expect(text.slice(-2)).toBe("诊所");
    expect(text).not.toContain("\uFFFD");
  });

  it("plain ASCII is fine", () => expect(decodeText(new TextEncoder().encode("a,b"), "a.csv")).toBe("a,b"));
});

describe("damage", () => {
  it("a file cut off inside a character keeps its encoding and shows where", () => {
    const long = TEXT.repeat(10);
    expect(decodeText(new TextEncoder().encode(`${long}药`).slice(0, -1), "a.csv")).toBe(`${long}\uFFFD`);
    expect(decodeText(encodeGb18030(`${long}药`).slice(0, -1), "a.csv")).toBe(`${long}\uFFFD`);
  });

  it.each([
    ["a picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46)],
    ["UTF-16 without its mark", utf16("abc", true).slice(2)],
    ["Latin-1", Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x2c, 0x61)],
  ])("%s is refused", (_, bytes) => {
    expect(() => decodeText(bytes, "a.csv")).toThrow(expect.objectContaining({ code: "encoding_unknown" }));
  });
});

/** Looks of the cells of a workbook: one style a kind of value, plain, as a total and as a head. @module */
import type { Kind } from "../table.ts";

const KINDS: readonly Kind[] = [
  "text",
  "count",
  "number",
  "ratio",
  "raw",
  "share",
  "minutes",
  "metres",
  "degrees",
  "flag",
];
/** Places in `cellXfs` below. */
const PLAIN = 1;
const TOTAL = PLAIN + KINDS.length;
export const HEAD_STYLE = TOTAL + KINDS.length;
export const TITLE_STYLE = HEAD_STYLE + 1;
export const SECTION_STYLE = HEAD_STYLE + 2;
export const TERM_STYLE = HEAD_STYLE + 3;
export const PROSE_STYLE = HEAD_STYLE + 4;

/** Built-in formats (ECMA-376, 18.8.30) and our own from 164 on. */
const FORMAT: Readonly<Record<Kind, number>> = {
  text: 0,
  count: 3,
  number: 0,
  raw: 0,
  ratio: 4,
  share: 164,
  minutes: 165,
  metres: 3,
  degrees: 166,
  flag: 0,
};

export function plainStyle(kind: Kind): number {
  return PLAIN + KINDS.indexOf(kind);
}

export function totalStyle(kind: Kind): number {
  return TOTAL + KINDS.indexOf(kind);
}

export function stylesXml(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FFC8D0D0"/></${name}>`;
  const xf = (format: number, font: number, fill: number, border: number, alignment = "") =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${
      alignment === "" ? "/>" : ` applyAlignment="1"><alignment ${alignment}/></xf>`
    }`;
  const ofKinds = (font: number, fill: number) =>
    KINDS.map((kind) =>
      xf(FORMAT[kind], font, fill, 1, kind === "flag" ? 'horizontal="center"' : 'vertical="center"'),
    ).join("");
  const font = (size: number, more = "", colour = "FF1F2A2A") =>
    `<font>${more}<sz val="${size}"/><color rgb="${colour}"/><name val="Microsoft YaHei"/><family val="2"/></font>`;
  const fill = (rgb: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0"/><numFmt numFmtId="166" formatCode="0.000000"/></numFmts>',
    `<fonts count="4">${font(10)}${font(10, "<b/>")}${font(16, "<b/>")}${font(11, "<b/>", "FF0B5D5A")}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill("FFE3EFEE")}${fill("FFF3F5F5")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${PROSE_STYLE + 1}">`,
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    ofKinds(0, 0),
    ofKinds(1, 3),
    xf(0, 1, 2, 1, 'horizontal="center" vertical="center" wrapText="1"'),
    xf(0, 2, 0, 0),
    xf(0, 3, 0, 0, 'vertical="center"'),
    xf(0, 1, 0, 0, 'vertical="top" wrapText="1"'),
    xf(0, 0, 0, 0, 'vertical="top" wrapText="1"'),
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

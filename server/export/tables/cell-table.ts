/** H3 cells: the hexagons of the heat map with the people in them. @module */
import { cellToBoundary } from "h3-js";
import { cellsOf } from "../../analysis/cells.ts";
import { type CoverageQuestion, coverageBy } from "../../analysis/coverage.ts";
import type { ExportOrder } from "../order.ts";
import { type Column, type ExportTable, tableOf } from "../table.ts";
import { questionCells, questionColumns } from "./question-columns.ts";

/** Hexagons of about 0.1 km². */
const CELL_RESOLUTION = 9;

type CellAnswer = ReturnType<typeof cellsOf>["items"][number];
interface CellItem {
  readonly question: CoverageQuestion;
  readonly cell: CellAnswer;
}

export function cellTable(order: ExportOrder): ExportTable {
  const { area, questions, language } = order;
  const items = questions.flatMap((question) =>
    cellsOf(area, question, CELL_RESOLUTION).items.map((cell): CellItem => ({ question, cell })),
  );
  return tableOf({
    level: "cell",
    language,
    columns: columnsOf(order),
    sheetFirst: [],
    geometryType: "POLYGON",
    count: items.length,
    items: () => items,
    geometryOf: ({ cell }) => ({ type: "Polygon", coordinates: [cellToBoundary(cell.h3, true)] }),
    totals: questions.map((question) => {
      const { residences, residents, residentsUnknownResidences } = coverageBy(area, question, "area").whole;
      return {
        ...questionCells(order, question),
        h3: { zh: "合计", en: "Total" }[language],
        residences: residences.total,
        residents: residents.total,
        residents_unknown_residences: residentsUnknownResidences,
        residents_covered: residents.covered,
        residents_uncovered: residents.uncovered,
        residents_unknown: residents.unknown,
      };
    }),
  });
}

function columnsOf(order: ExportOrder): Column<CellItem>[] {
  return [
    ...questionColumns<CellItem>(order, ({ question }) => question),
    { key: "h3", head: { zh: "网格编号（H3）", en: "Cell (H3)" }, kind: "text", width: 20, of: ({ cell }) => cell.h3 },
    {
      key: "residences",
      head: { zh: "居住地（处）", en: "Residences" },
      kind: "count",
      of: ({ cell }) => cell.residences,
    },
    {
      key: "residents",
      head: { zh: "人口 合计（人）", en: "Residents total" },
      kind: "count",
      of: ({ cell }) => cell.residents,
    },
    {
      key: "residents_unknown_residences",
      head: { zh: "没有人口数的居住地（处）", en: "Residences without a figure of residents" },
      kind: "count",
      of: ({ cell }) => cell.residentsUnknownResidences,
    },
    {
      key: "residents_covered",
      head: { zh: "人口 已覆盖（人）", en: "Residents covered" },
      kind: "count",
      of: ({ cell }) => cell.covered,
    },
    {
      key: "residents_uncovered",
      head: { zh: "人口 未覆盖（人）", en: "Residents uncovered" },
      kind: "count",
      of: ({ cell }) => cell.uncovered,
    },
    {
      key: "residents_unknown",
      head: { zh: "人口 未知（人）", en: "Residents unknown" },
      kind: "count",
      of: ({ cell }) => cell.unknown,
    },
    {
      key: "mean_seconds",
      head: { zh: "平均步行（分钟）", en: "Mean walk (min)" },
      kind: "minutes",
      of: ({ cell }) => cell.meanSeconds,
    },
  ];
}

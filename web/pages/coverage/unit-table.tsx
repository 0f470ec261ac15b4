/** A table of communities or subdistricts: each row with its name, and a place on the map that it brings into view. @module */
import { useTranslation } from "react-i18next";
import { useMap } from "../../parts/map-context.tsx";
import { type Column, RankTable } from "../../parts/rank-table.tsx";
import { changeView, useView } from "../../state/use-view.ts";

interface Unit {
  /** Null: residences outside every unit of the level. */
  readonly ref: string | null;
  readonly name: string | null;
  readonly bbox: readonly [number, number, number, number] | null;
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly unitOf: (row: Row) => Unit;
  /** After the name. */
  readonly columns: readonly Column<Row>[];
  /** Column by which the rows are sorted at first, the largest on top. */
  readonly by: string;
}

const FIRST = 8;
/** The row of residences outside every unit. */
const OUTSIDE = "outside";

export function UnitTable<Row>({ label, rows, unitOf, columns, by }: Props<Row>) {
  const { t } = useTranslation();
  const { by: level, unit: selected } = useView();
  const { map } = useMap();
  const name = (row: Row) => {
    const { ref, name: own } = unitOf(row);
    return own ?? ref ?? t(level === "community" ? "units.outside" : "units.outsideSubdistrict");
  };
  return (
    <RankTable
      label={label}
      rows={rows}
      columns={[{ id: "name", head: t("units.name"), cell: name }, ...columns]}
      initial={{ column: by, descending: true }}
      keyOf={(row) => unitOf(row).ref ?? OUTSIDE}
      selected={selected}
      rowLabel={(row) => t("units.zoom", { name: name(row) })}
      onPick={(row) => {
        const { ref, bbox } = unitOf(row);
        changeView({ unit: ref });
        if (bbox !== null) map?.fit(bbox);
      }}
      first={FIRST}
    />
  );
}

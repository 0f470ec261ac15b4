/** Pairs that stand too close, the largest shortfall first; each row a line on the map. @module */
import { useTranslation } from "react-i18next";
import type { SpacingPair } from "../../../server/api/schemas/spacing.ts";
import { useMap } from "../../parts/map-context.tsx";
import { type Column, RankTable } from "../../parts/rank-table.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { distanceShown, marginShown } from "./figures.ts";
import { pairId } from "./use-scene.ts";

const FIRST = 10;
const CLOSE_ZOOM = 14.5;

export function PairTable({ items }: { readonly items: readonly SpacingPair[] }) {
  const { t } = useTranslation();
  const { pair: picked } = useView();
  const { map } = useMap();
  const nameOf = ({ name, ref }: SpacingPair["a"]) => name ?? ref;
  const remarkOf = ({ binding, maybeSame, withinUncertainty }: SpacingPair) =>
    [
      t(`spacing.binding.${binding.verdict}`),
      binding.laterOpenedOn !== null && t("spacing.later", { day: unbroken(binding.laterOpenedOn) }),
      maybeSame && t("spacing.same"),
      withinUncertainty && t("spacing.unsure"),
    ]
      .filter(Boolean)
      .join(" · ");
  const columns: [Column<SpacingPair>, ...Column<SpacingPair>[]] = [
    {
      id: "pair",
      head: t("spacing.pair"),
      cell: (pair) => (
        <span className="pair-names">
          <span>{`${nameOf(pair.a)} `}</span>
          <span>{`${nameOf(pair.b)} `}</span>
          <small className={`bind-${pair.binding.verdict}`}>{remarkOf(pair)}</small>
        </span>
      ),
    },
    {
      id: "distance",
      head: t("spacing.distance"),
      numeric: true,
      sortBy: ({ distanceM }) => distanceM,
      cell: ({ distanceM, leastM }) => distanceShown(distanceM, leastM),
    },
    {
      id: "shortfall",
      head: t("spacing.shortfall"),
      numeric: true,
      sortBy: ({ shortfallM }) => shortfallM,
      cell: ({ shortfallM }) => marginShown(shortfallM),
    },
  ];
  return (
    <RankTable
      label={t("spacing.list")}
      rows={items}
      columns={columns}
      initial={{ column: "shortfall", descending: true }}
      keyOf={pairId}
      selected={picked}
      rowLabel={(pair) => `${nameOf(pair.a)} ${nameOf(pair.b)} ${remarkOf(pair)}`}
      first={FIRST}
      onPick={(pair) => {
        changeView({ pair: pairId(pair), place: null, residence: null });
        const [a, b] = [pair.a.position, pair.b.position];
        map?.fly([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], CLOSE_ZOOM);
      }}
    />
  );
}

/** A date stays on one line: a narrow column would break it at its hyphens. */
function unbroken(day: string): string {
  return day.replaceAll("-", "\u2011");
}

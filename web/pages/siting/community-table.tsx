/** Who gains, by community: cover before and after, most people gained first. @module */
import { useTranslation } from "react-i18next";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { type Column, RankTable } from "../../parts/rank-table.tsx";
import { countShown, shareShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";

const FIRST = 6;

type Community = SitingAnswer["communities"][number];

export function CommunityTable({ answer: { communities, measure } }: { readonly answer: SitingAnswer }) {
  const { t } = useTranslation();
  const { unit } = useView();
  if (communities.length === 0) return null;
  const columns: [Column<Community>, ...Column<Community>[]] = [
    { id: "name", head: t("units.name"), cell: ({ name }) => name },
    {
      id: "before",
      head: t("siting.before"),
      numeric: true,
      sortBy: ({ coveredBefore, total }) => coveredBefore / total,
      cell: ({ coveredBefore, total }) => shareShown(coveredBefore / total),
    },
    {
      id: "after",
      head: t("siting.after"),
      numeric: true,
      sortBy: ({ covered, total }) => covered / total,
      cell: ({ covered, total }) => shareShown(covered / total),
    },
    {
      id: "gained",
      head: t(`siting.gainedHead.${measure}`),
      numeric: true,
      sortBy: ({ covered, coveredBefore }) => covered - coveredBefore,
      cell: ({ covered, coveredBefore }) => countShown(covered - coveredBefore),
    },
  ];
  return (
    <section aria-labelledby="siting-communities">
      <h3 id="siting-communities">{t("siting.communities")}</h3>
      <RankTable
        label={t("siting.communities")}
        rows={communities}
        columns={columns}
        initial={{ column: "gained", descending: true }}
        keyOf={({ ref }) => ref}
        selected={unit}
        rowLabel={({ name }) => name}
        first={FIRST}
        onPick={({ ref }) => changeView({ unit: ref }, "replace")}
      />
    </section>
  );
}

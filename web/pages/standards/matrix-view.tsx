/** Communities by items: counts to filter by, the table, and beside it why the cell under the pointer is what it is. @module */
import { PrinterOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../../server/api/schemas/standard-views.ts";
import { useMatrix } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { changeView, useView } from "../../state/use-view.ts";
import { CellDetail } from "./cell-detail.tsx";
import { MatrixList } from "./matrix-list.tsx";
import { ALL, groupChoices, shapeOf } from "./matrix-shape.ts";
import { MatrixTable } from "./matrix-table.tsx";
import { useGroupName } from "./use-group-name.ts";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictFilter } from "./verdict-filter.tsx";

/** The cell that is told: of a unit, under an item. */
export interface PickedCell {
  readonly unit: string;
  readonly item: string;
}

export function MatrixView({ asked }: { readonly asked: AskedStandards }) {
  const matrix = useMatrix(asked.question);
  if (matrix.data === undefined) {
    if (matrix.error === null) return <Waiting lines={12} />;
    return <Failed error={matrix.error} retry={() => void matrix.refetch()} />;
  }
  return <Whole asked={asked} matrix={matrix.data} isOutdated={matrix.isPlaceholderData} />;
}

interface WholeProps {
  readonly asked: AskedStandards;
  readonly matrix: Matrix;
  /** Whether it answers the question before. */
  readonly isOutdated: boolean;
}

function Whole({ asked, matrix, isOutdated }: WholeProps) {
  const { t } = useTranslation();
  const groupName = useGroupName();
  const narrow = useNarrow();
  const { group: wanted, only } = useView();
  const [pinned, setPinned] = useState<PickedCell | null>(null);
  const [pointed, setPointed] = useState<PickedCell | null>(null);
  const choices = groupChoices(matrix, asked.pack.groups);
  const group = choices.find(({ id }) => id === wanted)?.id ?? choices[0]?.id ?? ALL;
  // Every cell that the pointer crosses is told beside the table: the table itself stays as it is drawn.
  const shape = useMemo(() => shapeOf(matrix, group, only), [matrix, group, only]);
  const told = pointed ?? pinned;
  return (
    <div className={`matrix-view${isOutdated ? " outdated" : ""}`} aria-busy={isOutdated}>
      <div className="matrix-main">
        <div className="matrix-tools">
          <Select
            aria-label={t("standards.group")}
            value={group}
            popupMatchSelectWidth={false}
            options={choices.map(({ id, name, items }) => ({
              value: id,
              label: t("standards.groupItems", { name: groupName(id, name), n: items }),
            }))}
            onChange={(value) => changeView({ group: value })}
          />
          <VerdictFilter matrix={matrix} group={group} />
          <Button
            className="tools-end"
            icon={<PrinterOutlined />}
            onClick={() => changeView({ page: "standards-paper", paper: "matrix" })}
          >
            {t("standards.print")}
          </Button>
        </div>
        {shape.sections.length === 0 && shape.own === null ? (
          <Notice
            tone={only === "fail" ? "good" : "empty"}
            title={only === null ? t("standards.nothingAsked") : t(`standards.noneOf.${only}`)}
            text={only === null ? t("standards.nothingAskedNext") : t("standards.noneNext")}
            {...(only !== null && {
              action: { label: t("standards.showAll"), onClick: () => changeView({ only: null }) },
            })}
          />
        ) : narrow ? (
          <MatrixList shape={shape} asked={asked} />
        ) : (
          <MatrixTable shape={shape} pinned={pinned} onPoint={setPointed} onPin={setPinned} />
        )}
      </div>
      {!narrow && (
        <aside className="matrix-side" aria-label={t("standards.why")}>
          <CellDetail asked={asked} matrix={matrix} cell={told} isPinned={isSame(told, pinned)} />
        </aside>
      )}
    </div>
  );
}

function isSame(told: PickedCell | null, pinned: PickedCell | null): boolean {
  return pinned !== null && told?.unit === pinned.unit && told.item === pinned.item;
}

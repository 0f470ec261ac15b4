/** Names of documents and tables that are not surely one unit: a person says which it is, or that it is none. @module */
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NameList } from "../../../server/api/schemas/register.ts";
import type { Matrix } from "../../../server/api/schemas/standard-views.ts";
import { useDecideName, useNames } from "../../client/register.ts";
import { useMatrix } from "../../client/standards.ts";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { useFirst } from "../../parts/use-first.tsx";
import { countShown } from "../../state/figures.ts";
import type { RegisterPart } from "./register-view.tsx";

const FIRST = 12;
const NONE = "";

export function NameQueue({ asked, office }: RegisterPart) {
  const { t } = useTranslation();
  const { area, pack } = asked;
  const names = useNames(area.id, pack.id);
  const decide = useDecideName(area.id, pack.id, office);
  const matrix = useMatrix(asked.question);
  const communities = (matrix.data?.rows ?? []).map(({ unit }) => unit).filter(({ level }) => level === "community");
  const waiting = names.data?.waiting ?? [];
  const { shown, more } = useFirst(waiting, FIRST, "lines");
  return (
    <section aria-labelledby="register-names">
      <h3 id="register-names">{t("register.names", { n: countShown(waiting.length) })}</h3>
      <p className="hint">{t("register.namesHint")}</p>
      {names.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={names.error} />
        </p>
      )}
      {decide.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={decide.error} />
        </p>
      )}
      {names.isPending && <Waiting lines={3} />}
      {names.data?.waiting.length === 0 && <p className="hint">{t("register.noNames")}</p>}
      <ul className="name-queue">
        {shown.map((one) => (
          <WaitingName
            key={`${one.street} ${one.written}`}
            name={one}
            communities={communities}
            isBusy={decide.isPending}
            onDecide={(unit) => decide.mutate({ street: one.street, written: one.written, unit })}
          />
        ))}
      </ul>
      {more}
    </section>
  );
}

type Unit = Matrix["rows"][number]["unit"];

interface Props {
  readonly name: NameList["waiting"][number];
  readonly communities: readonly Unit[];
  readonly isBusy: boolean;
  /** Null: it is none of the register. */
  readonly onDecide: (unit: string | null) => void;
}

function WaitingName({ name, communities, isBusy, onDecide }: Props) {
  const { t } = useTranslation();
  const { street, written, candidates, file, row } = name;
  const likely = candidates.map(({ id }) => id);
  const others = communities.filter(({ id }) => !likely.includes(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const label = street === null ? written : `${street} ${written}`;
  const named = (unit: Pick<Unit, "id" | "name" | "street">) => ({
    value: unit.id,
    label: unit.street === null ? unit.name : t("lines.aside", { what: unit.name, more: unit.street }),
  });
  return (
    <li>
      <span>
        <b>{written}</b> {street !== null && <small>{street}</small>}
        {file !== null && <small className="cell-note">{t("register.inFile", { file, row: row ?? "–" })}</small>}
      </span>
      <Select
        size="small"
        aria-label={t("register.isWhich", { name: label })}
        placeholder={candidates.length > 0 ? t("register.maybe", { n: candidates.length }) : t("register.pick")}
        value={chosen}
        popupMatchSelectWidth={false}
        showSearch
        optionFilterProp="label"
        options={[...candidates.map(named), { value: NONE, label: t("register.isNone") }, ...others.map(named)]}
        onChange={setChosen}
      />
      <Button
        size="small"
        disabled={chosen === null || isBusy}
        onClick={() => onDecide(chosen === NONE ? null : chosen)}
      >
        {t("register.confirm")}
      </Button>
    </li>
  );
}

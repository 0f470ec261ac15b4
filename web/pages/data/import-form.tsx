/** Files dropped or chosen, looked at one by one, checked together, then imported all or not at all. @module */
import { Button } from "antd";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckRun } from "../../../server/api/schemas/runs.ts";
import { useRun } from "../../client/runs.ts";
import { startCheck, startImport } from "../../client/uploads.ts";
import { useArea } from "../../parts/area-context.tsx";
import { ProblemText } from "../../parts/states.tsx";
import { Templates } from "../../parts/templates.tsx";
import { changeView } from "../../state/use-view.ts";
import { CheckPanel } from "./check-panel.tsx";
import type { Draft } from "./draft.ts";
import { FileCard } from "./file-card.tsx";
import { faultsOf, orderOf } from "./order.ts";
import { remember } from "./remembered.ts";
import { type Aim, isAimed, Target } from "./target.tsx";
import type { LookedAt } from "./use-looks.ts";

interface Props {
  readonly draft: Draft;
  readonly looked: readonly LookedAt[];
  readonly aim: Aim;
  readonly onAim: (aim: Aim) => void;
  /** Key of the file that the map shows. */
  readonly shown: number | null;
  readonly onShow: (key: number) => void;
}

const IMPORTED = ["facilities", "residences", "population"] as const;

export function ImportForm({ draft, looked, aim, onAim, shown, onShow }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { list } = useArea();
  const chooser = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  /** The dry run, and the order that it was of: another order needs another. */
  const [check, setCheck] = useState<{ readonly run: string; readonly of: string } | null>(null);

  const area = aim.known ?? aim.id;
  const isKnown = list?.some((one) => one.id === area) === true;
  const faults = faultsOf(looked, isKnown);
  // A press would be lost on a file of which nothing is known yet.
  const isSending = faults.some(({ code }) => code === "sending");
  const order = orderOf(looked, isKnown ? null : aim.name.trim() || aim.id, aim.office);
  const about = JSON.stringify([area, order.files]);
  const isChecked = check?.of === about;
  const { data: run } = useRun<CheckRun>(isChecked ? check.run : null);
  const isReady = isChecked && run?.state === "done";
  const isBusy = isChecked && run?.state === "running";

  const go = () => {
    setTried(true);
    setError(null);
    if (faults.length > 0 || !isAimed(aim)) return;
    if (!isReady) {
      startCheck(area, order)
        .then((started) => setCheck({ run: started.id, of: about }))
        .catch((reason: Error) => setError(reason));
      return;
    }
    for (const { look, file } of looked) remember(look, { kind: file.kind, mapping: file.mapping });
    startImport(area, order)
      .then((started) => changeView({ run: started.id }))
      .catch((reason: Error) => setError(reason));
  };
  return (
    <form
      className="panel"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <h2 id={`${id}-title`}>{t("data.import")}</h2>
      <div className="drop-zone">
        <p>
          <b>{t("data.dropHere")}</b>
          <span>{t("data.dropKinds")}</span>
        </p>
        <Button onClick={() => chooser.current?.click()}>{t("data.choose")}</Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            draft.add([...(target.files ?? [])]);
            // The same file may be chosen again after it was mended.
            target.value = "";
          }}
        />
      </div>
      <Templates kinds={IMPORTED} />
      {looked.map((one) => (
        <FileCard
          key={one.file.key}
          looked={one}
          isShown={shown === one.file.key}
          crsMissing={tried && faults.some(({ code, file }) => code === "crs" && file === one.file.name)}
          onShow={() => onShow(one.file.key)}
          onChange={(patch) => draft.change(one.file.key, patch)}
          onRemove={() => draft.remove(one.file.key)}
        />
      ))}
      {looked.length > 0 && (
        <>
          <Target aim={aim} areas={list ?? []} tried={tried} onChange={onAim} />
          {isChecked && run !== undefined && <CheckPanel run={run} />}
          <div className="bad" role="alert">
            {tried &&
              faults.map(({ code, file }) => <p key={`${code} ${file}`}>{t(`data.fault.${code}`, { file })}</p>)}
            {error !== null && <ProblemText error={error} />}
          </div>
          <div className="go">
            <Button type="primary" htmlType="submit" size="large" loading={isBusy} disabled={isSending}>
              {t(isReady ? "data.start" : "data.check")}
            </Button>
            <small className="hint">
              {t(isSending ? "data.looking" : isReady ? "data.startHint" : "data.checkHint")}
            </small>
          </div>
        </>
      )}
    </form>
  );
}

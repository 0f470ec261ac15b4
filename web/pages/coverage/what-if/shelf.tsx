/** The saved scenarios of the area: opened, renamed, copied, shared, compared, deleted. @module */
import { MoreOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioEntry } from "../../../../server/api/schemas/scenarios.ts";
import {
  forgetScenarios,
  makeScenario,
  readScenario,
  removeScenario,
  replaceScenario,
  useScenarios,
} from "../../../client/scenarios.ts";
import { Failed, Notice, ProblemText, Waiting } from "../../../parts/states.tsx";
import { instantShown } from "../../../state/figures.ts";
import { changeView } from "../../../state/use-view.ts";
import type { Asked } from "../use-asked.ts";
import { NameForm } from "./name-form.tsx";
import { ShareLink } from "./share-link.tsx";
import { startNewPlan } from "./use-plan.ts";

export function Shelf({ asked: { area } }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useScenarios(area.id);
  return (
    <section aria-labelledby="shelf-title" className="shelf">
      <div className="section-head">
        <h3 id="shelf-title">
          {t("whatIf.shelf")} <small>{data?.length ?? ""}</small>
        </h3>
        <Button type="primary" size="small" icon={<PlusOutlined />} onClick={() => startNewPlan(area.id)}>
          {t("whatIf.make")}
        </Button>
      </div>
      {error !== null && <Failed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={3} />}
      {data?.length === 0 && <Notice tone="empty" title={t("whatIf.none")} text={t("whatIf.noneWhy")} />}
      <ul>
        {data?.toReversed().map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

type Doing = "rename" | "share" | null;

function Row({ entry }: { readonly entry: ScenarioEntry }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const [error, setError] = useState<Error | null>(null);
  const [modal, dialogs] = Modal.useModal();
  const { id, name, revision, changeCount, updatedAt, area } = entry;
  const run = async (work: () => Promise<unknown>) => {
    setError(null);
    try {
      await work();
      setDoing(null);
    } catch (reason) {
      setError(reason as Error);
    }
    // Also after a failure: mostly somebody else has changed it.
    await forgetScenarios(queries);
  };
  const copy = () =>
    run(async () => {
      const { changes } = await readScenario(id);
      await makeScenario(area, t("whatIf.copyOf", { name }), changes);
    });
  const askRemove = () =>
    void modal.confirm({
      title: t("whatIf.removeAsk", { name }),
      content: t("whatIf.removeWhy"),
      okText: t("whatIf.remove"),
      cancelText: t("whatIf.cancel"),
      okButtonProps: { danger: true },
      onOk: () => run(() => removeScenario(entry)),
    });
  const items = [
    { key: "rename", label: t("whatIf.rename"), onClick: () => setDoing("rename") },
    { key: "copy", label: t("whatIf.copy"), onClick: () => void copy() },
    { key: "share", label: t("whatIf.share"), onClick: () => setDoing("share") },
    {
      key: "compare",
      label: t("whatIf.compare"),
      onClick: () => changeView({ mode: null, compare: { kind: "scenario", id } }),
    },
    { key: "remove", label: t("whatIf.remove"), danger: true, onClick: askRemove },
  ];
  return (
    <li className="shelf-row">
      {dialogs}
      <div className="shelf-line">
        <button type="button" className="shelf-open" onClick={() => changeView({ scenario: id, draft: null })}>
          <b>{name}</b>
          <small>
            {t("whatIf.count", { n: changeCount })} · {t("whatIf.entry", { revision, at: instantShown(updatedAt) })}
          </small>
        </button>
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button type="text" icon={<MoreOutlined />} aria-label={t("whatIf.more", { name })} />
        </Dropdown>
      </div>
      {doing === "rename" && (
        <NameForm
          initial={name}
          verb={t("whatIf.rename")}
          onName={(next) => run(async () => replaceScenario(entry, next, (await readScenario(id)).changes))}
          onCancel={() => setDoing(null)}
        />
      )}
      {doing === "share" && <ShareLink id={id} onClose={() => setDoing(null)} />}
      {error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={error} />
        </p>
      )}
    </li>
  );
}

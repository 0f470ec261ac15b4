/** A shortfall that an office may allow: its reason, and who allowed it. What was measured stays told. @module */
import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { useWaive } from "../../client/register.ts";
import { ProblemText } from "../../parts/states.tsx";
import type { AskedStandards } from "./use-standards.ts";

interface Props {
  readonly asked: AskedStandards;
  readonly finding: Finding;
}

export function Waive({ asked, finding }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const waive = useWaive(asked.area.id, asked.pack.id);
  const [reason, setReason] = useState("");
  const [office, setOffice] = useState("");
  const isWhole = reason.trim() !== "" && office.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    waive.mutate({
      unit: finding.unit.id,
      requirement: finding.requirement,
      reason: reason.trim(),
      office: office.trim(),
      from: asked.question.asOf,
    });
  };
  return (
    <details className="waive">
      <summary>{t("register.waive")}</summary>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-reason`}>{t("register.waiveReason")}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-office`}>{t("register.waiveOffice")}</label>
          <Input
            id={`${id}-office`}
            maxLength={100}
            value={office}
            onChange={({ target }) => setOffice(target.value)}
          />
        </div>
        <p className="hint">{t("register.waiveFrom", { day: asked.question.asOf })}</p>
        <Button htmlType="submit" size="small" loading={waive.isPending} disabled={!isWhole}>
          {t("register.waiveDo")}
        </Button>
      </form>
      {waive.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={waive.error} />
        </p>
      )}
    </details>
  );
}

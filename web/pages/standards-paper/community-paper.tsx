/** The sheet of one community on paper. @module */
import { useTranslation } from "react-i18next";
import { useFindings, useMatrix } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { CommunitySheet } from "../standards/community-sheet.tsx";
import type { AskedStandards } from "../standards/use-standards.ts";
import { PaperHead } from "./paper-head.tsx";

export function CommunityPaper({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const { community } = useView();
  const matrix = useMatrix(asked.question);
  const unit = matrix.data?.rows.find((row) => row.unit.id === community)?.unit;
  const findings = useFindings(asked.question, unit?.id ?? null);
  const error = matrix.error ?? findings.error;
  if (error !== null) return <Failed error={error} retry={() => void matrix.refetch()} />;
  if (matrix.data !== undefined && unit === undefined)
    return <Notice tone="empty" title={t("standards.communityUnknown")} text={t("standards.communityUnknownNext")} />;
  if (unit === undefined || findings.data === undefined) return <Waiting lines={12} />;
  const name = unit.street === null ? unit.name : `${unit.street} ${unit.name}`;
  return (
    <>
      <PaperHead asked={asked} title={t("paper.communityTitle", { name })} />
      <CommunitySheet asked={asked} unit={unit} findings={findings.data} isPaper />
    </>
  );
}

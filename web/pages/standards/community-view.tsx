/** The sheet of one community: what it lacks and how much, what nobody knows and which fact would tell, what it is paid. @module */
import { PrinterOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFindings, useMatrix } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { changeView, useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { CommunitySheet } from "./community-sheet.tsx";
import { PackCompare } from "./pack-compare.tsx";
import type { AskedStandards } from "./use-standards.ts";

const NO_PACK = "";

export function CommunityView({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const words = useWords();
  const { community, against } = useView();
  const matrix = useMatrix(asked.question);
  const units = (matrix.data?.rows ?? []).map((row) => row.unit).filter(({ level }) => level === "community");
  const unit = units.find(({ id }) => id === community) ?? (community === null ? units[0] : undefined);
  const findings = useFindings(asked.question, unit?.id ?? null);
  const error = matrix.error ?? findings.error;
  if (error !== null && (matrix.data === undefined || findings.data === undefined)) {
    const retry = () => {
      void matrix.refetch();
      void findings.refetch();
    };
    return <Failed error={error} retry={retry} />;
  }
  if (matrix.data === undefined) return <Waiting lines={12} />;
  if (unit === undefined) {
    const isEmpty = units.length === 0;
    return (
      <Notice
        tone="empty"
        title={t(isEmpty ? "standards.nothingAsked" : "standards.communityUnknown")}
        text={t(isEmpty ? "standards.nothingAskedNext" : "standards.communityUnknownNext")}
        {...(!isEmpty && {
          action: {
            label: t("state.showAnother", { name: units[0].name }),
            onClick: () => changeView({ community: null }),
          },
        })}
      />
    );
  }
  const others = asked.packs.filter(({ id }) => id !== asked.pack.id);
  return (
    <div className="community-view">
      <div className="matrix-tools">
        <Select
          className="community-select"
          aria-label={t("standards.community")}
          showSearch
          optionFilterProp="label"
          value={unit.id}
          options={units.map(({ id, name, street }) => ({
            value: id,
            label: street === null ? name : t("lines.aside", { what: name, more: street }),
          }))}
          popupMatchSelectWidth={false}
          onChange={(id) => changeView({ community: id })}
        />
        <Select
          aria-label={t("standards.against")}
          value={against ?? NO_PACK}
          popupMatchSelectWidth={false}
          options={[
            { value: NO_PACK, label: t("standards.againstNone") },
            ...others.map(({ id, name }) => ({ value: id, label: t("standards.againstPack", { pack: words(name) }) })),
          ]}
          onChange={(id) => changeView({ against: id === NO_PACK ? null : id })}
        />
        <Button
          className="tools-end"
          icon={<PrinterOutlined />}
          onClick={() => changeView({ page: "standards-paper", paper: "community", community: unit.id })}
        >
          {t("standards.print")}
        </Button>
      </div>
      <div className="sheet-scroll">
        {findings.data === undefined ? (
          <Waiting lines={12} />
        ) : (
          <>
            <CommunitySheet asked={asked} unit={unit} findings={findings.data} />
            {against !== null && against !== asked.pack.id && (
              <PackCompare asked={asked} unit={unit.id} against={against} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

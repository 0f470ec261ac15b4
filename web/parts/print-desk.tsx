/** A desk with a sheet to be printed: the way back, what to know before printing, the button, and the sheet itself. @module */
import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeView } from "../state/use-view.ts";
import type { PageId } from "../state/view.ts";
import "../style/report.css";

interface Props {
  /** Page that it was opened from, and what the button there says. */
  readonly back: PageId;
  readonly backLabel: string;
  readonly hint: string;
  /** Name of the page, where its sheet has no title yet. */
  readonly label?: string;
  /** Class of the sheet. */
  readonly paper?: string;
  /** Class that says how wide sheet and tools are; A4 without one. */
  readonly width?: string;
  /** Whether the sheet is whole. */
  readonly isReady: boolean;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function PrintDesk({ back, backLabel, hint, label, paper = "", width = "", isReady, tools, children }: Props) {
  const { t } = useTranslation();
  return (
    <main className="report-desk" id="map" tabIndex={-1} aria-label={label}>
      <div className={`report-tools ${width}`}>
        <Button icon={<ArrowLeftOutlined />} onClick={() => changeView({ page: back })}>
          {backLabel}
        </Button>
        {tools}
        <span className="hint">{hint}</span>
        <Button type="primary" icon={<PrinterOutlined />} disabled={!isReady} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className={`report ${paper} ${width}`}>{children}</article>
    </main>
  );
}

/** Empty, loading and failed: each says what is the matter and what to do next. @module */
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ServiceError } from "../client/http.ts";
import { StateDrawing } from "./state-drawing.tsx";

interface NoticeProps {
  readonly tone: "empty" | "failed" | "good";
  readonly title: string;
  readonly text?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

export function Notice({ tone, title, text, action }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "failed" ? "alert" : "status"}>
      <StateDrawing tone={tone} />
      <p className="notice-title">{title}</p>
      {text !== undefined && <p className="notice-text">{text}</p>}
      {action !== undefined && (
        <Button type={tone === "failed" ? "default" : "primary"} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status" aria-label={t("state.loading")}>
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  );
}

/** What the service said, or that it says nothing. */
export function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { t } = useTranslation();
  const offline = error instanceof ServiceError && error.status === 0;
  return (
    <Notice
      tone="failed"
      title={offline ? t("state.offline") : t("state.failed")}
      text={offline ? t("state.offlineNext") : <ProblemText error={error} />}
      action={{ label: t("state.retry"), onClick: retry }}
    />
  );
}

export function ProblemText({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  if (!(error instanceof ServiceError)) return <>{error.message}</>;
  if (error.status === 0) return <>{t("state.offlineNext")}</>;
  return <>{error.message === "" ? t("state.noDetail", { code: error.code }) : error.message}</>;
}

/** The link to a saved scenario: to be copied, or read off where the browser lets nothing be copied. @module */
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useView } from "../../../state/use-view.ts";
import { writeView } from "../../../state/view.ts";

export function ShareLink({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const view = useView();
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/${writeView({ ...view, mode: "what-if", scenario: id, draft: null })}`;
  // Absent outside of https and localhost.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  return (
    <div className="share-link">
      <p className="hint">{t("whatIf.shareTitle")}</p>
      <Input readOnly value={link} aria-label={t("whatIf.share")} onFocus={({ target }) => target.select()} />
      <div className="row-of-buttons">
        {clipboard !== undefined && (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              clipboard.writeText(link).then(
                () => setCopied(true),
                () => setCopied(false),
              );
            }}
          >
            {t(copied ? "whatIf.copied" : "whatIf.copyLink")}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t("frame.dismiss")}
        </Button>
      </div>
    </div>
  );
}

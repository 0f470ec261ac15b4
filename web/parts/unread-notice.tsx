/** Says which parts of the address could not be read: nothing is defaulted in silence. @module */
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useUnread } from "../state/use-view.ts";

export function UnreadNotice() {
  const { t } = useTranslation();
  const unread = useUnread();
  const [dismissed, setDismissed] = useState("");
  const names = unread.join(", ");
  if (names === "" || names === dismissed) return null;
  return (
    <Alert
      banner
      type="warning"
      title={t("frame.unread", { names })}
      closable={{ onClose: () => setDismissed(names), "aria-label": t("frame.dismiss") }}
    />
  );
}

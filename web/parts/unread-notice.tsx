/** Says which parts of the address could not be read: nothing is defaulted in silence. @module */
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { dismissUnread, useUnread } from "../state/use-view.ts";

export function UnreadNotice() {
  const { t } = useTranslation();
  const unread = useUnread();
  const names = unread.join(", ");
  if (names === "") return null;
  return (
    <Alert
      banner
      type="warning"
      title={t("frame.unread", { names })}
      closable={{ onClose: dismissUnread, "aria-label": t("frame.dismiss") }}
    />
  );
}

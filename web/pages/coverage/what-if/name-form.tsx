/** A name and a verb: for saving, saving as new, and renaming. @module */
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const MOST_LETTERS = 100;

interface Props {
  readonly initial: string;
  readonly verb: string;
  readonly onName: (name: string) => Promise<void> | void;
  /** Without it there is nothing to go back to. */
  readonly onCancel?: () => void;
}

export function NameForm({ initial, verb, onName, onCancel }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [busy, setBusy] = useState(false);
  const isGood = name.trim() !== "";
  const submit = async () => {
    if (!isGood || busy) return;
    setBusy(true);
    try {
      await onName(name.trim());
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="name-form">
      <Input
        aria-label={t("whatIf.name")}
        placeholder={t("whatIf.nameHint")}
        maxLength={MOST_LETTERS}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => void submit()}
        onKeyDown={({ key }) => key === "Escape" && onCancel?.()}
      />
      <Button type="primary" disabled={!isGood} loading={busy} onClick={() => void submit()}>
        {verb}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t("whatIf.cancel")}</Button>}
    </div>
  );
}

/** A whole number with its name and unit: what is typed counts as soon as it is one that may be asked for. @module */
import { Input } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly label: string;
  readonly unit: string;
  /** Null for an empty field. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** Whether it may be left empty. */
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
  readonly onValue: (value: number | null) => void;
}

export function NumberField({ label, unit, value, least, most, optional = false, hint, onValue, ...rest }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : numberOf(typed, least, most, optional);
  const isWrong = read === undefined;
  return (
    <div className="field number-field">
      <label htmlFor={id}>{label}</label>
      <span>
        <Input
          {...rest}
          id={id}
          type="number"
          min={least}
          max={most}
          value={typed ?? (value === null ? "" : String(value))}
          status={isWrong ? "error" : ""}
          suffix={unit}
          onChange={({ target }) => {
            setTyped(target.value);
            const next = numberOf(target.value, least, most, optional);
            if (next !== undefined) onValue(next);
          }}
          onBlur={() => {
            if (!isWrong) setTyped(null);
          }}
        />
      </span>
      {isWrong && (
        <p className="bad" role="alert">
          {t("siting.numberWrong", { least, most })}
        </p>
      )}
      {hint !== undefined && hint !== null && <p className="hint">{hint}</p>}
    </div>
  );
}

/** Undefined for what cannot be asked for. */
function numberOf(text: string, least: number, most: number, optional: boolean): number | null | undefined {
  if (text.trim() === "") return optional ? null : undefined;
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

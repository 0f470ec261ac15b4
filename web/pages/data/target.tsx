/** Which area the files go into: one that there is, or a new one with a name. @module */
import { Input, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Area } from "../../../server/api/schemas/areas.ts";

const AREA_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

export interface Aim {
  /** Id of an area that there is; null for a new one. */
  readonly known: string | null;
  /** Of a new area. */
  readonly id: string;
  /** A person wrote it; else it is proposed, and follows name and files. */
  readonly idTyped: boolean;
  readonly name: string;
  readonly office: string;
}

interface Props {
  readonly aim: Aim;
  readonly areas: readonly Area[];
  readonly tried: boolean;
  readonly onChange: (aim: Aim) => void;
}

export function isAimed({ known, id }: Aim): boolean {
  return known !== null || AREA_ID.test(id);
}

/** A select cannot hold null as a choice. */
const NEW = "";

export function Target({ aim, areas, tried, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const isBad = tried && !isAimed(aim);
  return (
    <div className="target">
      <div className="field">
        <label htmlFor={`${id}-into`}>{t("data.into")}</label>
        <Select
          id={`${id}-into`}
          aria-label={t("data.into")}
          value={aim.known ?? NEW}
          options={[
            ...areas.map((area) => ({ value: area.id, label: area.name })),
            { value: NEW, label: t("data.newArea") },
          ]}
          onChange={(value: string) => onChange({ ...aim, known: value === NEW ? null : value })}
        />
      </div>
      {aim.known === null && (
        <>
          <div className="field">
            <label htmlFor={`${id}-name`}>{t("data.name")}</label>
            <Input
              id={`${id}-name`}
              value={aim.name}
              placeholder={t("data.nameHint")}
              onChange={({ target }) => onChange({ ...aim, name: target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-area`}>{t("data.area")}</label>
            <Input
              id={`${id}-area`}
              value={aim.id}
              placeholder={t("data.areaHint")}
              status={isBad ? "error" : ""}
              aria-invalid={isBad}
              aria-describedby={`${id}-area-bad`}
              onChange={({ target }) => onChange({ ...aim, id: target.value.trim(), idTyped: true })}
            />
            <p className="bad" id={`${id}-area-bad`} role="alert">
              {isBad && t("data.areaBad")}
            </p>
          </div>
        </>
      )}
      <div className="field">
        <label htmlFor={`${id}-office`}>{t("data.office")}</label>
        <Input
          id={`${id}-office`}
          value={aim.office}
          maxLength={100}
          placeholder={t("data.officeHint")}
          onChange={({ target }) => onChange({ ...aim, office: target.value })}
        />
      </div>
    </div>
  );
}

/** The versions of the register: who changed it when and how, and the way back. @module */
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Register } from "../../../server/api/schemas/register.ts";
import { useRestoreRegister } from "../../client/register.ts";
import { ProblemText } from "../../parts/states.tsx";
import { countShown, instantShown } from "../../state/figures.ts";

/** More are shown when asked for. */
const SHOWN = 8;

interface Props {
  readonly area: string;
  readonly register: Register;
  readonly office: string;
}

export function RegisterVersions({ area, register, office }: Props) {
  const { t } = useTranslation();
  const restore = useRestoreRegister(area, office);
  const [isWhole, setWhole] = useState(false);
  const { version, versions } = register;
  return (
    <section>
      <h3>{t("register.versions", { n: version })}</h3>
      {versions.length === 0 && <p className="hint">{t("register.noVersions")}</p>}
      <ol className="register-versions">
        {(isWhole ? versions : versions.slice(0, SHOWN)).map((one) => (
          <li key={one.number}>
            <span>
              <b>{one.number}</b> {instantShown(one.madeAt)} · {t(`register.actions.${one.action}`, { n: one.changed })}
              {one.restored !== null && ` · ${t("data.restoredFrom", { n: one.restored })}`}
              {one.file !== null && ` · ${one.file}`}
              {one.office !== null && ` · ${one.office}`}
            </span>
            {one.number < version && (
              <Popconfirm
                title={t("data.restoreAsk", { n: one.number })}
                description={<div className="restore-why">{t("register.restoreWhy")}</div>}
                okText={t("data.restore")}
                cancelText={t("data.cancel")}
                onConfirm={() => restore.mutate(one.number)}
              >
                <Button
                  size="small"
                  loading={restore.isPending && restore.variables === one.number}
                  disabled={restore.isPending}
                  aria-label={t("data.restoreOf", { n: one.number })}
                >
                  {t("data.restore")}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ol>
      {versions.length > SHOWN && (
        <button type="button" className="more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t("units.fewer", { n: SHOWN }) : t("data.allVersions", { n: versions.length })}
        </button>
      )}
      <p role="status" className="hint">
        {restore.data !== undefined &&
          (restore.data.changed === 0
            ? t("register.restoredSame")
            : t("register.restored", { n: countShown(restore.data.changed), version: restore.data.version }))}
      </p>
      {restore.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={restore.error} />
        </p>
      )}
    </section>
  );
}

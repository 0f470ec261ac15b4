/** Where sites could be: places found on the map, shops that are not signed yet, premises of a table. @module */
import { Button, Checkbox, Input, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../parts/number-field.tsx";
import { FOUND_SOURCES } from "../../state/siting/asked.ts";
import { AskPremises } from "./ask-premises.tsx";
import { changeSiting } from "./change.ts";
import type { Siting } from "./use-siting.ts";

export function AskSources({ siting }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const { wanted } = siting;
  const { sources, latticeM, most } = wanted;
  const isNowhere = sources.length === 0 && wanted.signed === null && wanted.premises === null;
  return (
    <div className="more-fields">
      <fieldset className="field">
        <legend>{t("siting.found")}</legend>
        {FOUND_SOURCES.map((source) => (
          <Checkbox
            key={source}
            checked={sources.includes(source)}
            onChange={({ target }) =>
              changeSiting({
                sources: FOUND_SOURCES.filter((one) => (one === source ? target.checked : sources.includes(one))),
              })
            }
          >
            {t(`siting.source.${source}`)}
          </Checkbox>
        ))}
        {isNowhere && <p className="hint attention">{t("siting.nowhere")}</p>}
      </fieldset>
      {sources.includes("lattice") && (
        <NumberField
          label={t("siting.lattice")}
          unit={t("siting.metres")}
          value={latticeM}
          least={10}
          most={5000}
          onValue={(next) => changeSiting({ latticeM: next ?? latticeM }, "replace")}
        />
      )}
      <AskSigned siting={siting} />
      <AskPremises premises={wanted.premises} />
      <NumberField
        label={t("siting.most")}
        unit={t("siting.placesUnit")}
        value={most}
        least={1}
        most={5000}
        hint={t("siting.mostHint")}
        onValue={(next) => changeSiting({ most: next ?? most }, "replace")}
      />
    </div>
  );
}

function AskSigned({ siting: { wanted } }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const id = useId();
  const { signed } = wanted;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={`${id}-signed`}>{t("siting.standing")}</label>
      <Select
        id={`${id}-signed`}
        value={signed === null ? "all" : "some"}
        options={[
          { value: "all", label: t("siting.allServe") },
          { value: "some", label: t("siting.someServe") },
        ]}
        onChange={(value) => changeSiting({ signed: value === "all" ? null : [] })}
      />
      {signed !== null && (
        <>
          <label htmlFor={`${id}-refs`}>{t("siting.signed")}</label>
          <Input.TextArea
            id={`${id}-refs`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={typed ?? signed.join("\n")}
            placeholder={t("siting.signedHint")}
            onChange={({ target }) => setTyped(target.value)}
          />
          {typed !== null && (
            <Button
              size="small"
              onClick={() => {
                changeSiting({ signed: [...new Set(typed.split(/[\s,，;；]+/).filter((ref) => ref !== ""))] });
                setTyped(null);
              }}
            >
              {t("siting.use")}
            </Button>
          )}
          <p className="hint">{t("siting.signedWhy")}</p>
        </>
      )}
    </div>
  );
}

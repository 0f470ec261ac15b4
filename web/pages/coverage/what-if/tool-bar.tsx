/** The tools, and for those who do not point at the map: a facility from a list, a place by its coordinates. @module */
import { Button, Checkbox, Input, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { centreOf, useMap } from "../../../parts/map-context.tsx";
import { degrees, readPlace } from "../../../state/view.ts";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";
import type { FacilityBook } from "./facility-book.ts";
import { FacilityForm } from "./facility-form.tsx";
import { ToolIcon } from "./tool-icon.tsx";
import type { useChangeWords } from "./use-change-words.ts";
import { AT_PLACE, OF_FACILITY, TOOLS, type Tools } from "./use-tools.ts";

interface Props {
  readonly asked: Asked;
  readonly tools: Tools;
  readonly book: FacilityBook;
  readonly told: ReturnType<typeof useChangeWords>;
}

export function ToolBar({ asked, tools, book, told }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { tool, facility, missed } = tools;
  const held = facility === null ? undefined : book.get(facility);
  return (
    <section className="tools" aria-labelledby="tools-title">
      <h3 id="tools-title">{t("whatIf.tools")}</h3>
      <div className="tool-grid">
        {TOOLS.map((one) => (
          <button key={one} type="button" className="tool" aria-pressed={one === tool} onClick={() => tools.take(one)}>
            <ToolIcon tool={one} />
            {t(`whatIf.tool.${one}`)}
          </button>
        ))}
      </div>
      <p className={missed ? "bad" : "hint"} role="status">
        {missed ? t("whatIf.missed") : t(`whatIf.toolHint.${tool}`, { category: words(asked.category.name) })}
      </p>
      {OF_FACILITY.includes(tool) && <FacilityPick asked={asked} tools={tools} book={book} told={told} />}
      {AT_PLACE.includes(tool) && (tool !== "drag" || held !== undefined) && <PlaceForm tools={tools} />}
      {tool === "path" && tools.path.length > 0 && <PathForm tools={tools} />}
      {tool === "edit" && held !== undefined && (
        <FacilityForm key={held.ref} asked={asked} facility={held} onChange={tools.make} />
      )}
    </section>
  );
}

function FacilityPick({ asked, tools, book, told }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { tool, facility, hold } = tools;
  return (
    <div className="field">
      <label htmlFor={id}>{t("whatIf.facility")}</label>
      <div className="ask-place">
        <Select
          id={id}
          className="grow"
          showSearch={{ optionFilterProp: "label" }}
          value={facility}
          placeholder={t("whatIf.facilityPick", { category: words(asked.category.name) })}
          options={book.of(asked.category.code).map(({ ref }) => ({ value: ref, label: told.facilityName(ref) }))}
          onChange={hold}
        />
        {tool === "close" && (
          <Button
            disabled={facility === null}
            onClick={() => {
              if (facility !== null) tools.to(facility);
              hold(null);
            }}
          >
            {t("whatIf.do.close")}
          </Button>
        )}
      </div>
    </div>
  );
}

function PlaceForm({ tools }: { readonly tools: Tools }) {
  const { t } = useTranslation();
  const { map } = useMap();
  const id = useId();
  const [text, setText] = useState("");
  const [bad, setBad] = useState(false);
  const { tool } = tools;
  if (tool === "close" || tool === "edit") return null;
  const act = () => {
    const place = readPlace(text);
    setBad(place === null);
    if (place !== null) tools.at(place);
  };
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{t("whatIf.position")}</label>
        <button
          type="button"
          className="more"
          disabled={map === null}
          onClick={() => map !== null && setText(centreOf(map).map(degrees).join(","))}
        >
          {t("whatIf.centre")}
        </button>
      </div>
      <div className="ask-place">
        <Input
          id={id}
          value={text}
          placeholder={t("asked.placeHint")}
          status={bad ? "error" : ""}
          aria-invalid={bad}
          aria-describedby={bad ? `${id}-bad` : undefined}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={act}
        />
        <Button onClick={act}>{t(`whatIf.do.${tool}`)}</Button>
      </div>
      {bad && (
        <p className="bad" id={`${id}-bad`} role="alert">
          {t("whatIf.placeBad")}
        </p>
      )}
    </div>
  );
}

function PathForm({ tools }: { readonly tools: Tools }) {
  const { t } = useTranslation();
  const [steps, setSteps] = useState(false);
  const [name, setName] = useState("");
  const { path, setPath } = tools;
  const done = () => {
    const called = name.trim();
    tools.make({
      kind: "add_path",
      line: path.map(([lon, lat]) => [lon, lat]),
      ...(called !== "" && { name: called }),
      ...(steps && { steps }),
    });
    setPath([]);
  };
  return (
    <div className="field">
      <p role="status">{t("whatIf.pathPoints", { n: path.length })}</p>
      <Input
        aria-label={t("whatIf.pathName")}
        placeholder={t("whatIf.pathName")}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
      />
      <Checkbox checked={steps} onChange={({ target }) => setSteps(target.checked)}>
        {t("whatIf.pathSteps")}
      </Checkbox>
      <div className="row-of-buttons">
        <Button type="primary" disabled={path.length < 2} onClick={done}>
          {t("whatIf.pathDone")}
        </Button>
        <Button onClick={() => setPath(path.slice(0, -1))}>{t("whatIf.pathBack")}</Button>
      </div>
    </div>
  );
}

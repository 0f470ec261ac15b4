/** Search by name in the top bar: a combobox that is worked by keyboard and flies to what is chosen. @module */
import { SearchOutlined } from "@ant-design/icons";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import "../style/search.css";
import type { Area } from "../../server/api/schemas/areas.ts";
import type { FoundPlace } from "../../server/api/schemas/search.ts";
import { useCategories, useSearch } from "../client/queries.ts";
import { countShown } from "../state/figures.ts";
import { useView } from "../state/use-view.ts";
import { useMap } from "./map-context.tsx";
import { showPlace } from "./show-place.ts";
import { useNarrow } from "./use-narrow.ts";
import { useSettled } from "./use-settled.ts";

export function PlaceSearch({ area }: { readonly area: Area }) {
  const { t } = useTranslation();
  const { scenario, page } = useView();
  const { map } = useMap();
  const narrow = useNarrow();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  /** Enter was pressed, perhaps before the answer came. */
  const [eager, setEager] = useState(false);
  const wanted = useSettled(text.trim());
  const { data, isFetching, error } = useSearch(area, scenario, wanted);
  const items = text.trim() === "" ? [] : (data?.items ?? []);
  const listed = open && text.trim() !== "";
  const isAnswered = data !== undefined && !isFetching && wanted === text.trim();

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
      input.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const leave = () => {
    setOpen(false);
    setText("");
    setActive(0);
    setEager(false);
  };
  const choose = (place: FoundPlace) => {
    leave();
    input.current?.blur();
    showPlace(place, map, page === "spacing");
  };
  useEffect(() => {
    if (!eager || !isAnswered) return;
    setEager(false);
    if (items[active] !== undefined) choose(items[active]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (to !== undefined && items.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((to + items.length) % items.length);
    }
    if (event.key === "Enter") setEager(true);
    if (event.key === "Escape") {
      // The card behind stays: one thing is closed at a time.
      event.stopPropagation();
      leave();
      if (narrow) input.current?.blur();
    }
  };
  return (
    <search className={`place-search${open ? " open" : ""}`}>
      {narrow && !open && (
        <button
          type="button"
          className="search-open"
          aria-label={t("search.label")}
          onClick={() => {
            setOpen(true);
            requestAnimationFrame(() => input.current?.focus());
          }}
        >
          <SearchOutlined />
        </button>
      )}
      <div className="search-box" hidden={narrow && !open}>
        <SearchOutlined aria-hidden="true" />
        <input
          ref={input}
          role="combobox"
          aria-label={t("search.label")}
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={listed && items[active] !== undefined ? `${id}-${active}` : undefined}
          autoComplete="off"
          maxLength={60}
          placeholder={t("search.hint")}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={({ target }) => {
            setText(target.value);
            setActive(0);
            setEager(false);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        <span className="search-key" aria-hidden="true">
          /
        </span>
      </div>
      <div className="search-found" hidden={!listed}>
        <div role="listbox" id={`${id}-list`} aria-label={t("search.found")}>
          {items.map((place, k) => (
            <Option
              key={`${place.kind} ${place.ref ?? place.name}`}
              id={`${id}-${k}`}
              area={area}
              place={place}
              active={k === active}
              onChoose={() => choose(place)}
            />
          ))}
        </div>
        <p className="search-told" role="status">
          {error !== null
            ? t("state.failed")
            : !isAnswered
              ? t("state.loading")
              : items.length === 0
                ? t("search.none")
                : data.total > items.length
                  ? t("search.more", { n: countShown(data.total), shown: items.length })
                  : ""}
        </p>
      </div>
    </search>
  );
}

function Option({
  id,
  area,
  place,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly area: Area;
  readonly place: FoundPlace;
  readonly active: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useView();
  const { data: categories } = useCategories(area);
  const category = categories?.items.find(({ code }) => code === place.category);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points here, as a combobox does
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the input
    <div
      role="option"
      id={id}
      aria-selected={active}
      className="search-option"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="search-name">{place.name}</span>
      <small>
        {[category === undefined ? t(`search.kind.${place.kind}`) : category.name[language], place.within]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

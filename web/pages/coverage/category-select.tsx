/** The catalogue in its groups, found by either language. @module */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { countShown } from "../../state/figures.ts";
import { changeView } from "../../state/use-view.ts";
import { zh } from "../../words/zh.ts";
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

interface Option {
  readonly value: string;
  readonly label: string;
  /** Null for the heading of a group, which cannot be chosen. */
  readonly symbol: string | null;
  readonly count: number;
  readonly disabled: boolean;
  /** Names in both languages and the code; a heading holds those of its whole group, and so stays while one of them is found. */
  readonly search: string;
}

export function CategorySelect({
  id,
  asked: { categories, category },
}: {
  readonly id: string;
  readonly asked: Asked;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const option = (one: Asked["category"]): Option => ({
    value: one.code,
    label: words(one.name),
    symbol: categorySymbol(one.code, one.name.zh),
    count: one.count,
    disabled: false,
    search: `${one.name.zh} ${one.name.en} ${one.code}`.toLowerCase(),
  });
  // Headings are options that cannot be chosen, not option groups: those give readers a list with broken roles.
  const options = [...new Set(categories.map(({ group }) => group))].flatMap((group) => {
    const inGroup = categories.filter((one) => one.group === group).map(option);
    const search = inGroup.map((one) => one.search).join(" ");
    return [
      { value: `group ${group}`, label: groupName(t, group), symbol: null, count: 0, disabled: true, search },
      ...inGroup,
    ];
  });
  return (
    <Select<string, Option>
      id={id}
      value={category.code}
      showSearch={{ filterOption: (text, found) => found?.search.includes(text.toLowerCase()) === true }}
      placeholder={t("asked.categorySearch")}
      listHeight={420}
      popupMatchSelectWidth={280}
      options={options}
      optionRender={({ data }) =>
        data.symbol === null ? (
          <span className="option-heading">{data.label}</span>
        ) : (
          <span className="option">
            <span>
              <i className="badge" aria-hidden="true">
                {data.symbol}
              </i>
              {data.label}
            </span>
            <small>{t("asked.categoryCount", { n: countShown(data.count) })}</small>
          </span>
        )
      }
      onChange={(code) => changeView({ category: code })}
    />
  );
}

type Group = keyof typeof zh.group;

function groupName(t: (key: `group.${Group}`) => string, group: string): string {
  return group in zh.group ? t(`group.${group as Group}`) : group;
}

/**
 * Shares the age groups of cells out over the homes inside, once the residents of every home are settled.
 *
 * A home keeps the groups that it has. The others of the cell take what is left in proportion to their residents, or to
 * the next wider group where that is known, so that no share of a group is larger than the group around it. Where residents are
 * given and groups are not, the groups are estimates none the less.
 * @module
 */
import { AGE_GROUPS, type AgeCounts, type AgeGroup, type AgeGroupInfo } from "../age-groups.ts";
import { apportion, roundInOrder } from "./apportion.ts";
import type { Cell, Homes } from "./homes-by-cell.ts";
import type { Population } from "./population.ts";
import { type Balance, emptyBalance, round, settleCell } from "./sharing-report.ts";

type Figures = Partial<Record<AgeGroup, number>>;

export interface SharedAges {
  /** Shape [homes]. Null: the home keeps its own. */
  readonly ages: readonly (AgeCounts | null)[];
  readonly balances: Readonly<Partial<Record<AgeGroup, Balance>>>;
  /** Groups of homes that are larger than the residents that these were given. */
  readonly setAside: number;
}

/** @param shared residents that each home took; −1 where it keeps its own */
export function shareAges(
  population: Population,
  homes: Homes,
  shared: Int32Array,
  cells: readonly Cell[],
): SharedAges {
  const residents = (r: number) => (shared[r] >= 0 ? shared[r] : homes.residents[r]);
  const { ages, changed, setAside } = ownAges(homes, shared, cells);
  const balances: Partial<Record<AgeGroup, Balance>> = {};
  const groups = AGE_GROUPS.filter(({ code }) => population.ages.has(code)).sort((a, b) => yearsOf(b) - yearsOf(a));
  for (const group of groups) {
    const figures = population.ages.get(group.code)!;
    const wider = groups.filter((other) => contains(other, group)).at(-1);
    const room = (r: number) => (wider && ages[r]?.[wider.code]) ?? residents(r);
    const balance = emptyBalance();
    const used = cells.filter(({ index }) => figures[index] >= 0);
    const whole = roundInOrder(used.map(({ index }) => figures[index]));
    used.forEach(({ given, open }, k) => {
      const all = [...given, ...open];
      const known = all.filter((r) => ages[r]?.[group.code] !== undefined);
      const takers = all.filter((r) => ages[r]?.[group.code] === undefined);
      const rooms = takers.map(room);
      const ofKnown = known.reduce((sum, r) => sum + ages[r]![group.code]!, 0);
      const most = rooms.reduce((sum, each) => sum + each, 0);
      const rest = settleCell(balance, whole[k], ofKnown, most, { cellsLeftOver: 0, cellsAbove: 0 });
      apportion(rest, rooms).forEach((part, i) => {
        ages[takers[i]] = { ...ages[takers[i]], [group.code]: part };
        changed[takers[i]] = 1;
      });
    });
    const withHomes = new Set(cells.map(({ index }) => index));
    const empty = [...figures.keys()].filter((index) => figures[index] > 0 && !withHomes.has(index));
    balance.withoutHomes = round(empty, figures);
    balance.people += balance.withoutHomes;
    balances[group.code] = balance;
  }
  return { ages: ages.map((own, r) => (changed[r] === 1 ? own : null)), balances, setAside };
}

/** Groups that the homes of the cells have by themselves; one that is larger than a share of residents is set aside. */
function ownAges(homes: Homes, shared: Int32Array, cells: readonly Cell[]) {
  const ages: (Figures | null)[] = Array(homes.count).fill(null);
  const changed = new Uint8Array(homes.count);
  let setAside = 0;
  for (const { given, open } of cells) {
    for (const r of [...given, ...open]) {
      const own: Figures = {};
      for (const { code } of AGE_GROUPS) {
        const figure = homes.ages.get(code)?.[r] ?? -1;
        if (figure < 0) continue;
        if (shared[r] < 0 || figure <= shared[r]) own[code] = figure;
        else {
          setAside++;
          changed[r] = 1;
        }
      }
      ages[r] = own;
    }
  }
  return { ages, changed, setAside };
}

function yearsOf({ from, to }: AgeGroupInfo): number {
  return (to ?? OLDEST) - from;
}

function contains(wide: AgeGroupInfo, narrow: AgeGroupInfo): boolean {
  return wide.code !== narrow.code && wide.from <= narrow.from && (wide.to ?? OLDEST) >= (narrow.to ?? OLDEST);
}

/** Only compared with: an age that nobody reaches. */
const OLDEST = 200;

/** Opens the store for one command and closes it whatever happens. @module */
import { Desk } from "../analysis/desk.ts";
import { loadProfiles } from "../analysis/profiles.ts";
import { RuleBook } from "../analysis/spacing-rules.ts";
import { readConfig } from "../config.ts";
import { type Catalogue, loadCatalogue } from "../import/categories.ts";
import { openStore, type Store } from "../store/open.ts";

export async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(readConfig(process.env).store);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** What a command asks with; the rules are those that ship and the district's own. */
export interface Hands {
  readonly rules: RuleBook;
}

export async function withDesk(
  work: (desk: Desk, store: Store, catalogue: Catalogue, hands: Hands) => Promise<void>,
): Promise<void> {
  const { spacingRules } = readConfig(process.env);
  await withStore(async (store) => {
    const catalogue = await loadCatalogue();
    const desk = new Desk(store, await loadProfiles(), catalogue);
    try {
      const rules = new RuleBook((code) => catalogue.byCode.has(code), spacingRules);
      await work(desk, store, catalogue, { rules });
    } finally {
      await desk.close();
    }
  });
}

/** Opens the store for one command and closes it whatever happens. @module */
import { Desk } from "../analysis/desk.ts";
import { loadProfiles } from "../analysis/profiles.ts";
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

export async function withDesk(work: (desk: Desk, store: Store, catalogue: Catalogue) => Promise<void>): Promise<void> {
  await withStore(async (store) => {
    const catalogue = await loadCatalogue();
    const desk = new Desk(store, await loadProfiles(), catalogue);
    try {
      await work(desk, store, catalogue);
    } finally {
      await desk.close();
    }
  });
}

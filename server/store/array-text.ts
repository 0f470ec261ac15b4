/** Reads arrays as PostgreSQL writes them: `{1,NULL,"a \"b\""}`, one dimension. @module */

// postgres.js gives NULL inside an array as the text "NULL": hence one reader of our own for both stores.
const ITEM = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gs;

export function parseArray<Item>(text: string, parse: (item: string) => Item): (Item | null)[] {
  const items: (Item | null)[] = [];
  for (const [, quoted, bare] of text.slice(text.indexOf("{")).matchAll(ITEM)) {
    if (quoted !== undefined) items.push(parse(quoted.replace(/\\(.)/gs, "$1")));
    else items.push(bare === "NULL" ? null : parse(bare));
  }
  return items;
}

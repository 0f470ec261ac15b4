/** Vacant premises from a table that is pasted: kept by the window, since no address could hold it. @module */

export interface Premises {
  readonly id: string;
  readonly position: [number, number];
  readonly name?: string;
  readonly price?: number;
  readonly capacity?: number;
}

export interface ReadPremises {
  readonly places: readonly Premises[];
  /** The first thing that is wrong; null where nothing is. Rows count from 1, the head being the first. */
  readonly fault: PremisesFault | null;
}

export type PremisesFault =
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "cell"; readonly row: number; readonly column: string; readonly value: string }
  | { readonly kind: "twice"; readonly row: number; readonly value: string }
  | { readonly kind: "too_many"; readonly most: number };

const HEADS = {
  id: ["id", "编号", "序号", "no", "number"],
  lon: ["lon", "lng", "longitude", "经度", "x"],
  lat: ["lat", "latitude", "纬度", "y"],
  name: ["name", "名称", "店名", "地址", "address"],
  price: ["price", "价格", "租金", "费用", "rent", "cost"],
  capacity: ["capacity", "容量", "可服务人数"],
} as const;
type Field = keyof typeof HEADS;

/** As many as the service takes. */
const MOST = 5000;

/** Reads lines with tabs or commas between cells, as a spreadsheet gives them; the first names the columns. */
export function readPremises(text: string): ReadPremises {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const parted = lines[0]?.includes("\t") === true ? /\t/ : /[,，]/;
  const rows = lines.map((line) => line.split(parted).map((cell) => cell.trim()));
  const head = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const columnOf = (field: Field) => head.findIndex((cell) => (HEADS[field] as readonly string[]).includes(cell));
  const faulty = (fault: PremisesFault): ReadPremises => ({ places: [], fault });
  if (columnOf("lon") < 0) return faulty({ kind: "column", column: "经度" });
  if (columnOf("lat") < 0) return faulty({ kind: "column", column: "纬度" });
  if (rows.length - 1 > MOST) return faulty({ kind: "too_many", most: MOST });
  const places: Premises[] = [];
  const seen = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    if (i === 0) continue;
    const at = (field: Field) => cells[columnOf(field)] ?? "";
    const wrong = (field: Field) =>
      faulty({ kind: "cell", row: i + 1, column: rows[0][columnOf(field)], value: at(field) });
    const [lon, lat] = [figure(at("lon")), figure(at("lat"))];
    if (lon === null || Math.abs(lon) > 180) return wrong("lon");
    if (lat === null || Math.abs(lat) > 90) return wrong("lat");
    const [price, capacity] = [figure(at("price")), figure(at("capacity"))];
    if (at("price") !== "" && (price === null || price < 0)) return wrong("price");
    if (at("capacity") !== "" && (capacity === null || capacity < 0 || !Number.isInteger(capacity)))
      return wrong("capacity");
    const id = at("id") || String(i);
    if (seen.has(id)) return faulty({ kind: "twice", row: i + 1, value: id });
    seen.add(id);
    places.push({
      id,
      position: [lon, lat],
      ...(at("name") !== "" && { name: at("name") }),
      ...(price !== null && { price }),
      ...(capacity !== null && { capacity }),
    });
  }
  return { places, fault: null };
}

type Shelf = Pick<Storage, "getItem" | "setItem">;

interface Kept {
  readonly crs: string;
  readonly places: readonly Premises[];
}

/** @returns what the address calls it: the same for the same table */
export function keepPremises(shelf: Shelf, kept: Kept): string {
  const text = JSON.stringify(kept);
  const id = hashOf(text);
  shelf.setItem(`premises ${id}`, text);
  return id;
}

/** Null where this window never saw it. */
export function premisesKept(shelf: Shelf, id: string): Kept | null {
  const text = shelf.getItem(`premises ${id}`);
  return text === null ? null : (JSON.parse(text) as Kept);
}

function figure(cell: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, twice with different starts. */
function hashOf(text: string): string {
  return [2166136261, 84696351]
    .map((start) => {
      let hash = start;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
      return (hash >>> 0).toString(36);
    })
    .join("");
}

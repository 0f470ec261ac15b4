/** How a site or a candidate is called: by its name, the street that it stands on, its community, else by its coordinates. @module */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { degrees } from "../../state/view.ts";

export interface Called {
  readonly id: string;
  readonly name: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly position: readonly [number, number];
  readonly source: "listed" | "unsigned" | "gate" | "corner" | "lattice";
}

/** How the place of an id is called; an id of nothing that is known stays one. */
export function useCalled(candidates: readonly Called[]): (id: string) => string {
  const { nameOf } = usePlaceWords();
  const byId = useMemo(() => new Map(candidates.map((one) => [one.id, one])), [candidates]);
  return (id) => {
    const known = byId.get(id);
    return known === undefined ? id : nameOf(known);
  };
}

export function usePlaceWords() {
  const { t } = useTranslation();
  const nameOf = ({ name, street, community, position }: Omit<Called, "source" | "id">) =>
    name ?? street ?? community ?? position.map(degrees).join(", ");
  /** Where it is beside its name, and what kind of place it is. */
  const whereOf = (place: Called) =>
    [t(`siting.source.${place.source}`), place.community !== nameOf(place) && place.community]
      .filter(Boolean)
      .join(" · ");
  return { nameOf, whereOf };
}

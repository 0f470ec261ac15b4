/** Files of YAML into a pack, whole or not at all: every fault told with file, line, column and path. @module */
import { dueDate, type IsoDate } from "../dates.ts";
import { type StandardsError, standardsError } from "../errors.ts";
import { checkReferences } from "./check-references.ts";
import { checkSense } from "./check-sense.ts";
import { checkShape } from "./check-shape.ts";
import type { Item, Term, WrittenPack } from "./file-schema.ts";
import type { Pack, PackItem, Requirement } from "./pack.ts";
import { type Merged, Places } from "./places.ts";
import { readYaml, type SourceFile, type YamlFile } from "./yaml-file.ts";

export type PackOutcome =
  | { readonly pack: Pack; readonly faults: null }
  | { readonly pack: null; readonly faults: readonly StandardsError[] };

/**
 * @param files all files of one folder, `pack.yaml` with the head among them
 * @param sharedTerms names of facts that all packs share
 */
export function readPack(files: readonly SourceFile[], sharedTerms: readonly Term[] = []): PackOutcome {
  const { yamls, faults } = readFiles(files);
  if (faults.length > 0) return { pack: null, faults };
  const places = new Places(yamls);
  if (places.merged.pack === undefined)
    places.raise("pack_shape", null, [], "no member pack in any file", "pack: the head of the pack, once");
  checkReferences(places, sharedTerms);
  checkSense(places);
  if (places.faults.length > 0) return { pack: null, faults: places.faults };
  return { pack: settle(places.merged, sharedTerms), faults: null };
}

/** @throws StandardsError the first fault, where there is one */
export function packOf(files: readonly SourceFile[], sharedTerms: readonly Term[] = []): Pack {
  const { pack, faults } = readPack(files, sharedTerms);
  if (faults !== null) throw faults[0];
  return pack;
}

/** The terms of a file that holds nothing else. */
export function sharedTermsOf(file: SourceFile): readonly Term[] {
  const { yamls, faults } = readFiles([file]);
  if (faults.length > 0) throw faults[0];
  return (yamls[0].value as WrittenPack).terms ?? [];
}

function readFiles(files: readonly SourceFile[]): { yamls: YamlFile[]; faults: StandardsError[] } {
  if (files.length === 0)
    throw standardsError("pack_shape", {
      file: "",
      line: 0,
      column: 0,
      path: "/",
      value: "no file",
      expected: "pack.yaml",
    });
  const yamls: YamlFile[] = [];
  const faults: StandardsError[] = [];
  for (const file of files) {
    const yaml = readYaml(file);
    if (Array.isArray(yaml)) faults.push(...yaml);
    else {
      yamls.push(yaml);
      faults.push(...checkShape(yaml));
    }
  }
  return { yamls, faults };
}

function settle(merged: Merged, sharedTerms: readonly Term[]): Pack {
  const head = merged.pack as NonNullable<Merged["pack"]>;
  const { document, validity } = head;
  const items = settleItems(merged.items);
  const requirements = merged.requirements.map((written): Requirement => {
    const item = items.get(written.item) as PackItem;
    return {
      ...written,
      level: written.level ?? "community",
      title: written.title ?? { zh: item.zh, en: item.en },
      lead: written.lead ?? item.lead ?? [],
      evidence: written.evidence ?? head.evidence,
      from: day(written.from),
      due: day(written.due),
      until: day(written.until),
      ...("new_since" in written && written.new_since !== undefined ? { new_since: dueDate(written.new_since) } : {}),
      milestones: (written.milestones ?? []).map(({ by, share }) => ({ by: dueDate(by), share })),
    } as Requirement;
  });
  return {
    head: {
      ...head,
      document: { ...document, issued: dueDate(document.issued), published: day(document.published) },
      validity: { from: dueDate(validity.from), to: day(validity.to) },
    },
    groups: merged.groups,
    offices: merged.offices,
    parameters: merged.parameters,
    terms: new Map([...sharedTerms, ...merged.terms].map((term) => [term.id, term])),
    items,
    requirements,
    requirement: new Map(requirements.map((requirement) => [requirement.id, requirement])),
    subsidies: merged.subsidies.map(({ due, new_since, payments, ...subsidy }) => ({
      ...subsidy,
      due: day(due),
      newSince: day(new_since),
      payments: payments.map(({ since, ...payment }) => ({ ...payment, since: day(since) })),
    })),
    taskLists: new Map(merged.task_lists.map((list) => [list.id, list])),
    suspectedNames: merged.suspected_names,
    ambiguities: merged.ambiguities,
    emptySlots: merged.empty_slots ?? null,
  };
}

function settleItems(written: readonly Item[]): Map<string, PackItem> {
  const byId = new Map(written.map((item) => [item.id, item]));
  const kindsOf = (item: Item): string[] => {
    const same = item.same_as === undefined ? undefined : byId.get(item.same_as);
    return [...new Set([...(item.kinds ?? [item.id]), ...(same === undefined ? [] : kindsOf(same))])];
  };
  return new Map(written.map((item) => [item.id, { ...item, form: item.form ?? "facility", kinds: kindsOf(item) }]));
}

function day(written: string | undefined): IsoDate | null {
  return written === undefined ? null : dueDate(written);
}

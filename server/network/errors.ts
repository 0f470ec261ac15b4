/** What can be wrong with a network or its snapshot. @module */
import { DomainError, type Fields, type Messages } from "../base/errors.ts";

export type NetworkCode =
  | "network_empty"
  | "network_too_wide"
  | "street_too_long"
  | "edit_faulty"
  | "network_broken"
  | "snapshot_not_ours"
  | "snapshot_other_version"
  | "snapshot_other_endianness"
  | "snapshot_torn";

const messages: Messages<NetworkCode> = {
  network_empty: { zh: "文件里没有任何可步行的道路", en: "the extract holds no walkable street" },
  network_too_wide: {
    zh: "道路跨越 180° 经线且过于分散：经度 {west}…{east}",
    en: "the streets lie on both sides of the antimeridian and too far apart: longitudes {west} to {east}",
  },
  street_too_long: {
    zh: "有一段道路长达 {km} 公里，超过 2147 公里",
    en: "a street of {km} km without a junction: more than 2,147 km",
  },
  edit_faulty: { zh: "对道路的修改 {place} 有误：{what}", en: "{place} of the changes to streets is faulty: {what}" },
  network_broken: { zh: "步行网络内部不一致：{what}", en: "the walking network is inconsistent: {what}" },
  snapshot_not_ours: {
    zh: "这不是步行网络快照（开头是 {magic}）",
    en: "not a walking network snapshot (it starts with {magic})",
  },
  snapshot_other_version: {
    zh: "快照格式为第 {found} 版，本程序只读第 {expected} 版，请重新导入",
    en: "snapshot format {found}, this program reads {expected}: import again",
  },
  snapshot_other_endianness: {
    zh: "快照的字节序与本机不同，请在本机重新导入",
    en: "the snapshot was written with another byte order: import again on this machine",
  },
  snapshot_torn: { zh: "快照已损坏：{what}", en: "the snapshot is torn: {what}" },
};

/** Faults of the extract; the others are of a network that was built. */
const INPUT: ReadonlySet<NetworkCode> = new Set([
  "network_empty",
  "network_too_wide",
  "street_too_long",
  "edit_faulty",
]);

export function networkError(code: NetworkCode, fields: Fields = {}): DomainError<NetworkCode> {
  return new DomainError(INPUT.has(code) ? "input" : "conflict", code, fields, messages[code]);
}

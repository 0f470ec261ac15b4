/** Reads the texts of this checkout, without what is installed, built or stored. @module */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree } from "./architecture.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const NOT_OURS = new Set(["node_modules", ".git", "dist", "var", ".cache", "test-artifacts"]);
const TEXT = /(\.(tsx?|m?js|json|md|ya?ml|css|html|sql|sh|svg|txt)|(^|\/)(Dockerfile|\.[\w-]+|run))$/;

export function readTree(): Tree {
  const tree = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      // In a linked checkout .git is a file.
      if (NOT_OURS.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && TEXT.test(path)) tree.set(path, readFileSync(join(ROOT, path), "utf8"));
    }
  };
  walk("");
  return tree;
}

/** The schema of a file of a pack, as published beside the packs for editors that check while one writes. @module */
import { PackFile } from "./file-schema.ts";

export const PACK_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "标准包文件 · file of a pack of standards",
  ...PackFile,
};

/** Settings from the environment, checked once at the start; a faulty one is named and nothing starts. @module */
import { join } from "node:path";
import type { StoreSettings } from "./store/open.ts";

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly store: StoreSettings;
  /** Folder of the embedded store and of the demo town's files. */
  readonly dataDir: string;
  readonly logLevel: string;
  /** Folder of the district's own spacing rules; it need not be there. */
  readonly spacingRules: string;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

export class ConfigError extends Error {}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const dataDir = env.DATA_DIR ?? "./var";
  if (dataDir.trim() === "") throw faulty("DATA_DIR", dataDir, "a folder");
  const url = env.DATABASE_URL;
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    throw faulty("DATABASE_URL", url.replace(/:[^:@/]*@/, ":…@"), "postgres://user:password@host:port/database");
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw faulty("PORT", env.PORT ?? "", "a whole number from 0 to 65535");
  const host = env.HOST ?? "127.0.0.1";
  if (host.trim() === "") throw faulty("HOST", host, "an address such as 127.0.0.1 or 0.0.0.0");
  const logLevel = env.LOG_LEVEL ?? "warn";
  if (!LOG_LEVELS.includes(logLevel)) throw faulty("LOG_LEVEL", logLevel, LOG_LEVELS.join(", "));
  return Object.freeze({
    host,
    port,
    dataDir,
    logLevel,
    spacingRules: env.SPACING_RULES ?? join(dataDir, "spacing-rules"),
    store: url === undefined ? ({ kind: "embedded", dataDir } as const) : ({ kind: "postgres", url } as const),
  });
}

function faulty(name: string, value: string, expected: string): ConfigError {
  return new ConfigError(`${name}: "${value}" — 应为 / expected: ${expected}`);
}

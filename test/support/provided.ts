/** What the global set-up found on this machine and hands to the tests, who read it by `inject(name)`. @module */
import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser address of a PostgreSQL that has PostGIS available; each suite creates databases of its own. Null where none was found. */
    postgisUrl: string | null;
    /** Whether that PostgreSQL has pgRouting available too. */
    pgrouting: boolean;
    /** Path of a Chromium that can be started. Null where none was found. */
    chromiumPath: string | null;
    /** Address of a service that holds the demo town and the built console, for browser suites that only read. Null without a Chromium. */
    demoOrigin: string | null;
  }
}

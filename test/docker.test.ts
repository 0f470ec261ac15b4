/** What can be said of the Docker files without a Docker engine: that they name things that exist, and agree with each other. @module */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSource } from "./support/module-references.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const HEALTH = "/api/v1/health";

interface Instruction {
  readonly verb: string;
  readonly rest: string;
}

const instructions: Instruction[] = read("Dockerfile")
  .replaceAll(/^\s*#.*\n/gm, "")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => ({ verb: line.split(" ", 1)[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }));
const all = (verb: string) => instructions.filter((one) => one.verb === verb).map((one) => one.rest);
const last = (verb: string) => all(verb).at(-1) ?? "";
const environment = new Map(
  all("ENV").flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split("=", 2) as [string, string])),
);

describe("Dockerfile", () => {
  it("stands on Node 24 in every stage", () => {
    for (const from of all("FROM")) expect(from).toMatch(/^node:24[.-]/);
  });

  it("copies what exists and is not kept out of the build", () => {
    const ignored = read(".dockerignore").trim().split("\n");
    const copies = all("COPY").filter((rest) => !rest.startsWith("--from"));
    for (const source of copies.flatMap((rest) => rest.split(/\s+/).slice(0, -1))) {
      expect(existsSync(join(ROOT, source)), `COPY ${source}`).toBe(true);
      expect(ignored).not.toContain(source);
    }
  });

  it("takes from earlier stages only", () => {
    const stages = all("FROM").map((rest) => /\sAS\s(\w+)$/.exec(rest)?.[1]);
    for (const rest of all("COPY").filter((copy) => copy.startsWith("--from"))) {
      expect(stages.slice(0, -1)).toContain(/^--from=(\w+)/.exec(rest)?.[1]);
    }
  });

  it("keeps what was installed, built or stored on this machine out of the image", () => {
    const ignored = read(".dockerignore").trim().split("\n");
    expect(ignored).toEqual(expect.arrayContaining(["node_modules", "dist", "var", ".git"]));
  });

  it("needs no package that it prunes", () => {
    const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
    const sources = globSync("{server,db,data,scripts}/**/*.ts", { cwd: ROOT });
    const needed = sources.flatMap((path) =>
      readSource(path, read(path))
        .references.filter(({ typeOnly, specifier }) => !typeOnly && specifier !== null && /^[@a-z]/.test(specifier))
        .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier ?? "")?.[0] ?? "")
        .filter((name) => !name.startsWith("node:") && !(name in dependencies))
        .map((name) => `${path} imports ${name}`),
    );
    expect(needed).toEqual([]);
  });

  it("does not run as root, and owns its data folder", () => {
    expect(last("USER")).toBe("node");
    expect(last("VOLUME")).toBe(environment.get("DATA_DIR"));
  });

  it("starts a file that exists and asks a route that exists for its health", () => {
    const [program, file] = JSON.parse(last("CMD")) as [string, string];
    expect(program).toBe("node");
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(last("HEALTHCHECK")).toContain(HEALTH);
    const routes = globSync("server/api/**/*.ts", { cwd: ROOT }).map(read);
    expect(routes.some((text) => /["'`](\/api\/v1)?\/health["'`]/.test(text))).toBe(true);
  });
});

interface Compose {
  services: Record<
    "database" | "service",
    {
      image?: string;
      build?: string;
      environment: Record<string, string>;
      volumes: string[];
      ports?: string[];
      healthcheck?: { test: string[] };
      depends_on?: Record<string, { condition: string }>;
    }
  >;
  volumes: Record<string, null>;
}

describe("docker-compose.yml", () => {
  const { services, volumes } = parse(read("docker-compose.yml")) as Compose;

  it("starts the service once PostGIS is healthy", () => {
    expect(services.database.image).toMatch(/^postgis\/postgis:\d+-\d/);
    expect(services.database.healthcheck?.test).toContain("pg_isready");
    expect(services.service.build).toBe(".");
    expect(services.service.depends_on).toEqual({ database: { condition: "service_healthy" } });
  });

  it("gives the service the address of that database", () => {
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = services.database.environment;
    expect(services.service.environment.DATABASE_URL).toBe(
      `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@database:5432/${POSTGRES_DB}`,
    );
    expect(services.database.ports).toBeUndefined();
  });

  it("keeps what must last in volumes that it declares", () => {
    const mounts = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(":")));
    expect(mounts.map(([name]) => name).sort()).toEqual(Object.keys(volumes).sort());
    expect(mounts.map(([, path]) => path)).toContain(environment.get("DATA_DIR"));
  });

  it("publishes the port on which the service listens, to this machine alone", () => {
    expect(services.service.ports).toEqual([`127.0.0.1:${last("EXPOSE")}:${environment.get("PORT")}`]);
  });

  it("sets only variables that the service reads", () => {
    const known = read("server/config.ts");
    const names = [...environment.keys(), ...Object.keys(services.service.environment)];
    for (const name of names.filter((one) => one !== "NODE_ENV")) expect(known).toContain(name);
  });
});

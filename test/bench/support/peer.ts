/** pgRouting on the very junctions and edges of a network: a throw-away PostgreSQL with Debian's packages. @module */
import postgres from "postgres";
import { E7, type WalkNetwork } from "../../../server/network/walk-network.ts";
import { findServerBinaries, startCluster } from "../../support/postgis-cluster.ts";

export interface Peer {
  readonly sql: postgres.Sql;
  readonly url: string;
  stop(): Promise<void>;
}

/** Null, with a word on standard error, where Debian's PostgreSQL is missing. */
export async function startPeer(): Promise<Peer | null> {
  const binaries = findServerBinaries();
  if (binaries === null) {
    console.error("left out: PostgreSQL with pgRouting was not found");
    return null;
  }
  const cluster = await startCluster(binaries);
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} });
  return {
    sql,
    url: cluster.url,
    async stop() {
      await sql.end();
      await cluster.stop();
    },
  };
}

/** Table `edge`: costs in metres as walked, −1 where the direction is closed, and a line for boxes to find it by. */
export async function loadNetwork(sql: postgres.Sql, network: WalkNetwork): Promise<void> {
  const { nodeCount, forward, nodeLonE7, nodeLatE7 } = network;
  const rows = { source: [] as number[], target: [] as number[], metres: [] as number[] };
  for (let v = 0; v < nodeCount; v++) {
    for (let a = forward.start[v]; a < forward.start[v + 1]; a++) {
      rows.source.push(v);
      rows.target.push(forward.pairs[2 * a]);
      rows.metres.push(forward.pairs[2 * a + 1] / 1000);
    }
  }
  await sql.unsafe(`
    create extension if not exists postgis;
    create extension if not exists pgrouting;
    drop table if exists node, arc, edge;
    create table node (id int, lon float8, lat float8);
    create table arc (id serial, source int, target int, metres float8);
    `);
  await sql.unsafe(`insert into node select * from unnest($1::int[], $2::float8[], $3::float8[])`, [
    literal(Array.from({ length: nodeCount }, (_, v) => v)),
    literal(degrees(nodeLonE7)),
    literal(degrees(nodeLatE7)),
  ]);
  await sql.unsafe(
    `insert into arc (source, target, metres) select * from unnest($1::int[], $2::int[], $3::float8[])`,
    [literal(rows.source), literal(rows.target), literal(rows.metres)],
  );
  // Both directions of an edge stand in one row, as pgRouting's own importers write them.
  await sql.unsafe(`
    create table edge as
    with ranked as (
      select *, least(source, target) as a, greatest(source, target) as b,
        row_number() over (partition by source, target, metres order by id) as twin
      from arc
    )
    select row_number() over (order by a, b) as id, a as source, b as target,
      coalesce(max(metres) filter (where source = a), -1) as cost,
      coalesce(max(metres) filter (where source = b), -1) as reverse_cost,
      ST_SetSRID(ST_MakeLine(ST_MakePoint(u.lon, u.lat), ST_MakePoint(v.lon, v.lat)), 4326) as line
    from ranked join node u on u.id = a join node v on v.id = b
    group by a, b, metres, twin, u.lon, u.lat, v.lon, v.lat;
    alter table edge add primary key (id);
    create index on edge using gist (line);
    analyze edge`);
}

/** Junctions within the limit of each origin; the box, where given, is what a user would put into the SQL. */
export async function drivingDistance(
  sql: postgres.Sql,
  origins: readonly number[],
  limitM: number,
  box: readonly [west: number, south: number, east: number, north: number] | null,
): Promise<{ readonly count: number; readonly metres: number }> {
  const where = box === null ? "" : ` where line && ST_MakeEnvelope(${box.join(",")}, 4326)`;
  const [row] = await sql.unsafe<{ count: number; metres: number }[]>(
    `select count(*)::int as count, coalesce(sum(agg_cost), 0)::float8 as metres from pgr_drivingDistance(
      'select id, source, target, cost, reverse_cost from edge${where}', array[${origins.join(",")}]::bigint[], ${limitM})`,
  );
  return row;
}

/**
 * Metres from every junction to the nearest target: one search from a vertex that leads to all of them, over edges
 * turned round. (`equicost` would answer wrongly in pgRouting 3.4.)
 */
export function superSource(targets: readonly number[]): string {
  const leads = targets.map((v, i) => `select ${-1 - i}::bigint, -1::bigint, ${v}::bigint, 0::float8, -1::float8`);
  return `pgr_drivingDistance(
    'select id, source, target, reverse_cost as cost, cost as reverse_cost from edge union all ${leads.join(" union all ")}',
    -1, 1e9)`;
}

function degrees(values: Int32Array): number[] {
  return Array.from(values, (value) => value / E7);
}

function literal(values: readonly number[]): string {
  return `{${values.join(",")}}`;
}

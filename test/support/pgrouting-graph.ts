/**
 * The walking graph in a PostGIS database, for pgRouting: straight from the rows of the import, uncontracted, every
 * length and offset measured by PostGIS on the spheroid. Shares nothing with the network, snapping and search of the server.
 *
 * Vertices: node × 2, and + 1 for the half of a node on private ways; at a blocked node one of its own for every end of
 * a piece; one for every snapped place that lies inside a piece, which it cuts.
 * @module
 */
import type postgres from "postgres";
import { NodeFlag, type StreetRows, WayFlag } from "../../server/import/rows.ts";

/** First vertex of piece ends at blocked nodes, and of snapped places. */
const BLOCKED_BASE = 1_000_000_000;
const PLACE_BASE = 2_000_000_000;

export interface GraphPoint {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
}

export interface GraphOptions {
  readonly avoidsSteps: boolean;
  readonly points: readonly GraphPoint[];
}

/** Makes `node` and `piece` from the rows. */
export async function loadPieces(sql: postgres.Sql, rows: StreetRows): Promise<void> {
  await sql.unsafe(`
    create extension if not exists postgis;
    create extension if not exists pgrouting;
    create unlogged table node (id int primary key, at geometry(Point, 4326) not null, blocked boolean not null);
    create unlogged table piece (
      id int primary key, u int not null, v int not null,
      private boolean not null, steps boolean not null, forward boolean not null, backward boolean not null,
      u_vertex bigint, v_vertex bigint, metres float8, shape geometry(LineString, 4326))`);
  await sql.unsafe(
    `insert into node
     select i - 1, ST_SetSRID(ST_MakePoint(lon / 1e7, lat / 1e7), 4326), flags & ${NodeFlag.BLOCKED} > 0
     from unnest($1::int[], $2::int[], $3::int[]) with ordinality as n (lon, lat, flags, i)`,
    [literal(rows.nodeLonE7), literal(rows.nodeLatE7), literal(rows.nodeFlags)],
  );
  const [u, v, flags] = [[] as number[], [] as number[], [] as number[]];
  rows.wayFlags.forEach((wayFlags, way) => {
    for (let i = rows.wayStart[way]; i + 1 < rows.wayStart[way + 1]; i++) {
      if (rows.wayNodes[i] === rows.wayNodes[i + 1]) continue;
      u.push(rows.wayNodes[i]);
      v.push(rows.wayNodes[i + 1]);
      flags.push(wayFlags);
    }
  });
  const { PRIVATE, STEPS, FORWARD, BACKWARD } = WayFlag;
  await sql.unsafe(
    `insert into piece
     select p.id, u, v, private, f & ${STEPS} > 0, f & ${FORWARD} > 0, f & ${BACKWARD} > 0,
       case when a.blocked then ${BLOCKED_BASE} + p.id * 2 else u::bigint * 2 + private::int end,
       case when b.blocked then ${BLOCKED_BASE} + p.id * 2 + 1 else v::bigint * 2 + private::int end,
       ST_Distance(a.at::geography, b.at::geography), ST_MakeLine(a.at, b.at)
     from (
       select u, v, f, i - 1 as id, f & ${PRIVATE} > 0 as private
       from unnest($1::int[], $2::int[], $3::int[]) with ordinality as given (u, v, f, i)
     ) p join node a on a.id = u join node b on b.id = v`,
    [literal(u), literal(v), literal(flags)],
  );
  await sql.unsafe("create index on piece using gist (shape); analyze piece");
}

/**
 * Makes `point`, `place` and `edge` for one way of walking. A place is where a walk may start (`role` start), or end
 * (`open`: the nearest public piece; `inside`: a private piece nearer than that).
 * Pieces within a millimetre of each other are all kept: which of them is nearest is below what either side measures.
 */
export async function buildGraph(sql: postgres.Sql, { avoidsSteps, points }: GraphOptions): Promise<void> {
  await sql.unsafe(`
    drop table if exists point, place, edge;
    create unlogged table point (id int primary key, at geometry(Point, 4326) not null, lon_m float8, lat_m float8)`);
  await sql.unsafe(
    `insert into point (id, at)
     select id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) from unnest($1::int[], $2::float8[], $3::float8[]) as p (id, lon, lat)`,
    [literal(points.map(({ id }) => id)), literal(points.map(({ lon }) => lon)), literal(points.map(({ lat }) => lat))],
  );
  // Round a point the spheroid is a plane: degrees are scaled to metres as they measure there.
  await sql.unsafe(`
    update point set
      lon_m = ST_Distance(ST_Translate(at, -0.0005, 0)::geography, ST_Translate(at, 0.0005, 0)::geography) / 0.001,
      lat_m = ST_Distance(ST_Translate(at, 0, -0.0005)::geography, ST_Translate(at, 0, 0.0005)::geography) / 0.001;
    create unlogged table place as
    with near as (
      select pt.id as point, p.id as piece, p.private, p.u_vertex, p.v_vertex, flat.fraction,
        ST_Distance(pt.at::geography, ST_LineInterpolatePoint(p.shape, flat.fraction)::geography) as offset_m
      from point pt
      join piece p on p.shape && ST_Expand(pt.at, 201 / pt.lon_m, 201 / pt.lat_m)
      cross join lateral (
        select case when p.metres = 0 then 0
          else ST_LineLocatePoint(ST_Scale(p.shape, lon_m, lat_m), ST_Scale(pt.at, lon_m, lat_m)) end as fraction
      ) flat
      where ${avoidsSteps ? "not p.steps" : "true"}
    ), least as (
      select point, min(offset_m) as any_m, min(offset_m) filter (where private) as private_m,
        min(offset_m) filter (where not private) as public_m
      from near group by point
    ), chosen as (
      select near.*, role
      from near join least using (point)
      cross join lateral (
        select 'start' as role where offset_m < any_m + 0.001
          and (private or private_m is null or private_m > any_m + 1e-6)
        union all select 'open' where not private and offset_m < public_m + 0.001
        union all select 'inside' where private and offset_m < any_m + 0.001
      ) roles
      where offset_m <= 200
    )
    select distinct on (point, role, vertex) row_number() over () as id, point, role, piece, fraction, offset_m,
      case fraction when 0 then u_vertex when 1 then v_vertex else ${PLACE_BASE} + dense_rank() over (order by point, piece) end as vertex
    from chosen;
    create unlogged table edge (id bigint generated always as identity, source bigint not null, target bigint not null,
      cost float8 not null, reverse_cost float8 not null);
    insert into edge (source, target, cost, reverse_cost)
    with cut as (
      select piece, vertex, fraction, 1 as turn from place where vertex >= ${PLACE_BASE} group by piece, vertex, fraction
    ), stop as (
      select * from cut
      union all select id, u_vertex, 0, 0 from piece ${avoidsSteps ? "where not steps" : ""}
      union all select id, v_vertex, 1, 2 from piece ${avoidsSteps ? "where not steps" : ""}
    ), part as (
      select piece, vertex as source, fraction as from_fraction, turn,
        lead(vertex) over along as target, lead(fraction) over along as to_fraction, lead(turn) over along as next_turn
      from stop window along as (partition by piece order by turn, fraction, vertex)
    )
    select source, target,
      case when forward or same then length_m else -1 end,
      case when backward or same then length_m else -1 end
    from part join piece p on p.id = piece
    cross join lateral (
      select (to_fraction - from_fraction) * metres as length_m, to_fraction = from_fraction and turn = next_turn as same
    ) step
    where target is not null;
    insert into edge (source, target, cost, reverse_cost)
    select v, v - 1, 0, -1 from (select source as v from edge union select target from edge) vertex
    where v < ${BLOCKED_BASE} and v % 2 = 1
      and v - 1 in (select source from edge union select target from edge);
    analyze edge`);
}

/** Walk to or from a node of the map, or its half on private ways. */
export interface GraphNode {
  /** Where the walk starts; that of the nearest end is not told. */
  readonly point: number;
  /** Index of the node × 2, + 1 for its private half. */
  readonly half: number;
  readonly metres: number;
}

/** A vertex as the half of a node that it is part of. */
const HALF_OF_VERTEX = `case when node < ${BLOCKED_BASE} then node
  else (case when node % 2 = 0 then p.u else p.v end)::bigint * 2 + p.private::int end`;
const PIECE_OF_VERTEX = `left join piece p on node >= ${BLOCKED_BASE} and p.id = (node - ${BLOCKED_BASE}) / 2`;

/** All nodes within a limit of each start, by one bounded search for all of them. Starts must be among {@link plainPoints}. */
export async function nodesWithin(sql: postgres.Sql, starts: readonly number[], limitM: number): Promise<GraphNode[]> {
  return sql.unsafe<GraphNode[]>(
    `with start as (
       select point, vertex, offset_m from place where role = 'start' and point = any($1::int[])
     ), found as (
       select from_v, node, agg_cost from pgr_drivingDistance(
         'select id, source, target, cost, reverse_cost from edge', (select array_agg(distinct vertex) from start), $2::float8)
     )
     select point, (${HALF_OF_VERTEX})::int as half, min(agg_cost + offset_m) as metres
     from found join start on vertex = from_v ${PIECE_OF_VERTEX}
     where node < ${PLACE_BASE} and agg_cost + offset_m <= $2::float8 group by 1, 2`,
    [literal(starts), String(limitM)],
  );
}

/** From every node to the nearest of the ends, as {@link nearestOf} finds it. */
export async function nearestOfNodes(sql: postgres.Sql, ends: readonly number[]): Promise<GraphNode[]> {
  return sql.unsafe<GraphNode[]>(
    `with found as (
       select node, agg_cost from pgr_drivingDistance(format(${towardsEnds("$1")}), -1::bigint, 1e9::float8)
     )
     select -1 as point, (${HALF_OF_VERTEX})::int as half, min(agg_cost) as metres
     from found ${PIECE_OF_VERTEX} where node >= 0 and node < ${PLACE_BASE} group by 2`,
    [literal(ends)],
  );
}

/** Edges turned round, and a vertex −1 that leads to all the ends. */
function towardsEnds(parameter: string): string {
  return `'select id, target as source, source as target, cost, reverse_cost from edge
     union all select -id, -1, vertex, offset_m, -1 from place
     where role in (''open'', ''inside'') and point = any(%L::int[])', ${parameter}::text`;
}

/** Of some points those that lie equally near to no two streets, in their order. */
export async function plainPoints(sql: postgres.Sql, points: readonly number[]): Promise<number[]> {
  const rows = await sql.unsafe<{ point: number }[]>(
    `select point from place where point = any($1::int[]) group by point
     having count(*) filter (where role = 'start') = 1
       and count(*) filter (where role = 'open') < 2 and count(*) filter (where role = 'inside') < 2`,
    [literal(points)],
  );
  const plain = new Set(rows.map(({ point }) => point));
  return points.filter((point) => plain.has(point));
}

/** Points by id, start and end. */
export interface GraphPair {
  readonly from: number;
  readonly to: number;
}
/** Null where an end has no street; else every length that the choice among equally near places allows, Infinity for no walk. */
export type GraphWalk = readonly number[] | null;

/** One bounded search by pgRouting a start; in the order of `pairs`. */
export async function walksBetween(sql: postgres.Sql, pairs: readonly GraphPair[]): Promise<GraphWalk[]> {
  const rows = await sql.unsafe<
    {
      pair: number;
      role: string;
      start: string;
      offset_start: number;
      place: string;
      offset_end: number;
      metres: number | null;
    }[]
  >(
    `with pair as (
       select i - 1 as pair, a, b from unnest($1::int[], $2::int[]) with ordinality as p (a, b, i)
     ), choice as (
       select pair, e.role, s.vertex as start, s.offset_m as offset_start, e.vertex as place, e.offset_m as offset_end
       from pair
       left join place s on s.point = a and s.role = 'start'
       left join place e on e.point = b and e.role in ('open', 'inside')
     ), found as (
       select start_vid, end_vid, agg_cost from pgr_dijkstraCost(
         'select id, source, target, cost, reverse_cost from edge',
         (select format('select * from unnest(array[%s]::bigint[], array[%s]::bigint[]) as c (source, target)',
           string_agg(start::text, ','), string_agg(place::text, ','))
          from (select distinct start, place from choice where start <> place) combination))
     )
     select choice.*, case when start = place then 0 else agg_cost end as metres
     from choice left join found on start_vid = start and end_vid = place`,
    [literal(pairs.map(({ from }) => from)), literal(pairs.map(({ to }) => to))],
  );
  const byPair = new Map<number, (typeof rows)[number][]>();
  for (const row of rows) {
    const list = byPair.get(Number(row.pair)) ?? [];
    byPair.set(Number(row.pair), list);
    list.push(row);
  }
  return pairs.map((_, i) => lengthsOf(byPair.get(i) ?? []));
}

function lengthsOf(
  rows: readonly {
    role: string | null;
    start: string | null;
    offset_start: number;
    offset_end: number;
    metres: number | null;
  }[],
): GraphWalk {
  const known = rows.filter(({ role, start }) => role !== null && start !== null);
  if (known.length === 0) return null;
  const total = (row: (typeof known)[number]) =>
    row.metres === null ? Infinity : row.offset_start + row.metres + row.offset_end;
  return [...new Set(known.map(({ start }) => start))].flatMap((start) => {
    const of = (role: string) => {
      const lengths = known.filter((row) => row.start === start && row.role === role).map(total);
      return lengths.length > 0 ? lengths : [Infinity];
    };
    return of("open").flatMap((open) => of("inside").map((inside) => Math.min(open, inside)));
  });
}

/**
 * Metres from every start to the nearest of the ends, by one search from a vertex that leads to all of them, over edges
 * turned round. Points without a street are absent, those without a walk are Infinity; ties among starts as in {@link GraphWalk}.
 */
export async function nearestOf(
  sql: postgres.Sql,
  starts: readonly number[],
  ends: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await sql.unsafe<{ point: number; metres: number | null }[]>(
    `with start as (
       select point, vertex, offset_m from place where role = 'start' and point = any($1::int[])
     ), found as (
       select end_vid, agg_cost from pgr_dijkstraCost(
         format(${towardsEnds("$2")}),
         -1::bigint, (select array_agg(distinct vertex) from start))
     )
     select point, agg_cost + offset_m as metres from start left join found on end_vid = vertex`,
    [literal(starts), literal(ends)],
  );
  const nearest = new Map<number, number[]>();
  for (const { point, metres } of rows) nearest.set(point, [...(nearest.get(point) ?? []), metres ?? Infinity]);
  return nearest;
}

function literal(values: Iterable<number>): string {
  return `{${[...values].join(",")}}`;
}

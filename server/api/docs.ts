/** The OpenAPI page at /docs, made from the schemas of the routes. @module */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

export async function documentApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "一刻钟 Yikezhong",
        version: "1",
        description:
          "十五分钟步行服务圈：可达、覆盖、缺口。Walking reach, coverage and gaps. Positions are lon, lat in WGS 84; limits are inclusive; unknown is told apart from uncovered.",
      },
      tags: [
        { name: "areas", description: "区域 · what was imported" },
        { name: "reach", description: "可达 · walks from points" },
        { name: "coverage", description: "覆盖与缺口 · who is served" },
        { name: "scenarios", description: "方案 · what would be if" },
        { name: "export", description: "导出 · files to take along" },
        { name: "tiles", description: "图块 · vector tiles" },
        { name: "imports", description: "导入 · bringing data in" },
      ],
    },
  });
  await app.register(swaggerUi, { routePrefix: "/docs" });
}

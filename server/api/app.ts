/** The service: plugins and routes, one readable list. @module */
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance } from "fastify";
import { documentApi } from "./docs.ts";
import { answerWithProblems } from "./problems.ts";
import { areaRoutes } from "./routes/areas.ts";
import { coverageRoutes } from "./routes/coverage.ts";
import { healthRoutes } from "./routes/health.ts";
import { runRoutes } from "./routes/runs.ts";
import { tileRoutes } from "./routes/tiles.ts";
import { walkRoutes } from "./routes/walks.ts";
import type { Services } from "./services.ts";
import { serveConsole } from "./web.ts";

/** A district's extract with room to spare. */
const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

export async function buildApp(services: Services, logLevel: string): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: logLevel, stream: process.stderr },
    // What a request states beyond the schema is refused, not removed in silence.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: "array", useDefaults: true, strictTuples: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerWithProblems(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        workerSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    // Served over plain HTTP on an intranet; whoever puts TLS in front sets it there.
    strictTransportSecurity: false,
  });
  await app.register(compress, { customTypes: /^application\/vnd\.mapbox-vector-tile$|^text\/|json|javascript/ });
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 5, fields: 10 } });
  await documentApi(app);
  await app.register(
    async (api) => {
      await api.register(healthRoutes(services));
      await api.register(areaRoutes(services));
      await api.register(walkRoutes(services));
      await api.register(coverageRoutes(services));
      await api.register(tileRoutes(services));
      await api.register(runRoutes(services));
    },
    { prefix: "/api/v1" },
  );
  if (services.webRoot !== null) await serveConsole(app, services.webRoot);
  return app;
}

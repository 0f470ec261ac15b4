/** The service: plugins and routes, one readable list. @module */
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance } from "fastify";
import { documentApi } from "./docs.ts";
import { answerUnreadable, answerWithProblems } from "./problems.ts";
import { areaRoutes } from "./routes/areas.ts";
import { capacityRoutes } from "./routes/capacity.ts";
import { completenessRoutes } from "./routes/completeness.ts";
import { coverageRoutes } from "./routes/coverage.ts";
import { coverageRunRoutes } from "./routes/coverage-runs.ts";
import { exportRoutes } from "./routes/export.ts";
import { gapRoutes } from "./routes/gaps.ts";
import { healthRoutes } from "./routes/health.ts";
import { registerRoutes } from "./routes/register.ts";
import { registerPriceRoutes } from "./routes/register-prices.ts";
import { registerSettingRoutes } from "./routes/register-settings.ts";
import { runRoutes } from "./routes/runs.ts";
import { scenarioEffectRoutes } from "./routes/scenario-effect.ts";
import { scenarioRoutes } from "./routes/scenarios.ts";
import { searchRoutes } from "./routes/search.ts";
import { sitingRoutes } from "./routes/siting.ts";
import { spacingRoutes } from "./routes/spacing.ts";
import { spacingFileRoutes } from "./routes/spacing-files.ts";
import { standardTrendRoutes } from "./routes/standard-trends.ts";
import { standardViewRoutes } from "./routes/standard-views.ts";
import { standardRoutes } from "./routes/standards.ts";
import { templateRoutes } from "./routes/templates.ts";
import { tileRoutes } from "./routes/tiles.ts";
import { uploadRoutes } from "./routes/uploads.ts";
import { versionRoutes } from "./routes/versions.ts";
import { walkRoutes } from "./routes/walks.ts";
import type { Services } from "./services.ts";
import { validatorCompiler } from "./validation.ts";
import { serveConsole } from "./web.ts";

/** A district's extract with room to spare. */
const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;

export async function buildApp(
  services: Services,
  logLevel: string,
  maxUploadBytes = MAX_UPLOAD_BYTES,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: logLevel, stream: process.stderr },
    frameworkErrors: answerUnreadable,
    // A ref of a file may be long, and three bytes a character.
    routerOptions: { maxParamLength: 1000 },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  answerWithProblems(app, maxUploadBytes);
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
  await app.register(multipart, { limits: { fileSize: maxUploadBytes, files: 5, fields: 100 } });
  await documentApi(app);
  await app.register(
    async (api) => {
      await api.register(healthRoutes(services));
      await api.register(areaRoutes(services));
      await api.register(searchRoutes(services));
      await api.register(walkRoutes(services));
      await api.register(coverageRoutes(services));
      await api.register(completenessRoutes(services));
      await api.register(capacityRoutes(services));
      await api.register(gapRoutes(services));
      await api.register(scenarioRoutes(services));
      await api.register(scenarioEffectRoutes(services));
      await api.register(spacingRoutes(services));
      await api.register(spacingFileRoutes(services));
      await api.register(exportRoutes(services));
      await api.register(standardRoutes(services));
      await api.register(standardTrendRoutes(services));
      await api.register(registerRoutes(services));
      await api.register(registerPriceRoutes(services));
      await api.register(registerSettingRoutes(services));
      await api.register(standardViewRoutes(services));
      await api.register(tileRoutes(services));
      await api.register(runRoutes(services));
      await api.register(uploadRoutes(services, maxUploadBytes));
      await api.register(templateRoutes());
      await api.register(versionRoutes(services));
      await api.register(coverageRunRoutes(services));
      await api.register(sitingRoutes(services));
    },
    { prefix: "/api/v1" },
  );
  if (services.webRoot !== null) await serveConsole(app, services.webRoot);
  return app;
}

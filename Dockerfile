# One image for every service; SERVICES says which of them a container runs.
FROM node:22-bookworm-slim AS lists
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY db/package.json db/
COPY runtime/package.json runtime/
COPY studio/package.json studio/
COPY e2e/package.json e2e/

FROM lists AS build
RUN npm ci
COPY . .
RUN node scripts/build.mjs

# What the program needs while it runs: neither the tools that built it nor what the studio is made of.
FROM lists AS packages
RUN npm ci --omit=dev --workspace=runtime

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
# The whole folder: a workspace may have packages of its own beside the shared ones.
COPY --from=packages /app ./
COPY --from=build /app/runtime/dist runtime/dist
COPY --from=build /app/studio/dist studio/dist
USER node
VOLUME /data
EXPOSE 3000
# Only the web service listens; without it a process that runs is all there is to ask for.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "const { PORT, SERVICES } = process.env; if (!SERVICES || SERVICES.includes('web')) fetch('http://127.0.0.1:' + (PORT || 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "runtime/dist/main.js"]

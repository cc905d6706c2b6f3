# One image for every service; SERVICES says which of them a container runs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY db/package.json db/
COPY runtime/package.json runtime/
COPY studio/package.json studio/
COPY e2e/package.json e2e/
RUN npm ci
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/shared/package.json shared/
COPY --from=build /app/db/package.json db/
COPY --from=build /app/runtime/package.json runtime/
COPY --from=build /app/studio/package.json studio/
COPY --from=build /app/e2e/package.json e2e/
COPY --from=build /app/runtime/dist runtime/dist
COPY --from=build /app/studio/dist studio/dist
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT ?? 3000) + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "runtime/dist/main.js"]

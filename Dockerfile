# The build: everything, for tsc alone.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /quoth
COPY package.json package-lock.json .npmrc* ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
RUN npx tsc -p . && npm prune --omit=dev --ignore-scripts

# What runs: no compiler, no package manager, no root.
FROM node:20.20.2-bookworm-slim
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn* \
  && mkdir /data && chown 10001:10001 /data
WORKDIR /quoth
COPY --from=build /quoth/node_modules ./node_modules
COPY --from=build /quoth/dist ./dist
COPY package.json LICENSE* ./
COPY schema ./schema
COPY seed ./seed
USER 10001:10001
# Inside a container the network is its own; the host decides which port to open, and to whom.
ENV NODE_ENV=production QUOTH_HOST=0.0.0.0 QUOTH_DATA_DIR=/data
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:4000/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The option: docs/operations.md, "Memory".
ENTRYPOINT ["node", "--max-semi-space-size=64", "dist/cli.js"]
CMD ["serve"]

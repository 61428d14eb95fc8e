import type { NextConfig } from "next";

// Set by scripts/build.ts and scripts/web.ts: the name of a build, made of its source.
const build = process.env.BATON_BUILD;

// Next writes its data as inline scripts: a policy without 'unsafe-inline' needs a nonce for each
// request, from proxy.ts. No form-action: it would stop the sign-in form's way to another server.
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const SECURITY_HEADERS = {
  // The development server also needs `eval` and a socket.
  ...(build ? { "Content-Security-Policy": POLICY } : {}),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

const config: NextConfig = {
  // Each build has a folder of its own, so that building never changes what a server serves.
  distDir: build ? `.next/builds/${build}` : ".next",
  // Lets an open page notice that it talks to a newer server, and load itself again.
  deploymentId: build,
  poweredByHeader: false,
  // TanStack Table reads stale rows under the compiler.
  reactCompiler: false,
  serverExternalPackages: ["postgres", "pg-boss", "pino", "nodemailer", "@jsforce/jsforce-node"],
  // Types are checked by `npm run check`; the file named here keeps Next from editing tsconfig.json.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  // Few scripts for a page: each is named three times in it, and a journey of its own.
  experimental: { turbopackChunking: { minChunkSize: 200_000, maxChunkCountPerGroup: 6 } },
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default config;

import { z } from "zod";

// Compiled validators need `eval`, which the content security policy of our pages forbids. On the
// server nothing does, and a batch of events is read three times as fast.
z.config({ jitless: typeof window !== "undefined" });

/** `NAME=` in a file means the same as leaving the line out. */
const setting = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const required = "is not set";
const text = z.string(required);
const postgresUrl = text
  .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
  .refine(URL.canParse, "is not a valid address");
const webUrl = text
  .regex(/^https?:\/\//, "must start with http:// or https://")
  .refine(URL.canParse, "is not a valid address");
const secret = text.min(32, "must have at least 32 characters");
const portNumber = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(65_535, "must be at most 65535");
const logLevel = z.enum(
  ["debug", "info", "warn", "error", "silent"],
  "must be debug, info, warn, error or silent",
);

/** 'Platform, Insights' as its names. */
const namesIn = (list: string) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

const settings = z
  .object({
    NODE_ENV: setting(z.string().default("development")),
    PORT: setting(portNumber.default(3000)),
    DATABASE_URL: setting(postgresUrl),
    DATABASE_APP_URL: setting(postgresUrl.optional()),
    BATON_ADMIN_EMAIL: setting(text.regex(/^\S+@\S+$/, "must be an email address").optional()),
    BATON_DIRECTORY: setting(text.optional()),
    BATON_PRODUCTS: setting(text.default("").transform(namesIn)),
    BATON_SECRET: setting(secret),
    BATON_SECRET_PREVIOUS: setting(secret.optional()),
    BATON_URL: setting(webUrl.optional()),
    BATON_API_KEY: setting(text.optional()),
    BATON_WRITE_KEY: setting(text.optional()),
    BATON_JOBS: setting(z.enum(["here", "elsewhere"], "must be here or elsewhere").default("here")),
    BATON_DEMONSTRATION: setting(z.literal("1", "can only be 1, or left out").optional()),
    OIDC_ISSUER: setting(webUrl.optional()),
    OIDC_CLIENT_ID: setting(text.optional()),
    OIDC_CLIENT_SECRET: setting(text.optional()),
    LOG_LEVEL: setting(logLevel.default("info")),
  })
  .superRefine((given, context) => {
    const missing = OIDC.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === OIDC.length) return;
    for (const name of missing)
      context.addIssue({
        code: "custom",
        path: [name],
        message: `${required}, but ${OIDC.filter((other) => given[other]).join(" and ")} is`,
      });
  });

/** The settings, checked. Names and meaning are those of `.env.example`. */
export type Env = z.output<typeof settings>;

/** A setting is missing or wrong. The message is meant for whoever starts Baton. */
export class InvalidEnvironment extends Error {
  override name = "InvalidEnvironment";
}

/** Checks settings; throws `InvalidEnvironment` with one line per variable, never with its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = settings.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  throw new InvalidEnvironment(lines.join("\n"));
}

let known: Env | undefined;

/** The settings of this process, checked at first use and then kept. */
export function env(): Env {
  known ??= parseEnv(process.env);
  return known;
}

/**
 * Where people and other systems reach this installation, without a slash at its end. Where no
 * address is set it is the host that a page was `asked` at, else this machine's.
 */
export function baseUrl(asked?: string | null): string {
  const { BATON_URL, PORT } = env();
  return BATON_URL?.replace(/\/+$/, "") ?? `http://${asked || `localhost:${PORT}`}`;
}

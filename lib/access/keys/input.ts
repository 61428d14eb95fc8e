import { z } from "zod";
import { keysOf } from "@/lib/platform/keys-of";
import { KEY_KINDS } from "./kinds";
import { SCOPE_NAMES, type Scope } from "./scopes";

/** A box for each scope, named as in a form: `may leads:read`. */
const boxes = Object.fromEntries(
  SCOPE_NAMES.map((scope) => [`may ${scope}`, z.literal("on").optional()]),
) as Record<`may ${Scope}`, z.ZodOptional<z.ZodLiteral<"on">>>;

export const newKeyInput = z
  .object({
    kind: z.enum(keysOf(KEY_KINDS), "Choose what the key opens."),
    name: z.string().trim().min(1, "Give it a name.").max(100, "This name is too long."),
    ...boxes,
  })
  .transform(({ kind, name, ...ticks }) => ({
    kind,
    name,
    scopes: SCOPE_NAMES.filter((scope) => ticks[`may ${scope}`] === "on"),
  }));

export const keyInput = z.object({ keyId: z.guid("is not a key's id") });

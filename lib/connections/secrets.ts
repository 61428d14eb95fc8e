import { env } from "@/lib/platform/env";
import { seal, Unreadable, unseal } from "./seal";

/** What a connection must not show, by the keys of its system's settings. */
export type Secrets = { [key: string]: string };

/** The secrets as they are stored: encrypted under BATON_SECRET, for this connection alone. */
export function sealSecrets(secrets: Secrets, connectionId: string): string {
  return seal(JSON.stringify(secrets), connectionId, env().BATON_SECRET);
}

/**
 * The secrets of a connection, to be used at once and shown to nobody; none where none are stored.
 * Throws Unreadable where neither BATON_SECRET nor BATON_SECRET_PREVIOUS opens them.
 */
export function openSecrets(stored: string | null, connectionId: string): Secrets {
  return stored === null ? {} : JSON.parse(opened(stored, connectionId).text);
}

/** Sealed under BATON_SECRET where it was still under the one before; null where nothing is to do. */
export function resealed(stored: string, connectionId: string): string | null {
  const { text, under } = opened(stored, connectionId);
  return under === "previous" ? seal(text, connectionId, env().BATON_SECRET) : null;
}

function opened(stored: string, connectionId: string): { text: string; under: string } {
  const { BATON_SECRET: current, BATON_SECRET_PREVIOUS: previous } = env();
  try {
    return { text: unseal(stored, connectionId, current), under: "current" };
  } catch (error) {
    if (!(error instanceof Unreadable) || previous === undefined) throw error;
    return { text: unseal(stored, connectionId, previous), under: "previous" };
  }
}

import { type Env, env } from "@/lib/platform/env";
import { seal, Unreadable, unseal } from "./seal";

/** What a connection must not show, by the keys of its system's settings. */
export type Secrets = { [key: string]: string };

/** What seals and opens: the secret in force, and while it is being changed the one before. */
export type Masters = Pick<Env, "BATON_SECRET" | "BATON_SECRET_PREVIOUS">;

/** The secrets as they are stored: encrypted under BATON_SECRET, for this connection alone. */
export function sealSecrets(
  secrets: Secrets,
  connectionId: string,
  masters: Masters = env(),
): string {
  return seal(JSON.stringify(secrets), connectionId, masters.BATON_SECRET);
}

/**
 * The secrets of a connection, to be used at once and shown to nobody; none where none are stored.
 * Throws Unreadable where neither BATON_SECRET nor BATON_SECRET_PREVIOUS opens them.
 */
export function openSecrets(
  stored: string | null,
  connectionId: string,
  masters: Masters = env(),
): Secrets {
  return stored === null ? {} : JSON.parse(opened(stored, connectionId, masters).text);
}

/** The secrets of a connection as `openSecrets` gives them; null where they cannot be read any more. */
export function secretsIfReadable({
  id,
  secrets,
}: {
  id: string;
  secrets: string | null;
}): Secrets | null {
  try {
    return openSecrets(secrets, id);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Sealed under BATON_SECRET where it was still under the one before; null where nothing is to do. */
export function resealed(
  stored: string,
  connectionId: string,
  masters: Masters = env(),
): string | null {
  const { text, anew } = opened(stored, connectionId, masters);
  return anew ? seal(text, connectionId, masters.BATON_SECRET) : null;
}

function opened(stored: string, id: string, masters: Masters): { text: string; anew: boolean } {
  const { BATON_SECRET: current, BATON_SECRET_PREVIOUS: previous } = masters;
  try {
    return { text: unseal(stored, id, current), anew: false };
  } catch (error) {
    if (!(error instanceof Unreadable) || previous === undefined) throw error;
    return { text: unseal(stored, id, previous), anew: true };
  }
}

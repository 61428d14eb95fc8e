import { openSecrets } from "@/lib/connections/secrets";
import { log } from "@/lib/platform/log";
import type { Json } from "@/lib/standard/field";
import type { Provider } from "./provider";
import { askedSystemOf } from "./systems";

/** A connection with what makes a provider of it. */
export type Connected = {
  id: string;
  system: string;
  settings: { [key: string]: Json };
  secrets: string | null;
  updatedAt: Date;
};

/** Made once per state of a connection: a provider may keep a session of its own (ZoomInfo does). */
const made = new Map<string, { updatedAt: number; provider: Provider | undefined }>();

/** The provider of a connection; undefined where its system is unknown or its secrets cannot be read. */
export function connectedProvider(connected: Connected): Provider | undefined {
  const updatedAt = connected.updatedAt.getTime();
  const known = made.get(connected.id);
  if (known?.updatedAt === updatedAt) return known.provider;
  const provider = connect(connected);
  made.set(connected.id, { updatedAt, provider });
  return provider;
}

function connect({ id, system, settings, secrets }: Connected): Provider | undefined {
  try {
    return askedSystemOf(system)?.connect({ settings, secrets: openSecrets(secrets, id) });
  } catch (err) {
    log().error(
      { err, connection: id },
      "A connection cannot be used; its secrets must be given anew",
    );
    return undefined;
  }
}

import { readFileSync } from "node:fs";
import type { Actor } from "@/lib/access/viewer";
import { env } from "@/lib/platform/env";
import { readySteps, type Step, type StepRow } from "./chain/step";
import { connectedProvider } from "./connected";
import { directoryProvider } from "./directory/directory";
import { readDirectory } from "./directory/file";
import { mailCheck } from "./mail-check/mail-check";
import type { Provider, ProviderLookup } from "./provider";
import { chainSteps, openConnections } from "./queries";
import { askedSystemOf } from "./systems";

let known: readonly Provider[] | undefined;

/**
 * The providers that need no connection, in the order in which they are asked at first. The company
 * directory is one of them where BATON_DIRECTORY names a file, as the demonstration does. Made once,
 * since the mail check keeps what DNS said.
 */
export function builtInProviders(): readonly Provider[] {
  const path = env().BATON_DIRECTORY;
  known ??= [
    ...(path ? [directoryProvider(readDirectory(readFileSync(path, "utf8")))] : []),
    mailCheck(),
  ];
  return known;
}

/** The chain as it is to be run now: its enabled steps in order, each ready to be asked (G.2). */
export async function chainToRun(actor: Actor): Promise<Step[]> {
  const [rows, connections] = await Promise.all([chainSteps(actor), openConnections(actor)]);
  const connected = new Map(connections.map((one) => [one.id, connectedProvider(one)]));
  return readySteps(rows, ({ provider, connectionId }) =>
    connectionId === null
      ? builtInProviders().find(({ id }) => id === provider)
      : connected.get(connectionId),
  );
}

/** The steps that ask nobody outside: what the demonstration and tests run, at any hour they like. */
export async function localChain(actor: Actor): Promise<Step[]> {
  return (await chainToRun(actor)).filter(({ local }) => local);
}

/** What a step's provider is called and can do, for which it needs no secret; undefined if unknown. */
export function abilityOf({
  provider: id,
  lookup,
  connectionId,
}: Pick<StepRow, "provider" | "lookup" | "connectionId">):
  | { label: string; lookup: ProviderLookup }
  | undefined {
  const provider =
    connectionId === null
      ? [...builtInProviders(), directoryProvider([])].find((one) => one.id === id)
      : askedSystemOf(id)?.connect({ settings: {}, secrets: {} });
  const able = provider?.lookups.find((one) => one.lookup === lookup);
  return provider && able ? { label: provider.label, lookup: able } : undefined;
}

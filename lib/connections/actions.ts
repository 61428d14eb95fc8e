"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/access/action";
import { refused } from "@/lib/access/outcome";
import { connectionsAddress } from "@/lib/platform/address";
import { addConnection, changeConnection, removeConnection, setPaused } from "./commands";
import {
  changedConnectionInput,
  connectionInput,
  hookSecretInput,
  newConnectionInput,
  newSecretsInput,
  pauseInput,
} from "./input";
import { replaceSecrets, testConnection } from "./proof/commands";
import { renewHookSecret } from "./rest-hooks/commands";

const shownAnew = () => revalidatePath(connectionsAddress(), "layout");

export const connectSystem = action(
  "connect systems",
  newConnectionInput,
  async (viewer, input) => {
    const outcome = await addConnection(viewer, input, new Date());
    shownAnew();
    return outcome;
  },
);

export const alterConnection = action(
  "connect systems",
  changedConnectionInput,
  async (viewer, input) => {
    const outcome = await changeConnection(viewer, input, new Date());
    shownAnew();
    return outcome;
  },
);

export const renewSecrets = action("connect systems", newSecretsInput, async (viewer, input) => {
  const outcome = await replaceSecrets(viewer, input, new Date());
  shownAnew();
  return outcome;
});

export const renewSecretOfHook = action(
  "connect systems",
  hookSecretInput,
  async (viewer, { connectionId: hookId, hours }) => {
    const outcome = await renewHookSecret(viewer, { hookId, hours }, new Date());
    shownAnew();
    return outcome ?? refused("This hook has ended.");
  },
);

export const tryConnection = action("connect systems", connectionInput, async (viewer, input) => {
  const outcome = await testConnection(viewer, input, new Date());
  shownAnew();
  return outcome;
});

export const pauseConnection = action("connect systems", pauseInput, async (viewer, input) => {
  const outcome = await setPaused(viewer, input, new Date());
  shownAnew();
  return outcome;
});

export const disconnect = action("connect systems", connectionInput, async (viewer, input) => {
  const outcome = await removeConnection(viewer, input, new Date());
  shownAnew();
  return outcome;
});

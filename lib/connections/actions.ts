"use server";

import { action, shownAnew } from "@/lib/access/action";
import { refused } from "@/lib/access/outcome";
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

export const connectSystem = action(
  "connect systems",
  newConnectionInput,
  shownAnew(addConnection),
);

export const alterConnection = action(
  "connect systems",
  changedConnectionInput,
  shownAnew(changeConnection),
);

export const renewSecrets = action("connect systems", newSecretsInput, shownAnew(replaceSecrets));

export const renewSecretOfHook = action(
  "connect systems",
  hookSecretInput,
  shownAnew(async (viewer, { connectionId: hookId, hours }, now) => {
    const outcome = await renewHookSecret(viewer, { hookId, hours }, now);
    return outcome ?? refused("This hook has ended.");
  }),
);

export const tryConnection = action("connect systems", connectionInput, shownAnew(testConnection));

export const pauseConnection = action("connect systems", pauseInput, shownAnew(setPaused));

export const disconnect = action("connect systems", connectionInput, shownAnew(removeConnection));

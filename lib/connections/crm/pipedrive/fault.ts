import { z } from "zod";
import { failed, type Reply } from "@/lib/enrichment/http/http";
import { refusal } from "@/lib/enrichment/http/http-refusal";
import type { NotWritten } from "../crm";

const problem = z.object({ error: z.string().optional(), error_info: z.string().nullish() });

/** The ten-second window of its limits rolls by, where nothing else is said. */
const WAIT_SECONDS = 10;
/** The key of a custom field, which is all that is taken from words of Pipedrive's: the rest may be a value. */
const KEY = /[0-9a-f]{40}/;

/** What an error status means. A custom field that it blames is told by its key. */
export function replyFault(reply: Reply): NotWritten {
  const usual = refusal(reply);
  const { error = "", error_info: info } = problem.safeParse(reply.json).data ?? {};
  if (reply.status === 429)
    return { ...usual, retryAfterSeconds: usual.retryAfterSeconds ?? WAIT_SECONDS };
  if (reply.status === 403)
    return failed(
      "unauthorised",
      /scope/i.test(error)
        ? "The token lacks a scope: test the connection, which names it."
        : "The token’s user may not do this there: test the connection, which names what.",
    );
  if (reply.status === 404 || reply.status === 410)
    return failed("broken", `The record was deleted there meanwhile (${reply.status}).`);
  if (usual.cause !== "refused") return usual;
  const field = KEY.exec(`${error} ${info ?? ""}`)?.[0];
  return {
    ...failed("refused", `Pipedrive does not take a value${field ? ` (field ${field})` : ""}.`),
    final: true,
    ...(field ? { field } : {}),
  };
}

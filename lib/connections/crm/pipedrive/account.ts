import { z } from "zod";
import { call, isFailed, type Reply, unreadable } from "@/lib/enrichment/http/http";
import { endpoint, hostOf } from "@/lib/enrichment/http/http-settings";
import type { CrmGiven } from "../crm";
import { NoAnswer } from "../no-answer";
import { replyFault } from "./fault";

/** A company's Pipedrive, for as long as `signal` allows. `idName`: what the field with our id is called. */
export type Account = { host: string; token: string; idName: string; signal: AbortSignal };

/** How the custom field with our id is called on persons and on deals, unless an admin says another. */
export const ID_NAME = "Baton ID";

export const accountOf = ({ settings, secrets }: CrmGiven, signal: AbortSignal): Account => ({
  host: hostOf(settings, "https://api.pipedrive.com"),
  token: secrets.apiToken ?? "",
  idName: String(settings.idField ?? ID_NAME),
  signal,
});

type Question = {
  method?: "POST" | "PATCH";
  query?: { [key: string]: string | null };
  body?: unknown;
};

/** An error names its status in its body as well, which holds where the answer's own says otherwise. */
const problem = z.object({
  success: z.literal(false),
  errorCode: z.number().int().min(400).max(599),
});

function withItsStatus(reply: Reply): Reply {
  const { data } = problem.safeParse(reply.json);
  return data && reply.status < 400 ? { ...reply, status: data.errorCode } : reply;
}

/** Asks Pipedrive once; what it answers is any status. Throws NoAnswer where there is no reply. */
export async function asked(
  { host, token, signal }: Account,
  path: string,
  { method = "POST", query = {}, body }: Question,
): Promise<Reply> {
  const headers = { "x-api-token": token };
  const given = body === undefined ? { headers } : { method, headers, body };
  const reply = await call(endpoint(host, path, query), given, signal);
  if (isFailed(reply)) throw new NoAnswer(reply);
  return withItsStatus(reply);
}

/** What Pipedrive says, in the shape that it documents. Throws NoAnswer where it does not. */
export async function told<T>(
  account: Account,
  path: string,
  question: Question,
  shape: z.ZodType<T>,
): Promise<T> {
  const reply = await asked(account, path, question);
  if (reply.status >= 400) throw new NoAnswer(replyFault(reply));
  const { data } = shape.safeParse(reply.json);
  if (data === undefined) throw new NoAnswer(unreadable());
  return data;
}

/** One thing that may be gone by now: null where it is. */
export async function toldOrGone<T>(
  account: Account,
  path: string,
  shape: z.ZodType<T>,
): Promise<T | null> {
  const reply = await asked(account, path, {});
  if (reply.status === 404 || reply.status === 410) return null;
  if (reply.status >= 400) throw new NoAnswer(replyFault(reply));
  const { data } = z.object({ success: z.literal(true), data: shape }).safeParse(reply.json);
  if (!data) throw new NoAnswer(unreadable());
  return data.data;
}

export const PAGE = 100;

/** What a question is asked with besides. */
export type Query = { [key: string]: string | null };
/** Where the next page begins: a number in version 1, a cursor in version 2. */
export type Next = { start: string } | { cursor: string };

type Page<T> = { rows: T[]; next: Next | null };

/**
 * One page of a list, and where the next one begins; null after the last. An empty one is null in
 * version 1, or no success without an error: {"success":false,"data":[]}.
 */
export async function pageOf<T>(
  account: Account,
  path: string,
  query: Query,
  shape: z.ZodType<T>,
): Promise<Page<T>> {
  const empty = z.object({ success: z.literal(false), data: z.array(z.never()) });
  const page = z.object({
    success: z.literal(true),
    data: z
      .array(shape)
      .nullish()
      .transform((rows) => rows ?? []),
    additional_data: z
      .object({
        next_cursor: z.string().nullish(),
        pagination: z
          .object({ more_items_in_collection: z.boolean(), next_start: z.number().nullish() })
          .nullish(),
      })
      .nullish(),
  });
  const asks = { limit: String(PAGE), ...query };
  const said = await told(account, path, { query: asks }, z.union([page, empty]));
  if (!said.success) return { rows: [], next: null };
  const cursor = said.additional_data?.next_cursor;
  const { more_items_in_collection: more, next_start: start } =
    said.additional_data?.pagination ?? {};
  const next = cursor ? { cursor } : more && start ? { start: String(start) } : null;
  return { rows: said.data, next };
}

/** A list, page by page, until it ends. */
export async function* pages<T>(
  account: Account,
  path: string,
  query: Query,
  shape: z.ZodType<T>,
): AsyncGenerator<T[]> {
  let next: Next | null | undefined;
  while (next !== null) {
    const asks: Query = { ...query, ...next };
    const page: Page<T> = await pageOf(account, path, asks, shape);
    yield page.rows;
    next = page.next;
  }
}

/** All of a list. */
export async function allOf<T>(...given: Parameters<typeof pages<T>>): Promise<T[]> {
  const rows: T[] = [];
  for await (const some of pages<T>(...given)) rows.push(...some);
  return rows;
}

/** What was made or changed, as far as its id. */
export const saved = z.object({
  success: z.literal(true),
  data: z.object({ id: z.union([z.string(), z.number()]).transform(String) }),
});

import type { NotWritten } from "./crm";

/** Why a call to a CRM has no answer. `expired`: with a new session it may have one. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
  constructor(
    readonly failure: NotWritten,
    readonly expired = false,
  ) {
    super(failure.words);
  }
}

/** What work comes to, or why a call of it has no answer; what is our own fault is thrown. */
export async function answerOf<T>(work: () => Promise<T>): Promise<T | NotWritten> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoAnswer) return error.failure;
    throw error;
  }
}

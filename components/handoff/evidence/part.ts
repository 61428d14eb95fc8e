import type { ReactNode } from "react";
import type { Outcome } from "@/lib/access/outcome";

/** Reads a part of a lead's page that is sent only when somebody opens it, drawn by the server. */
export type ReadPart<T = ReactNode> = (leadId: string) => Promise<Outcome<T>>;

/** The parts of a handoff's page that come later. */
export type LaterParts = { evidence: ReadPart; sources: ReadPart; crmText: ReadPart<string> };

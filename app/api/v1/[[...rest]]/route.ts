import { z } from "zod";
import { METHODS } from "@/lib/access/requests/endpoint";
import { problem } from "@/lib/access/requests/problem";
import { apiRoute, withKey } from "@/lib/access/requests/route";

const nowhere = METHODS.map((method) =>
  withKey(
    { method, path: "/{rest}", summary: "No address of ours", query: z.unknown(), answers: {} },
    async () => problem(404, "There is nothing at this address. See /api/v1/openapi.json."),
  ),
);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(...nowhere);

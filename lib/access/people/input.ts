import { z } from "zod";
import { ROLE_NAMES } from "../roles";

export const personId = z.guid("is not a person's id");

export const personInput = z.object({
  personId,
  role: z.enum(ROLE_NAMES, "Choose a role."),
  active: z.boolean(),
});

export const sessionsInput = z.object({ personId });

const name = z.string().trim().min(1, "Give their name.").max(200, "This name is too long.");

export const nameInput = z.object({ personId, name });

export const newPersonInput = z.object({
  name,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(320, "This address is too long.")
    .regex(/^[^\s@]+@[^\s@]+$/, "This is no email address."),
  role: z.enum(ROLE_NAMES, "Choose a role."),
});

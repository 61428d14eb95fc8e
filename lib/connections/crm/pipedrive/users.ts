import { z } from "zod";
import { type Account, told } from "./account";

const users = z.object({
  success: z.literal(true),
  data: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      email: z.string(),
      active_flag: z.boolean().default(true),
    }),
  ),
});
export type User = z.infer<typeof users>["data"][number];

/** Everybody who can own a record there. */
export async function activeUsers(account: Account): Promise<User[]> {
  const { data } = await told(account, "/api/v1/users", {}, users);
  return data.filter((one) => one.active_flag);
}

export const userWith = (users: readonly User[], email: string | null) =>
  users.find((one) => email !== null && one.email.toLowerCase() === email.toLowerCase());

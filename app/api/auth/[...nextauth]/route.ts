import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { signInOptions } from "@/lib/access/session";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, context: Context) =>
  NextAuth(request, context, signInOptions());

export { handle as GET, handle as POST };

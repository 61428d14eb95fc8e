import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { signInOptions } from "@/lib/access/sign-in/session";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // next-auth lets anybody write to the server's log there.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  return NextAuth(request, context, signInOptions());
}

export { handle as GET, handle as POST };

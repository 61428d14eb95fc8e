import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/access/current-viewer";
import { HOME } from "@/lib/access/places";

export default async function Home() {
  const viewer = await requireViewer("/");
  redirect(HOME[viewer.role]);
}

"use client";

import { BrokenPage } from "@/components/shell/broken-page";
import "./globals.css";

// Stands in for the root layout when that one fails; its cookie is out of reach, the system's theme is not.
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Baton</title>
        <BrokenPage error={error} retry={retry} />
      </body>
    </html>
  );
}

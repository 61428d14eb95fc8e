"use client";

import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

type PlainPageProps = {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
  /** `div` inside the frame of the desk, which has its `main` already. */
  as?: "main" | "div";
};

/** A page without navigation: sign-in, not found, gone wrong. */
export function PlainPage({ title, lead, children, as: Root = "main" }: PlainPageProps) {
  return (
    <Root
      className={classNames(
        "mx-auto flex max-w-[376px] flex-col px-5 pt-[18vh] pb-10",
        Root === "main" && "min-h-dvh",
      )}
    >
      {Root === "main" && <p className="mb-8 text-reading/6 font-bold tracking-[-0.01em]">Baton</p>}
      <h1 className="text-name font-bold tracking-[-0.02em]">{title}</h1>
      {lead && <div className="mt-1.5 text-soft">{lead}</div>}
      {children && <div className="mt-6 flex flex-col items-stretch gap-2">{children}</div>}
    </Root>
  );
}

"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { importAddress } from "@/lib/platform/address";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Progress } from "../../ui/progress";
import { WarnBar } from "../../ui/warn-bar";
import { sendFile } from "./send-file";

type Sending = { name: string; sent: number; bytes: number };

/** Takes one file, dropped or chosen, to the server, and then to where its columns are named. */
export function DropFile({ limit }: { limit: number }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  async function send(file: File | undefined) {
    if (!file || sending) return;
    setRefusal(null);
    if (file.size > limit) return setRefusal(tooLarge(limit));
    stop.current = new AbortController();
    setSending({ name: file.name, sent: 0, bytes: file.size });
    const answer = await sendFile(file, stop.current.signal, (sent) =>
      setSending({ name: file.name, sent, bytes: file.size }),
    );
    if (answer.ok) return router.push(importAddress({ file: answer.file }));
    setSending(null);
    setRefusal(answer.reason);
  }
  function choose(event: ChangeEvent<HTMLInputElement>) {
    void send(event.target.files?.[0]);
    event.target.value = "";
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }
  return (
    <div className="flex flex-col gap-3">
      {refusal && (
        <div role="alert">
          <WarnBar lead="This file was not taken">{refusal}</WarnBar>
        </div>
      )}
      <section
        aria-label="File to import"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "grid min-h-[220px] place-items-center rounded-box border border-dashed px-6 py-8 text-center transition-colors",
          over ? "border-accent bg-accent-wash" : "border-control",
        )}
      >
        {sending ? (
          <Uploading {...sending} onStop={() => stop.current?.abort()} />
        ) : (
          <div className="flex flex-col items-center gap-3">
            <FileUp aria-hidden="true" className="size-6 text-faint" />
            <p className="text-reading font-medium pointer-coarse:hidden">Drop a CSV file here</p>
            <Button variant="primary" onClick={() => input.current?.click()}>
              Choose a file
            </Button>
          </div>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-label="CSV file"
          tabIndex={-1}
          onChange={choose}
          className="sr-only"
        />
      </section>
    </div>
  );
}

const tooLarge = (limit: number) =>
  `It is larger than ${limit / 1024 / 1024} MB. Use the command, npm run import, which takes any size.`;

function Uploading({ name, sent, bytes, onStop }: Sending & { onStop: () => void }) {
  const done = bytes === 0 ? 100 : Math.floor((sent / bytes) * 100);
  return (
    <div className="flex w-full max-w-[420px] flex-col items-center gap-4">
      <Progress
        className="w-full wrap-anywhere"
        label={`Uploading ${name}`}
        done={sent}
        total={bytes}
        detail={`${done}%`}
      />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
